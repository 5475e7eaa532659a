package dev.rondo.samples.anomaly;

import dev.rondo.SequenceModel;
import dev.rondo.Training;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.samples.corpora.server.ServerEvent;
import dev.rondo.task.AnomalyScore;
import java.util.List;

/** Watches the log of a server: which line may follow which. */
@SequenceModel
@GRU(units = 32)
@Dense
@Training(learningRate = 3e-3, epochs = 15, patience = 4, batchSize = 128)
public interface LogWatch {
  /** Returns how unusual the last line is; a line has no season, so none is foretold far ahead. */
  @AnomalyScore(ahead = 1)
  double score(@Window(16) List<ServerEvent> log);
}
