package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastReturns {
  @Forecast(horizon = 3, of = "load")
  float next(@Window(12) List<Hour> hours); // error at 9: [RONDO-364] "next" has @Forecast, but returns float: a forecast is one number for each step of its horizon. Return float[] or double[], or QuantileForecast with quantiles.
}
