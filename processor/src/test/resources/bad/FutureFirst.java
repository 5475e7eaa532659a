package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price) {}

record Price(float price) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface FutureFirst {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Future List<Price> prices, @Window(12) List<Hour> hours); // error at 36: [RONDO-369] "prices" is @Future, but is the first parameter: what is known in advance is a list of a record, behind the history. Write @Future List<Known> known behind it.
}
