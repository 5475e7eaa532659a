package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.DayOfWeek;
import java.util.List;

record Hour(DayOfWeek day, float load, float price) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface ForecastOfNothing {
  @Forecast(horizon = 3) // error at 3: [RONDO-373] @Forecast on "next" does not say what is forecast, but "next" returns float[], which is of one number of Hour. Write of = "load".
  float[] next(@Window(12) List<Hour> hours);
}
