package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.EncoderDecoder;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 8)
interface DecoderEmbeddingTooLate {
  @EncoderDecoder
  @Dropout(0.1) // error at 3: [RONDO-205] The tokens of "translate" must be looked up before another layer can read them. Move @Embedding before @Dropout.
  @Embedding(size = 8)
  @GRU(units = 8)
  @Dense
  String translate(String sentence);
}
