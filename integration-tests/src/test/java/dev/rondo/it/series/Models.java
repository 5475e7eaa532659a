package dev.rondo.it.series;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
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
