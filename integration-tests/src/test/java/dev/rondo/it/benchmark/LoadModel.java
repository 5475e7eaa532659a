package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

/** Forecasts a day of a load by the hour. */
@SequenceModel
@Training(batchSize = 256)
@GRU(units = 32)
@Dense
interface LoadModel {
  /** Foretells the loads of the next hours. */
  @Forecast(horizon = 24, of = "value")
  float[] next(@Window(168) List<Load> history);

  /**
   * The load of an hour.
   *
   * @param value of any unit
   */
  record Load(@Scale(Scaling.WINDOW) float value) {}
}
