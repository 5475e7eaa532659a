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
@Dense(units = 3) // error at 16: [RONDO-204] @Dense on "ForecastSized" has units = 3, but a forecast of 3 steps has its size from them. Remove units: the return type gives the size.
interface ForecastSized {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours);
}
