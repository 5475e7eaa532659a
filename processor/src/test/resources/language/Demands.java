package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Missing;
import dev.rondo.data.Vector;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Embedding;
import dev.rondo.layer.LSTM;
import dev.rondo.task.Forecast;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;

record Delivery(LocalDate date, float sold, double returned) {}

record Amounts(float sold, double returned) {}

enum Kind {
  KIOSK,
  MALL
}

@SequenceModel
@LSTM(units = 5)
@Dense
interface Demands {
  @Forecast(horizon = 7)
  List<Amounts> next(
      @Window(28) List<Delivery> deliveries,
      @Category @Embedding(size = 3) String store,
      Kind kind,
      OptionalDouble area,
      @Missing Integer floors,
      boolean open,
      @Vector(2) @Dense(units = 3) float[] place,
      LocalDate founded);
}
