package dev.rondo.it.series;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The models of these tests. */
final class AnomalyModels {
  private AnomalyModels() {}

  enum Phase {
    IDLE,
    LOAD,
    WORK,
    STORE
  }

  record Metrics(LocalDateTime at, float load, @Nullable Integer queue, Phase phase) {}

  @SequenceModel
  @GRU(units = 16)
  @Dense
  @Training(epochs = 6, batchSize = 32, learningRate = 0.01, patience = 2)
  interface Watch {
    @AnomalyScore(ahead = 12)
    double score(@Window(24) List<Metrics> history);
  }

  record Level(@Scale(Scaling.WINDOW) double value) {}

  @SequenceModel
  @GRU(units = 4)
  @Dense
  @Training(epochs = 1)
  interface Levels {
    @AnomalyScore(ahead = 2)
    double score(@Window(8) List<Level> history);
  }

  record Line(Phase phase) {}

  @SequenceModel
  @GRU(units = 12)
  @Dense
  @Training(epochs = 8, batchSize = 32, learningRate = 0.02, patience = 3)
  interface Orders {
    @AnomalyScore(ahead = 1)
    double score(@Window(8) List<Line> log);
  }
}
