package demo;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.Instant;
import java.util.List;

record Hour(Instant at, Instant known, float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastWithTimes {
  @Forecast(horizon = 3, of = "load", quantiles = {0.1, 0.5, 0.9})
  QuantileForecast next(@Window(12) List<Hour> hours); // error at 20: [RONDO-368] "next" returns QuantileForecast, which has the time of each step, but Hour has several that could be it: at, known. Write @Elapsed on those that are events, or remove them.
}
