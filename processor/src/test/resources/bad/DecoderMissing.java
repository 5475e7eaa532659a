package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense
interface DecoderMissing {
  @EncoderDecoder
  String translate(String sentence); // error at 10: [RONDO-804] "translate" has no decoder: the layers on "DecoderMissing" and on the parameter are the encoder, those on the method the decoder. Write layers on "translate", such as @Embedding(size = 256) @GRU(units = 256) @Attention @Dense.
}
