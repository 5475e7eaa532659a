package demo;

import dev.rondo.SequenceModel;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.time.DayOfWeek;
import java.util.List;

record Metric(float load, DayOfWeek day) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface AnomalyWithoutWindow {
  @AnomalyScore
  double score(List<Metric> metrics); // error at 29: [RONDO-362] "metrics" is a history, but does not say how many of its last steps are read. Write @Window(168) on it, if there are 168.
}
