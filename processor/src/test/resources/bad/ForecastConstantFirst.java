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
interface ForecastOfSeveral {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours, float area); // error at 52: [RONDO-361] "next" has @Forecast, but takes 2 parameters: a forecast is made from its history, a list of a record, and from what is @Future. Write next(@Window(168) List<Reading> history), where Reading is what is known at a step.
}
