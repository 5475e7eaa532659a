package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.AnomalyScore;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalDouble;

record Metric(
    LocalDateTime at,
    float load,
    OptionalDouble memory,
    boolean open,
    DayOfWeek day,
    @Category @Embedding(size = 4) String host) {}

@SequenceModel
@LSTM(units = {8, 4})
@Dense(hidden = 6)
interface Watch {
  @AnomalyScore(ahead = 6)
  double anomalies(@Window(12) List<Metric> history);
}
