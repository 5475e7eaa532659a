package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.Instant;
import java.util.List;

record Hour(Instant at, Instant known, float load) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface TimeAxisMissing {
  @Forecast(horizon = 3, of = "load")
  float[] next(@Window(12) List<Hour> hours); // error at 39: [RONDO-380] "hours" is a series of Hour, which has several components that could be the time of a step: at, known. Write @TimeAxis on the one that is.
}
