package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Fill;
import dev.rondo.data.Missing;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.GRU;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

enum Condition {
  GOOD,
  WORN,
  BROKEN
}

enum Alarm {
  HEAT,
  NOISE
}

record Engine(@Scale(Scaling.LOG) double rpm, @Category(minFrequency = 3) @Embedding(size = 4) String oil) {}

record Reading(
    float load,
    Integer age,
    @Missing(fill = Fill.LAST) OptionalDouble temperature,
    boolean open,
    DayOfWeek day,
    @Embedding(size = 2) Alarm alarm,
    Set<Alarm> alarms,
    List<Alarm> earlier,
    @Elapsed Instant at,
    LocalDate built,
    Engine engine) {}

@SequenceModel
@GRU(units = 8)
@Dense
interface Machine {
  Condition check(List<Reading> readings);
}
