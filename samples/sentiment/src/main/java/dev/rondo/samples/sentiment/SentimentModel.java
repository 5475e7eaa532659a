package dev.rondo.samples.sentiment;

import dev.rondo.Schedule;
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
@Training(
    learningRate = 2e-3,
    schedule = Schedule.COSINE,
    epochs = 8,
    batchSize = 64,
    labelSmoothing = 0.1)
public interface SentimentModel {
  /** Returns the verdict of a review of one or more sentences. */
  Sentiment predict(@Embedding(size = 64) @Dropout(0.5) @Text(minFrequency = 2) String review);
}
