package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.Forecast;
import java.time.LocalDate;
import java.util.List;

record Sales(LocalDate date, int sold, boolean open) {}

record Opened(boolean open, LocalDate date) {}

@SequenceModel
@Dense
interface AheadOfPooled {
  @Forecast(horizon = 7, of = "sold")
  float[] next(
      @Window(28) @GRU(units = 5) @Pool(Pooling.MAX) List<Sales> history,
      @Future List<Opened> announced);
}
