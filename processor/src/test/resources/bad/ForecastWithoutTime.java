package demo;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastWithoutTime {
  @Forecast(horizon = 3, of = "load", quantiles = {0.1, 0.5, 0.9})
  QuantileForecast next(@Window(12) List<Hour> hours); // error at 20: [RONDO-368] "next" returns QuantileForecast, which has the time of each step, but Hour has no component that is one. Give it one, such as LocalDateTime at.
}
