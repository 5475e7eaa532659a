package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.LanguageModel;

@SequenceModel
@Embedding(size = 4)
@GRU(units = 3)
@Dense
interface Poem {
  @LanguageModel
  String write(String opening);
}
