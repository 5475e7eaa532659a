package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
@Dense // error at 1: [RONDO-210] "translate" ends with @GRU, which is no output layer. Move @Dense from "DecoderOutputOnType" to the end of "translate".
interface DecoderOutputOnType {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  String translate(String sentence);
}
