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
interface InputFeedingResidual {
  @EncoderDecoder
  @Embedding(size = 8)
  @LSTM(units = 8, residual = true) // error at 31: [RONDO-818] @LSTM on "translate" has residual = true, but @Attention(inputFeeding = true) feeds it, so that it always gets more features than it gives. Remove residual, or inputFeeding.
  @Attention(inputFeeding = true)
  @Dense
  String translate(String sentence);
}
