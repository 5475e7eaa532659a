package dev.rondo.samples.tagger;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import java.util.List;

/** Tags words by those around them, read in both directions. */
@SequenceModel
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Dropout(0.5)
@Dense
@Training(learningRate = 2e-3, epochs = 20, batchSize = 32, clipNorm = 5, patience = 3)
public interface WordTagger {
  /** Returns the tag of each word: one of those that the training shows. */
  @Category
  List<String> tag(@Embedding(size = 100) @Dropout(0.5) List<String> words);
}
