package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface InputFeedingUnsupported {
  @EncoderDecoder
  @Embedding(size = 8)
  @LSTM(units = 8, peephole = true) // error at 31: [RONDO-818] @LSTM on "translate" has peephole = true, which cannot be computed together with inputFeeding = true of @Attention(inputFeeding = true). Remove one of the two.
  @Attention(inputFeeding = true)
  @Dense
  String translate(String sentence);
}
