package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.TimeAxis;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import java.time.Instant;
import java.util.List;

record Hour(
    @TimeAxis Instant at, // error at 23: [RONDO-321] @TimeAxis on "at" of "hours" has no effect, because "level" neither forecasts nor scores anomalies of a series. Remove it.
    float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface TimeAxisOfOthers {
  float level(List<Hour> hours);
}
