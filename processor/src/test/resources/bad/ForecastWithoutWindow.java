package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastWithoutWindow {
  @Forecast(horizon = 3, of = "load")
  float[] next(List<Hour> hours); // error at 27: [RONDO-362] "hours" is a history, but does not say how many of its last steps are read. Write @Window(168) on it, if there are 168.
}
