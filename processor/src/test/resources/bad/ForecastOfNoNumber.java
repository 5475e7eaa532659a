package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastOfNoNumber {
  @Forecast(horizon = 3, of = "day") // error at 31: [RONDO-360] @Forecast on "next" is of "day", which is of type DayOfWeek, no number. Give Hour a component of type float or double.
  float[] next(@Window(12) List<Hour> hours);
}
