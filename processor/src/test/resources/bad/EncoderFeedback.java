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
@Recurrent(units = 8, feedback = Feedback.OUTPUT) // error at 42: [RONDO-810] @Recurrent on "EncoderFeedback" has feedback = OUTPUT, but it is the encoder's last recurrent layer, whose state starts the decoder, and what it feeds back is of other layers. Remove feedback, or write another recurrent layer behind it.
@Dense(units = 8)
interface EncoderFeedback {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Attention
  @Dense
  String translate(String sentence);
}
