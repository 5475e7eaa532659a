package dev.rondo.it.benchmark;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.util.List;

/** A model of anomalies of records of eight components. */
@SequenceModel
@GRU(units = 64)
@Dense
interface WatchModel {
  /** How unusual the last measurement is. */
  @AnomalyScore
  double score(@Window(48) List<SensorModel.Measurement> measurements);
}
