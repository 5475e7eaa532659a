package dev.rondo.it.series;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Calendar;
import dev.rondo.data.CalendarField;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Future;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.TimeAxis;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

/** The models of these tests. */
final class Models {
  private Models() {}

  record Hour(LocalDateTime at, @Scale(Scaling.WINDOW) double load) {}

  @SequenceModel
  @GRU(units = 8)
  @Dense
  @Training(epochs = 3, batchSize = 32)
  interface Load {
    @Forecast(horizon = 6, of = "load")
    double[] next(@Window(24) List<Hour> history);
  }

  record Day(
      @Calendar(fields = CalendarField.DAY_OF_WEEK) LocalDate ordered,
      @TimeAxis @Calendar(fields = CalendarField.DAY_OF_WEEK) LocalDate date,
      @Scale(Scaling.WINDOW) float sold) {}

  @SequenceModel
  @GRU(units = 8)
  @Dense
  @Training(epochs = 6, batchSize = 64, learningRate = 0.01)
  interface Sales {
    @Forecast(
        horizon = 4,
        of = "sold",
        quantiles = {0.1, 0.5, 0.9})
    QuantileForecast next(@Window(14) List<Day> history);
  }

  record Hourly(LocalDateTime at, boolean open, @Scale(Scaling.WINDOW) double visitors) {}

  record Plan(boolean open, LocalDateTime at) {}

  @SequenceModel
  @GRU(units = 6)
  @Training(epochs = 12, batchSize = 64, learningRate = 0.02)
  interface Visitors {
    @Forecast(horizon = 4, of = "visitors")
    @Dense(hidden = 8)
    double[] next(@Window(8) List<Hourly> history, @Future List<Plan> plans);
  }

  record Weather(LocalDateTime at, double temperature, @Scale(Scaling.WINDOW) float load) {}

  record Outlook(float load, double temperature) {}

  @SequenceModel
  @GRU(units = 8)
  @Dense
  @Training(epochs = 3, batchSize = 32)
  interface Both {
    @Forecast(horizon = 6)
    List<Outlook> next(@Window(24) List<Weather> history);
  }

  record Shop(boolean open, double visitors, double sold) {}

  record Opening(boolean open) {}

  record Takings(double sold, double visitors) {}

  @SequenceModel
  @GRU(units = 6)
  @Training(epochs = 12, batchSize = 64, learningRate = 0.02)
  interface Openings {
    @Forecast(horizon = 4)
    @Dense(hidden = 8)
    List<Takings> next(@Window(8) List<Shop> history, @Future List<Opening> openings);
  }

  record Event(@Elapsed LocalDateTime at, float size) {}

  @SequenceModel
  @GRU(units = 6)
  @Dense
  @Training(epochs = 1)
  interface Sizes {
    @Forecast(horizon = 2, of = "size")
    float[] next(@Window(5) List<Event> events);
  }
}
