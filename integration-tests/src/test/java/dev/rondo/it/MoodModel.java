package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/** Words, both directions, a class. */
@SequenceModel
@Embedding(size = 8)
@LSTM(units = 8, direction = Direction.BIDIRECTIONAL)
@Dropout(0.2)
@Dense
@Training(learningRate = 0.02, epochs = 8, batchSize = 16)
public interface MoodModel {
  /** Judges a text. */
  Mood judge(String text);
}
