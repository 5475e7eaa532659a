package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(DayOfWeek day, float load, float price) {}

record Target(
    float lod, // error at 11: [RONDO-379] "next" forecasts float lod of Target, which Hour does not have. Did you mean "load"?
    double price, // error at 12: [RONDO-379] "next" forecasts double price of Target, which is float in Hour. Write float price.
    DayOfWeek day) {} // error at 15: [RONDO-379] "next" forecasts DayOfWeek day of Target, which is no number. Write one of its numbers: load, price.

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastTargetUnknown {
  @Forecast(horizon = 3)
  List<Target> next(@Window(12) List<Hour> hours);
}
