package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Attention;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@Convolution(filters = 8, pool = 2) // error at 1: [RONDO-230] @Convolution on "StepsStridedOfEncoder" leaves fewer steps than come in, but a decoder looks at each token of the text. Remove its stride and pool.
@GRU(units = 4)
interface StepsStridedOfEncoder {
  @EncoderDecoder
  @Embedding(size = 8)
  @Convolution(filters = 8) // error at 3: [RONDO-232] @Convolution on "translate" reads steps that are yet to come, but a decoder writes its text token by token. Remove it.
  @GRU(units = 4)
  @Attention
  @Dense
  String translate(String text);
}
