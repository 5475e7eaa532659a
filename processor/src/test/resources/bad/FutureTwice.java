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
interface FutureTwice {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours, @Future List<Price> prices, @Future List<Price> others); // error at 94: [RONDO-369] "others" is @Future, but so is "prices": what is known in advance is one list of a record. Give its components to that of "prices".
}

class UsesFutureTwice {
  static FutureTwicePredictor fit(List<Hour> hours) {
    return FutureTwiceTrainer.create().validateOn(List.of(hours)).fit(List.of(hours));
  }

  static double mae(FutureTwicePredictor model, List<Hour> hours) {
    return model.evaluate(List.of(hours)).model().mae();
  }

  static float[] all(FutureTwicePredictor model, List<Hour> hours, List<Price> prices) {
    return model.nextAll(List.of(new FutureTwiceInput(hours, prices, prices))).get(0);
  }
}
