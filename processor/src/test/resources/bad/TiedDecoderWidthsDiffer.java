package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface TiedDecoderWidthsDiffer {
  @EncoderDecoder
  @Embedding(size = 4, tied = true) // error at 21: [RONDO-705] @Embedding on "translate" is tied and has size = 4, but 8 features flow into the output layer, which has the same weights. Write size = 8, give the last layer before the output 4 units, or remove tied.
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
