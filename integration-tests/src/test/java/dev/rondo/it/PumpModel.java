package dev.rondo.it;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Missing;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Dropout;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

/** Records with a number that may be missing, to a class and a number. */
@SequenceModel
@GRU(units = 16)
@Dropout(0.2)
@Training(learningRate = 0.01, epochs = 6, batchSize = 8)
public interface PumpModel {
  /** Says how a pump does. */
  Verdict check(List<Reading> readings);

  /** One step. */
  record Reading(float load, @Missing float oil, DayOfWeek day) {}

  /** What is said. */
  record Verdict(Mood mood, @Dense(hidden = 8) float remaining) {}
}
