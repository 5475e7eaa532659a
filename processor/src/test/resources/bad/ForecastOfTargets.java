package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price) {}

record Target(float load, float price) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastOfTargets {
  @Forecast(horizon = 3, of = "load") // error at 31: [RONDO-374] @Forecast on "next" is of "load", but "next" returns List<Target>: the components of Target name the targets. Remove of.
  List<Target> next(@Window(12) List<Hour> hours);
}
