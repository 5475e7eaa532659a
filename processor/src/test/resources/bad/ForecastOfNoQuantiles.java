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
interface ForecastOfNoQuantiles {
  @Forecast(horizon = 3, of = "load") // error at 3: [RONDO-370] @Forecast on "next" does not say which quantiles, but "next" returns QuantileForecast. Write quantiles = {0.1, 0.5, 0.9}, or return float[].
  QuantileForecast next(@Window(12) List<Hour> hours);
}
