package dev.rondo.samples.anomaly;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.util.List;

/** Watches any series of numbers, having seen some hundred of them. */
@SequenceModel
@GRU(units = 16)
@Dense
public interface SeriesWatch {
  /** Returns how unusual the last row is. */
  @AnomalyScore
  double score(@Window(48) List<Reading> history);
}
