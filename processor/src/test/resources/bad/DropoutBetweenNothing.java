package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

@SequenceModel
@Embedding(size = 8)
@GRU(units = 4, dropout = 0.3) // error at 27: [RONDO-214] @GRU on "DropoutBetweenNothing" has dropout = 0.3, which is dropped between its layers, but it has only one. Write @Dropout(0.3) behind it instead.
@Dense
interface DropoutBetweenNothing {
  Mood predict(String text);
}

enum Mood { GOOD, BAD }
