package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.data.Missing;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.util.List;

/** A model of records of eight components, as sensors send them. */
@SequenceModel
@GRU(units = 64)
@Dense
interface SensorModel {
  /** Whether a machine is to be looked at. */
  boolean alarm(List<Measurement> measurements);

  /** What is measured at once. */
  record Measurement(
      float load,
      double temperature,
      int rpm,
      @Missing float oil,
      boolean open,
      Shift shift,
      float vibration,
      long count) {}

  /** When. */
  enum Shift {
    EARLY,
    LATE,
    NIGHT
  }
}
