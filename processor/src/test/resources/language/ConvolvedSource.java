package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Convolution;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@Convolution(filters = 8)
@GRU(units = 4)
interface ConvolvedSource {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 4)
  @Dense
  String interpret(String text);
}
