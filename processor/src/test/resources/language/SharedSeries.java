package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.TimeAxis;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record Hour(@TimeAxis Instant at, LocalDate built, float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface SharedSeries {
  float level(List<Hour> hours);
}
