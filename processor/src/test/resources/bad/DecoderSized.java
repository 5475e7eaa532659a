package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderSized {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense(units = 100) // error at 18: [RONDO-204] @Dense on "translate" has units = 100, but a decoder scores each token of its vocabulary. Remove units: the return type gives the size.
  String translate(String sentence);
}
