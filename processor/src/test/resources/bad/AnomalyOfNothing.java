package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.time.LocalDateTime;
import java.util.List;

record Metric(LocalDateTime at) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface AnomalyOfNothing {
  @AnomalyScore // error at 3: [RONDO-377] @AnomalyScore on "score" foretells the steps of Metric, but none of its components can be foretold. Give it a number, an enum, a boolean or a @Category.
  double score(@Window(12) List<Metric> metrics);
}
