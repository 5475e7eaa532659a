package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastOfSeries {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Series float[] loads); // error at 32: [RONDO-361] "next" has @Forecast, but takes float[]: a forecast is made from its history, a list of a record. Write next(@Window(168) List<Reading> history), where Reading is what is known at a step.
}
