package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@GRU(units = 8) // error at 1: [RONDO-205] The tokens of "sentence" must be looked up before another layer can read them. Write @Embedding(size = 64) before @GRU.
interface EncoderWithoutEmbedding {
  @EncoderDecoder
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
