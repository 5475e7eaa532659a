package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price, float mase) {}

record Target(
    @Scale(Scaling.WINDOW) float load, // error at 34: [RONDO-321] @Scale on "load" of "Target" has no effect, because what is forecast is scaled as the component of the history, and has the layers of the method. Remove it.
    float price,
    float mase) {} // error at 11: [RONDO-332] An output cannot be called "mase": an evaluation has the mean of all targets under that name. Rename the component.

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastTargetsOfQuantiles {
  @Forecast(
      horizon = 3,
      quantiles = {0.1, 0.5, 0.9}) // error at 19: [RONDO-370] @Forecast on "next" has quantiles = {0.1, 0.5, 0.9}, which are of one number, but "next" returns List<Target>. Remove quantiles.
  List<Target> next(@Window(12) List<Hour> hours);
}
