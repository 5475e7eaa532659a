package dev.rondo.samples.sentiment;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Text;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

/** What a review thinks of its subject, read word by word in both directions. */
@SequenceModel
@LSTM(units = 128, direction = Direction.BIDIRECTIONAL)
@Pool(Pooling.MAX)
@Dropout(0.5)
@Dense
@Training(learningRate = 1e-3, epochs = 8, batchSize = 64, patience = 3)
public interface SentimentModel {
  /** Returns the verdict of a review of one or more sentences. */
  Sentiment predict(@Embedding(size = 64) @Dropout(0.5) @Text(minFrequency = 2) String review);
}
