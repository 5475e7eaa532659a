package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;
import java.util.OptionalDouble;

record Hour(@Scale(Scaling.LOG) double price, OptionalDouble load, DayOfWeek day) {}

@SequenceModel
@LSTM(units = {8, 4})
@Dense(hidden = 6)
interface Forecaster {
  @Forecast(horizon = 3, of = "load")
  double[] next(@Window(12) List<Hour> hours);
}
