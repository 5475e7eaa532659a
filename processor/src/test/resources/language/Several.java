package demo;

import dev.rondo.SequenceModel;
import dev.rondo.data.Future;
import dev.rondo.data.Scale;
import dev.rondo.data.Scaling;
import dev.rondo.data.Window;
import dev.rondo.layer.Dense;
import dev.rondo.layer.GRU;
import dev.rondo.task.Forecast;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

record Store(
    LocalDate date,
    boolean open,
    @Scale(Scaling.WINDOW) int sold,
    byte doors,
    Short staff,
    Long parcels,
    BigDecimal sales,
    Float hours,
    OptionalInt returns,
    OptionalLong calls,
    OptionalDouble profit,
    long visits,
    double rain) {}

record Opening(boolean open) {}

record Targets(
    int sold,
    byte doors,
    Short staff,
    Long parcels,
    BigDecimal sales,
    Float hours,
    OptionalInt returns,
    OptionalLong calls,
    OptionalDouble profit,
    long visits,
    double rain) {}

@SequenceModel
@GRU(units = 4)
interface Several {
  @Forecast(horizon = 7)
  @Dense(hidden = 6)
  List<Targets> targets(@Window(28) List<Store> series, @Future List<Opening> openings);
}
