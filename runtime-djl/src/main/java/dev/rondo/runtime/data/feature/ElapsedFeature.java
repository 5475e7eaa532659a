package dev.rondo.runtime.data.feature;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The time that has passed since the step before: {@code ln(1 + seconds)}, standardised, and an
 * indicator that is 1 at the first step, where there is none before.
 *
 * @param <T> what has the time
 */
final class ElapsedFeature<T> implements Feature<T> {
  private static final String KIND = "elapsed";
  private static final double NANOS = 1e9;

  private final Function<? super T, ? extends @Nullable TemporalAccessor> getter;

  ElapsedFeature(Function<? super T, ? extends @Nullable TemporalAccessor> getter) {
    this.getter = getter;
  }

  /** Returns the point in time; local times as if in UTC, since only differences are read. */
  private static Instant instant(TemporalAccessor time) {
    if (time instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    if (time instanceof LocalDate date) {
      return date.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    if (time.isSupported(ChronoField.INSTANT_SECONDS)) {
      return Instant.from(time);
    }
    throw WrongValue.of("is " + time + ", which is no point in time");
  }

  private Instant point(@Nullable T value) {
    TemporalAccessor time = getter.apply(value);
    if (time == null) {
      throw WrongValue.isNull();
    }
    return instant(time);
  }

  private double seconds(@Nullable T value, Instant now, double second, double nano) {
    double seconds = ((double) now.getEpochSecond() - second) + (now.getNano() - nano) / NANOS;
    if (seconds < 0) {
      throw WrongValue.of(
          "is %s, %s seconds before that of the step before"
              .formatted(
                  getter.apply(value),
                  BigDecimal.valueOf(-seconds).stripTrailingZeros().toPlainString()));
    }
    return seconds;
  }

  @Override
  public Learner<T> learner() {
    Statistics statistics = new Statistics(Scaling.LOG);
    return new Learner<>() {
      private @Nullable Instant last;

      @Override
      public void start() {
        last = null;
      }

      @Override
      public void add(@Nullable T value) {
        Instant now = point(value);
        if (last != null) {
          statistics.add(seconds(value, now, (double) last.getEpochSecond(), last.getNano()));
        }
        last = now;
      }

      @Override
      public LearnedFeature<T> build() {
        return new Learned(statistics.scaler());
      }
    };
  }

  @Override
  public LearnedFeature<T> restore(Map<String, StoredCodec> stored, String name) {
    return new Learned(Scaler.restore(StoredFeature.of(stored, name, KIND), Scaling.LOG));
  }

  private final class Learned implements LearnedFeature<T> {
    private final Scaler scaler;

    Learned(Scaler scaler) {
      this.scaler = scaler;
    }

    @Override
    public int width() {
      return 2;
    }

    /** Whether there was a step before, and its second and nanosecond. */
    @Override
    public int stateSize() {
      return 3;
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      Instant now = point(value);
      boolean first = out.remembered(0) == 0;
      out.feature(
          first ? 0 : scaler.scale(seconds(value, now, out.remembered(1), out.remembered(2))));
      out.feature(first ? 1 : 0);
      out.remember(1);
      out.remember((double) now.getEpochSecond());
      out.remember(now.getNano());
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      Map<String, String> settings = new HashMap<>();
      scaler.store(settings);
      into.put(name, new StoredCodec(KIND, settings, List.of()));
    }
  }
}
