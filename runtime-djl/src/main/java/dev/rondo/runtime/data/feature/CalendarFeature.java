package dev.rondo.runtime.data.feature;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Fill;
import dev.rondo.runtime.data.StoredCodec;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A time by where it is in the cycles of the calendar: sine and cosine of each field, so that the
 * end of a cycle is next to its beginning. And an indicator if it may be missing.
 *
 * @param <T> what has the time
 */
public final class CalendarFeature<T> extends ValueFeature<T> {
  private static final double NANOS_OF_DAY = 86_400e9;

  private final Function<? super T, ? extends @Nullable TemporalAccessor> getter;
  private final List<CalendarField> fields;
  private final String zoneName;
  private final @Nullable ZoneId zone;

  private CalendarFeature(
      Function<? super T, ? extends @Nullable TemporalAccessor> getter,
      List<CalendarField> fields,
      String zoneName,
      @Nullable ZoneId zone,
      @Nullable Fill fill) {
    super("calendar", fill);
    this.getter = getter;
    this.fields = fields;
    this.zoneName = zoneName;
    this.zone = zone;
  }

  static <T> CalendarFeature<T> of(
      Function<? super T, ? extends @Nullable TemporalAccessor> getter,
      List<CalendarField> fields,
      String zone) {
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("a time needs at least one field of the calendar");
    }
    return new CalendarFeature<>(
        getter, List.copyOf(fields), zone, zone.isEmpty() ? null : zone(zone), null);
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "zone is \"" + name + "\", which names no time zone, expected one like \"Europe/Berlin\"",
          e);
    }
  }

  /** Returns the same of a time that may be missing. */
  public CalendarFeature<T> missing(Fill with) {
    return new CalendarFeature<>(getter, fields, zoneName, zone, with);
  }

  @Override
  boolean isMissing(@Nullable T value) {
    return getter.apply(value) == null;
  }

  @Override
  Learner<T> ofPresent() {
    return new NothingToLearn<>(new Learned());
  }

  @Override
  LearnedFeature<T> ofPresent(StoredFeature stored) {
    stored.check("fields", fieldNames());
    stored.check("zone", zoneName);
    return new Learned();
  }

  private String fieldNames() {
    return fields.stream().map(Enum::name).collect(Collectors.joining(" "));
  }

  /** Returns the time as the clocks of the zone show it. */
  private TemporalAccessor local(TemporalAccessor time) {
    if (time instanceof Instant instant) {
      return instant.atZone(zone == null ? ZoneOffset.UTC : zone);
    }
    if (zone != null && time instanceof ZonedDateTime zoned) {
      return zoned.withZoneSameInstant(zone);
    }
    if (zone != null && time instanceof OffsetDateTime offset) {
      return offset.atZoneSameInstant(zone);
    }
    return time;
  }

  /** Returns how much of a field's cycle has passed, in [0, 1). */
  private static double passed(TemporalAccessor time, CalendarField field) {
    if (field == CalendarField.HOUR_OF_DAY) {
      return time.getLong(ChronoField.NANO_OF_DAY) / NANOS_OF_DAY;
    }
    LocalDate date = time.query(TemporalQueries.localDate());
    if (date == null) {
      throw new DateTimeException("no date");
    }
    return switch (field) {
      case HOUR_OF_DAY -> throw new AssertionError();
      case DAY_OF_WEEK -> (date.getDayOfWeek().getValue() - 1) / 7.0;
      case DAY_OF_MONTH -> (date.getDayOfMonth() - 1) / (double) date.lengthOfMonth();
      case DAY_OF_YEAR -> (date.getDayOfYear() - 1) / (double) date.lengthOfYear();
    };
  }

  private final class Learned implements LearnedFeature<T> {
    @Override
    public int width() {
      return 2 * fields.size();
    }

    @Override
    public void encode(@Nullable T value, StepWriter out) {
      TemporalAccessor time = getter.apply(value);
      if (time == null) {
        throw WrongValue.isNull();
      }
      for (CalendarField field : fields) {
        double angle = 2 * Math.PI * angle(time, field);
        out.feature((float) Math.sin(angle));
        out.feature((float) Math.cos(angle));
      }
    }

    @Override
    public List<String> features(String name) {
      return fields.stream()
          .flatMap(field -> Stream.of(name + " sine of " + field, name + " cosine of " + field))
          .toList();
    }

    private double angle(TemporalAccessor time, CalendarField field) {
      try {
        return passed(local(time), field);
      } catch (DateTimeException e) {
        throw WrongValue.of("is " + time + ", which has no " + field);
      }
    }

    @Override
    public void store(String name, Map<String, StoredCodec> into) {
      into.put(
          name,
          new StoredCodec(kind(), Map.of("fields", fieldNames(), "zone", zoneName), List.of()));
    }
  }
}
