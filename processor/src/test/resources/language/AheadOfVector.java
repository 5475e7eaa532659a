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

record Turnover(LocalDate date, int sold, boolean open) {}

record Announced(boolean open, LocalDate date) {}

@SequenceModel
interface AheadOfVector {
  @Forecast(horizon = 7, of = "sold")
  @Dense(hidden = 6)
  float[] next(
      @Window(28) @GRU(units = 5) @Pool(Pooling.MEAN) List<Turnover> history,
      float area,
      @Future List<Announced> announced);
}
