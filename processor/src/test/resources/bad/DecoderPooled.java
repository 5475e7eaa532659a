package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderPooled {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Pool(Pooling.MAX) // error at 3: [RONDO-809] @Pool on "translate" makes one vector of the steps, but a decoder writes a token at each of them. Remove it.
  @LSTM(units = 8)
  @Dense
  String translate(String sentence);
}
