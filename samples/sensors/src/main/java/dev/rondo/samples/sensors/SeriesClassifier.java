package dev.rondo.samples.sensors;

import dev.rondo.Schedule;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Category;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;

/** Tells series of measurements apart; training shows which classes and dimensions there are. */
@SequenceModel
@GRU(units = 64, direction = Direction.BIDIRECTIONAL)
@Pool(Pooling.ATTENTION)
@Dropout(0.5)
@Dense
@Training(
    learningRate = 2e-3,
    schedule = Schedule.COSINE,
    epochs = 60,
    batchSize = 16,
    labelSmoothing = 0.1,
    patience = 20)
public interface SeriesClassifier {
  /** Returns the class of a series: at each step the values of all dimensions. */
  @Category
  String label(@Dropout(0.2) float[][] steps);
}
