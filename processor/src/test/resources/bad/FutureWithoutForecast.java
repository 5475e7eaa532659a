package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface FutureWithoutForecast {
  float next(List<Hour> hours, @Future float price); // error at 32: [RONDO-369] @Future on "price" has no effect, because "next" forecasts nothing. Write @Forecast on "next", or remove it.
}
