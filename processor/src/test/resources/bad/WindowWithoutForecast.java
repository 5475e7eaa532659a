package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface WindowWithoutForecast {
  float next(@Window(12) List<Hour> hours); // error at 14: [RONDO-365] @Window on "hours" has no effect, because "next" forecasts nothing: an input is read as a whole. Write @Forecast on "next", or remove it.
}
