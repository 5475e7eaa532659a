package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price) {}

record Store(float area) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastConstantFirst {
  @Forecast(horizon = 3, of = "load")
  float[] next(Store store, @Window(12) List<Hour> hours); // error at 22: [RONDO-361] "next" has @Forecast, but takes Store first: a forecast is made from its history, a list of a record. Write next(@Window(168) List<Reading> history), where Reading is what is known at a step, with what is constant behind it.
}
