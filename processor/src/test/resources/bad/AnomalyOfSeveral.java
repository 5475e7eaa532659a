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
interface AnomalyOfSeveral {
  @AnomalyScore
  double score(@Window(12) List<Metric> metrics, float area); // error at 56: [RONDO-376] "score" has @AnomalyScore, but takes 2 parameters: a score is made from a history alone, a list of a record. Write score(@Window(48) List<Reading> history), where Reading is what is known at a step.
}
