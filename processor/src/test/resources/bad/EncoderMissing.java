package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
interface EncoderMissing { // error at 1: [RONDO-805] "EncoderMissing" has no encoder: the layers on its method are the decoder, and nothing reads "sentence". Write layers on "EncoderMissing", such as @Embedding(size = 256) @GRU(units = 256).
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
