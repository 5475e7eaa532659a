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
interface ForecastOfUnknown {
  @Forecast(horizon = 3, of = "lod") // error at 31: [RONDO-360] @Forecast on "next" is of "lod", which Hour does not have. Did you mean "load"?
  float[] next(@Window(12) List<Hour> hours);
}
