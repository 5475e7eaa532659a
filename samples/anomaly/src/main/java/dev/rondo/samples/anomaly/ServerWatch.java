package dev.rondo.samples.anomaly;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.samples.corpora.server.ServerMetrics;
import dev.rondo.task.AnomalyScore;
import java.util.List;

/** Watches the metrics of a server. */
@SequenceModel
@GRU(units = 32)
@Dense
@Training(learningRate = 2e-3, epochs = 20, patience = 4, batchSize = 128)
public interface ServerWatch {
  /** Returns how unusual the last quarter of an hour is, from half a day. */
  @AnomalyScore
  double score(@Window(48) List<ServerMetrics> history);
}
