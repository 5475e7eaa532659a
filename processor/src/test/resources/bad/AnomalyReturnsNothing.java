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
interface AnomalyReturnsNothing {
  @AnomalyScore
  void score(@Window(12) List<Metric> metrics); // error at 8: [RONDO-375] "score" has @AnomalyScore, but returns nothing: a score is one number. Return double.
}
