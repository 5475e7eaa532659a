package demo;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.data.Elapsed;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.TimeAxis;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

record Day(@TimeAxis LocalDate date, LocalDate ordered, @Elapsed Instant opened, @Scale(Scaling.WINDOW) int sold) {}

@SequenceModel
@GRU(units = 4)
@Dense
interface Ranges {
  @Forecast(
      horizon = 7,
      of = "sold",
      quantiles = {0.05, 0.25, 0.5, 0.75, 0.95})
  QuantileForecast next(@Window(28) List<Day> days);
}
