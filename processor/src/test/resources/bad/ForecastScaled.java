package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
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
interface ForecastScaled {
  @Scale(Scaling.LOG) // error at 3: [RONDO-321] @Scale on "next" has no effect, because what is forecast is scaled as its component says. Move it to the component.
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours);
}
