package dev.rondo.samples.forecast;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

/** Forecasts any series; {@code --horizon} and {@code --window} take other numbers than these. */
@SequenceModel
@GRU(units = 32)
@Dense
@Training(learningRate = 2e-3, epochs = 12, patience = 2, batchSize = 256)
public interface SeriesForecaster {
  /** Returns the next day of an hourly series, from its last week. */
  @Forecast(
      horizon = 24,
      of = "value",
      quantiles = {0.1, 0.5, 0.9})
  QuantileForecast next(@Window(168) List<Point> history);
}
