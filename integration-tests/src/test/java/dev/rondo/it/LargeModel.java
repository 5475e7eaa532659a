package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;

/** A model whose recurrent layer is large enough to be computed with int8. */
@SequenceModel
@Embedding(size = 8)
@GRU(units = 256)
@Dense
@Training(epochs = 4, batchSize = 8)
interface LargeModel {
  Mood judge(String text);
}
