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
interface ForecastOutOfRange {
  @Forecast(horizon = 0, of = "load") // error at 23: [RONDO-363] @Forecast on "next" has horizon = 0, but it counts steps and must be at least 1. Change it.
  float[] next(@Window(0) List<Hour> hours); // error at 24: [RONDO-363] @Window on "hours" has value = 0, but it counts steps and must be at least 1. Change it.
}
