package anomaly;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.util.List;

/** Watches a server. */
@SequenceModel
@GRU(units = 32)
@Dense
public interface ServerWatch {
  @AnomalyScore
  double score(@Window(48) List<Metrics> history);
}
