package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.MaxLength;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Forecast;
import java.util.List;

record Hour(double load) {}

@SequenceModel
@LSTM(units = 4)
@Dense
interface MaxLengthOfForecast {
  @Forecast(horizon = 3, of = "load")
  double[] next(
      @MaxLength(50) @Window(12) List<Hour> hours); // error at 7: [RONDO-227] @MaxLength on "hours" has no effect, because a forecast reads as many steps as @Window says. Remove it.
}
