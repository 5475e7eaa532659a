package demo;

import dev.rondo.QuantileForecast;
import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Future;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Forecast;
import java.time.LocalDate;
import java.util.List;

record Sale(
    LocalDate date, @Scale(Scaling.WINDOW) int sold, @Category @Embedding(size = 3) String campaign) {}

record Planned(@Category @Embedding(size = 3) String campaign, LocalDate date) {}

@SequenceModel
@LSTM(units = 5)
interface Ahead {
  @Forecast(
      horizon = 7,
      of = "sold",
      quantiles = {0.1, 0.5, 0.9})
  @Dense(hidden = 6)
  QuantileForecast next(@Window(28) List<Sale> sales, @Future List<Planned> planned);
}
