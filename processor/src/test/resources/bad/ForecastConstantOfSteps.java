package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Series;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(float load, float price) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastConstantOfSteps {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours, List<Hour> others, @Embedding(size = 4) String name, @Series float[] areas); // error at 57: [RONDO-381] "others" is List<Hour>, a sequence, but what stands beside the history of a forecast is constant in a series, one vector. Make it a component of Hour, if there is one for each step, or a record of what is true of all of them.
//& error at 93: [RONDO-381] "name" is String, a sequence, but what stands beside the history of a forecast is constant in a series, one vector. Write @Category on it, if it is a name.
//& error at 115: [RONDO-381] "areas" is float[], a sequence, but what stands beside the history of a forecast is constant in a series, one vector. Write @Vector(3), if there are three numbers.
}

class UsesForecastConstantOfSteps {
  static ForecastConstantOfStepsSeries series(List<Hour> hours) {
    return new ForecastConstantOfStepsSeries(hours, hours, "name", new float[] {1});
  }
}
