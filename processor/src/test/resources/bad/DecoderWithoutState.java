package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderWithoutState {
  @EncoderDecoder
  @Embedding(size = 8)
  @Attention
  @Dense
  String translate(String sentence); // error at 10: [RONDO-806] The decoder of "translate" has no recurrent layer, so that it does not know what it has written. Write @LSTM, @GRU or @Recurrent behind @Embedding.
}
