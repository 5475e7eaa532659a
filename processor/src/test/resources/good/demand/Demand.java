package demand;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

/** Forecasts what stores of all kinds sell in four weeks. */
@SequenceModel
@GRU(units = 64)
public interface Demand {
  @Forecast(horizon = 28, of = "sold")
  @Dense(hidden = 32)
  float[] next(
      @Window(168) List<Day> history,
      Store store,
      @Future List<Planned> planned,
      @Embedding(size = 2) Region region);
}
