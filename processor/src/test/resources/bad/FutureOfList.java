package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(float load, float price, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)

interface FutureOfList {
  @Forecast(horizon = 3, of = "load")
  @Dense
  float[] next(@Window(12) List<Hour> hours, @Future List<Float> prices); // error at 66: [RONDO-369] "prices" is @Future, but is List<Float>: what is known in advance is a list of a record, behind the history. Write @Future List<Known> known behind it.
}

class UsesFutureOfList {
  static FutureOfListPredictor fit(List<Hour> hours) {
    return FutureOfListTrainer.create().validateOn(List.of(hours)).fit(List.of(hours));
  }

  static double mae(FutureOfListPredictor model, List<Hour> hours) {
    return model.evaluate(List.of(hours)).model().mae();
  }
}
