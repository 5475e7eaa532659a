package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Recurrent;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderFeedback {
  @EncoderDecoder
  @Embedding(size = 8)
  @Recurrent(units = 8, feedback = Feedback.OUTPUT) // error at 44: [RONDO-810] @Recurrent on "translate" has feedback = OUTPUT, but a decoder is given the token that it wrote as its next input already. Remove feedback.
  @Attention
  @Dense
  String translate(String sentence);
}
