package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import java.util.List;

/** Given tokens, a deep stack, a maximum, yes or no. */
@SequenceModel
@GRU(
    units = {8, 6},
    dropout = 0.1)
@Pool(Pooling.MAX)
@Dense(hidden = 4)
@Training(learningRate = 0.02, epochs = 8, batchSize = 16)
public interface SpamModel {
  /** Says whether these words are spam. */
  boolean isSpam(@Embedding(size = 8) List<String> words);
}
