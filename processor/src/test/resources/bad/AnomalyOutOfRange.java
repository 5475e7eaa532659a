package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.time.DayOfWeek;
import java.util.List;

record Metric(float load, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface AnomalyOutOfRange {
  @AnomalyScore(ahead = 0) // error at 25: [RONDO-378] @AnomalyScore on "score" has ahead = 0, but it counts steps and must be at least 1. Change it.
  double score(@Window(12) List<Metric> metrics);
}
