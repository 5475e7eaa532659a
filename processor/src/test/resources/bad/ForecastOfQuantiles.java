package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.LocalDateTime;
import java.util.List;

record Hour(LocalDateTime at, float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastOfQuantiles {
  @Forecast(horizon = 3, of = "load", quantiles = {0.1, 0.5, 0.9}) // error at 51: [RONDO-370] @Forecast on "next" has quantiles = {0.1, 0.5, 0.9}, but "next" returns float[], one number for each step. Return QuantileForecast, or remove quantiles.
  float[] next(@Window(12) List<Hour> hours);
}
