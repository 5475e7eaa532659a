package sentiment;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;

/** Tells the mood of a review. */
@SequenceModel
@Embedding(size = 64)
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Dropout(0.5)
@Dense
@Training(learningRate = 2e-3, epochs = 8)
public interface SentimentModel {
  Sentiment predict(String review);
}
