package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Elapsed;
import dev.rondo.data.TimeAxis;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.AnomalyScore;
import java.time.Instant;
import java.util.List;

record Hour(
    @TimeAxis Instant at,
    @TimeAxis Instant known,
    @TimeAxis @Elapsed Instant failed, // error at 32: [RONDO-321] @TimeAxis on "failed" of "hours" has no effect, because @Elapsed reads the time of an event, and events come at irregular times. Remove one of the two.
    @TimeAxis float load) {} // error at 21: [RONDO-321] @TimeAxis on "load" of "hours" has no effect, because float is no time with a date. Remove it.

@SequenceModel
@GRU(units = 4)
@Dense
interface TimeAxisTwice {
  @AnomalyScore
  double score(@Window(12) List<Hour> hours); // error at 39: [RONDO-380] "hours" is a series of Hour, which has @TimeAxis on several components: at, known. Keep the one that is the time of a step.
}
