package weather;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.util.List;

/** Forecasts two numbers of a day from those of a week. */
@SequenceModel
@GRU(units = 64)
@Dense
@Training(epochs = 20, patience = 3)
public interface WeatherForecaster {
  @Forecast(horizon = 24)
  List<Weather> next(@Window(168) List<Reading> history);
}
