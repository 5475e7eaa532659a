package demo;

import dev.rondo.QuantileForecast;
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
interface QuantilesDescending {
  @Forecast(horizon = 3, of = "load", quantiles = {0.9, 0.5, 0.1}) // error at 51: [RONDO-371] @Forecast on "next" has quantiles = {0.9, 0.5, 0.1}, but they must ascend between 0 and 1 with the median, 0.5, among them. Write quantiles = {0.1, 0.5, 0.9}, for example.
  QuantileForecast next(@Window(12) List<Hour> hours);
}
