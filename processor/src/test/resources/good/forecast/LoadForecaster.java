package forecast;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

/** Forecasts the load of a day from that of a week. */
@SequenceModel
@GRU(units = 64)
@Dense
@Training(epochs = 20, patience = 3)
public interface LoadForecaster {
  @Forecast(horizon = 24, of = "load")
  float[] next(@Window(168) List<Reading> history);
}
