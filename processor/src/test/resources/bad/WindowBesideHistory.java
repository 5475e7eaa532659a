package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface WindowBesideHistory {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours, @Window(3) float area); // error at 46: [RONDO-382] @Window on "area" has no effect, because "hours" is the history, of which the last steps are read. Remove it.
}
