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

record Known(DayOfWeek day, double price, boolean holiday) {}

@SequenceModel
@GRU(units = 4)

interface FutureUnknown {
  @Forecast(horizon = 3, of = "load")
  @Dense
  float[] next(@Window(12) List<Hour> hours, @Future List<Known> known); // error at 66: [RONDO-372] "known" has double price, which Hour does not have: training takes what is known in advance from there. Give Hour one of this name and type, or remove it.
//& error at 66: [RONDO-372] "known" has boolean holiday, which Hour does not have: training takes what is known in advance from there. Give Hour one of this name and type, or remove it.
}
