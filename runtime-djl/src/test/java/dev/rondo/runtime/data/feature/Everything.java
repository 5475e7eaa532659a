package dev.rondo.runtime.data.feature;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A record with a component of every kind that can be read, records in records too. */
// arrays are what records of vectors have in them; nothing here compares two of them
@SuppressWarnings("ArrayRecordComponent")
record Everything(
    float load,
    float temperature,
    double amount,
    long count,
    short share,
    byte level,
    boolean on,
    @Nullable Boolean sure,
    @Nullable Integer boxed,
    @Nullable BigDecimal price,
    OptionalInt optionalInt,
    OptionalLong optionalLong,
    OptionalDouble optionalDouble,
    Duration took,
    DayOfWeek day,
    Alarm kind,
    @Nullable Alarm last,
    Set<Alarm> alarms,
    String machine,
    @Nullable Long owner,
    int user,
    float[] axes,
    double @Nullable [] gaps,
    Instant at,
    LocalDate date,
    LocalTime time,
    LocalDateTime local,
    ZonedDateTime zoned,
    @Nullable OffsetDateTime offset,
    Engine engine) {

  enum Alarm {
    HOT,
    LOUD,
    WET
  }

  record Wheel(double pressure, Set<Alarm> alarms) {}

  record Engine(int rpm, Wheel wheel, @Nullable Float oil, String fuel) {}

  static final List<CalendarField> ALL_FIELDS = List.of(CalendarField.values());

  static final RecordFeatures<Wheel> WHEEL =
      RecordFeatures.<Wheel>of()
          .with("pressure", Features.number(Wheel::pressure).scaled(Scaling.ROBUST))
          .with("alarms", Features.constants(Wheel::alarms, Alarm.values()));

  static final RecordFeatures<Engine> ENGINE =
      RecordFeatures.<Engine>of()
          .with("rpm", Features.number(Engine::rpm))
          .with("wheel", Features.record(Engine::wheel, WHEEL))
          .with("oil", Features.boxed(Engine::oil).missing(Fill.LAST))
          .with("fuel", Features.category(Engine::fuel).minFrequency(1));

  static final RecordFeatures<Everything> FEATURES =
      RecordFeatures.<Everything>of()
          .with("load", Features.number(Everything::load))
          .with("temperature", Features.number(Everything::temperature).missing(Fill.LAST))
          .with("amount", Features.number(Everything::amount).scaled(Scaling.LOG))
          .with("count", Features.number(Everything::count).scaled(Scaling.MIN_MAX))
          .with("share", Features.number(Everything::share).scaled(Scaling.NONE))
          .with("level", Features.number(Everything::level).scaled(Scaling.ROBUST))
          .with("on", Features.flag(Everything::on))
          .with("sure", Features.boxedFlag(Everything::sure))
          .with("boxed", Features.boxed(Everything::boxed))
          .with("price", Features.decimal(Everything::price).missing(Fill.ZERO))
          .with("optionalInt", Features.optionalInt(Everything::optionalInt))
          .with("optionalLong", Features.optionalLong(Everything::optionalLong))
          .with("optionalDouble", Features.optionalDouble(Everything::optionalDouble))
          .with("took", Features.duration(Everything::took).scaled(Scaling.LOG))
          .with("day", Features.constant(Everything::day, DayOfWeek.values()))
          .with("kind", Features.constant(Everything::kind, Alarm.values()).embedded())
          .with("last", Features.constant(Everything::last, Alarm.values()).missing(Fill.LAST))
          .with("alarms", Features.constants(Everything::alarms, Alarm.values()))
          .with("machine", Features.category(Everything::machine).vocabulary(3))
          .with("owner", Features.category(Everything::owner).missing(Fill.LAST))
          .with("user", Features.id(Everything::user))
          .with("axes", Features.floats(3, Everything::axes))
          .with("gaps", Features.doubles(2, Everything::gaps).missing(Fill.LAST))
          .with("at", Features.elapsed(Everything::at))
          .with("date", Features.calendar(Everything::date, List.of(CalendarField.DAY_OF_YEAR), ""))
          .with("time", Features.calendar(Everything::time, List.of(CalendarField.HOUR_OF_DAY), ""))
          .with("local", Features.calendar(Everything::local, ALL_FIELDS, ""))
          .with("zoned", Features.calendar(Everything::zoned, ALL_FIELDS, "Asia/Tokyo"))
          .with(
              "offset", Features.calendar(Everything::offset, ALL_FIELDS, "UTC").missing(Fill.LAST))
          .with("engine", Features.record(Everything::engine, ENGINE));

  /** Makes a sequence of values that are all different from one another. */
  static List<Everything> sequence(Random random, int length) {
    List<Everything> sequence = new ArrayList<>();
    Instant at = Instant.ofEpochSecond(random.nextInt(2_000_000_000));
    for (int i = 0; i < length; i++) {
      at = at.plusMillis(random.nextInt(5_000_000));
      sequence.add(value(random, at));
    }
    return sequence;
  }

  private static Everything value(Random random, Instant at) {
    LocalDateTime local = LocalDateTime.ofInstant(at, ZoneOffset.UTC);
    return new Everything(
        (float) (100 * random.nextGaussian()),
        random.nextInt(3) == 0 ? Float.NaN : (float) random.nextGaussian(),
        1e6 * random.nextGaussian(),
        random.nextLong() >> 20,
        (short) random.nextInt(),
        (byte) random.nextInt(),
        random.nextBoolean(),
        random.nextBoolean() ? null : (Boolean) random.nextBoolean(),
        random.nextBoolean() ? null : (Integer) random.nextInt(1000),
        random.nextBoolean() ? null : BigDecimal.valueOf(random.nextInt(10_000), 2),
        random.nextBoolean() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(9)),
        random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(random.nextInt(99)),
        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextDouble()),
        Duration.ofMillis(random.nextInt(100_000)),
        DayOfWeek.of(1 + random.nextInt(7)),
        alarm(random),
        random.nextBoolean() ? null : alarm(random),
        alarms(random),
        "machine " + random.nextInt(5),
        random.nextBoolean() ? null : (Long) (long) random.nextInt(5),
        random.nextInt(5),
        new float[] {random.nextFloat(), 10 * random.nextFloat(), 5},
        random.nextInt(4) == 0
            ? null
            : new double[] {random.nextBoolean() ? Double.NaN : random.nextDouble(), 1e9},
        at,
        local.toLocalDate(),
        local.toLocalTime(),
        local,
        at.atZone(ZoneId.of("Europe/Berlin")),
        random.nextBoolean() ? null : at.atOffset(ZoneOffset.ofHours(-3)),
        new Engine(
            random.nextInt(8000),
            new Wheel(random.nextDouble(), alarms(random)),
            random.nextBoolean() ? null : (Float) random.nextFloat(),
            random.nextBoolean() ? "diesel" : "gas"));
  }

  private static Alarm alarm(Random random) {
    return Alarm.values()[random.nextInt(3)];
  }

  private static Set<Alarm> alarms(Random random) {
    Set<Alarm> alarms = EnumSet.noneOf(Alarm.class);
    for (Alarm alarm : Alarm.values()) {
      if (random.nextBoolean()) {
        alarms.add(alarm);
      }
    }
    return alarms;
  }
}
