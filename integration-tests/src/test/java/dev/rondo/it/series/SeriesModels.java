package dev.rondo.it.series;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Category;
import dev.rondo.data.Future;
import dev.rondo.data.Missing;
import dev.rondo.data.Vector;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import dev.rondo.layer.Pool;
import dev.rondo.layer.Pooling;
import dev.rondo.task.Forecast;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** Models of series in which something is constant. */
final class SeriesModels {
  private SeriesModels() {}

  record Sale(@Calendar(fields = CalendarField.DAY_OF_WEEK) LocalDate date, double sold) {}

  record Store(@Category @Embedding(size = 2) String kind, double area) {}

  @SequenceModel
  @GRU(units = 8)
  @Dense
  @Training(epochs = 60, batchSize = 32, learningRate = 0.02)
  interface Demand {
    @Forecast(horizon = 2, of = "sold")
    double[] next(@Window(4) List<Sale> history, Store store);
  }

  @SequenceModel
  @GRU(units = 8)
  @Dense
  @Training(epochs = 60, batchSize = 32, learningRate = 0.02)
  interface Blind {
    @Forecast(horizon = 2, of = "sold")
    double[] next(@Window(4) List<Sale> history);
  }

  enum Size {
    SMALL,
    LARGE
  }

  record Takings(boolean open, double visitors, double sold) {}

  record Opening(boolean open) {}

  record Amounts(double sold, double visitors) {}

  @SequenceModel
  @GRU(units = 6)
  @Training(epochs = 40, batchSize = 64, learningRate = 0.02)
  interface Shops {
    @Forecast(horizon = 3)
    @Dense(hidden = 8)
    List<Amounts> next(@Window(4) List<Takings> history, Size size, @Future List<Opening> openings);
  }

  @SequenceModel
  @Training(epochs = 40, batchSize = 64, learningRate = 0.02)
  interface PooledShops {
    @Forecast(horizon = 3, of = "sold")
    @Dense(hidden = 8)
    double[] next(
        @Window(4) @GRU(units = 6) @Pool(Pooling.MEAN) List<Takings> history,
        Size size,
        @Future List<Opening> openings);
  }

  @SequenceModel
  @GRU(units = 4)
  @Dense
  @Training(epochs = 2, batchSize = 16)
  interface Ranges {
    @Forecast(
        horizon = 2,
        of = "sold",
        quantiles = {0.1, 0.5, 0.9})
    QuantileForecast next(
        @Window(5) List<Sale> history,
        @Category @Embedding(size = 2) String store,
        OptionalDouble area,
        @Vector(2) @Dense(units = 2) float[] place);
  }

  enum Service {
    PARKING,
    CAFE
  }

  @SequenceModel
  @GRU(units = 4)
  @Dense
  @Training(epochs = 2, batchSize = 16)
  interface Fitted {
    @Forecast(horizon = 2, of = "sold")
    double[] next(
        @Window(4) List<Sale> history,
        @Missing Set<Service> services,
        @Missing @Vector(2) float[] place,
        boolean open,
        @Missing Integer floors,
        @Missing Boolean leased);
  }
}
