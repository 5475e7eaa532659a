package dev.rondo.runtime.series;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.Comparator;

/** What the kinds of stamps have in common. */
final class Stamps {
  /** By the place in time, whatever the zone. */
  static final Comparator<Temporal> ORDER = Stamps::compare;

  private Stamps() {}

  private static int compare(Temporal first, Temporal second) {
    if (first instanceof Instant a && second instanceof Instant b) {
      return a.compareTo(b);
    }
    if (first instanceof ZonedDateTime a && second instanceof ZonedDateTime b) {
      return a.toInstant().compareTo(b.toInstant());
    }
    if (first instanceof OffsetDateTime a && second instanceof OffsetDateTime b) {
      return a.toInstant().compareTo(b.toInstant());
    }
    if (first instanceof LocalDateTime a && second instanceof LocalDateTime b) {
      return a.compareTo(b);
    }
    if (first instanceof LocalDate a && second instanceof LocalDate b) {
      return a.compareTo(b);
    }
    if (first instanceof YearMonth a && second instanceof YearMonth b) {
      return a.compareTo(b);
    }
    if (first instanceof Year a && second instanceof Year b) {
      return a.compareTo(b);
    }
    throw new IllegalArgumentException(
        "stamps %s (%s) and %s (%s) are of different kinds, or no dates"
            .formatted(
                first,
                first.getClass().getSimpleName(),
                second,
                second.getClass().getSimpleName()));
  }

  /** Returns whether stamps of this kind lie on the clock, so that a duration can be added. */
  static boolean onClock(Temporal stamp) {
    return stamp.isSupported(ChronoUnit.NANOS);
  }

  /** Returns whether stamps of this kind lie on the calendar, and have days. */
  static boolean haveDays(Temporal stamp) {
    return stamp.isSupported(ChronoField.DAY_OF_MONTH);
  }

  /** Returns the months since year 0; stamps of this kind must have months, or be years. */
  static long months(Temporal stamp) {
    return stamp instanceof Year year
        ? 12L * year.getValue()
        : stamp.getLong(ChronoField.PROLEPTIC_MONTH);
  }

  /** Returns whether stamps of this kind have months. */
  static boolean haveMonths(Temporal stamp) {
    return stamp instanceof Year || stamp.isSupported(ChronoField.PROLEPTIC_MONTH);
  }

  static int day(Temporal stamp) {
    return haveDays(stamp) ? stamp.get(ChronoField.DAY_OF_MONTH) : 1;
  }

  /** Returns a stamp so many months later, on a day of the month or on the last one before it. */
  static Temporal plusMonths(Temporal stamp, long months, int day) {
    if (stamp instanceof Year year) {
      return year.plusYears(Math.floorDiv(months, 12));
    }
    if (!haveDays(stamp)) {
      return stamp.plus(months, ChronoUnit.MONTHS);
    }
    Temporal first = stamp.with(ChronoField.DAY_OF_MONTH, 1).plus(months, ChronoUnit.MONTHS);
    long last = ChronoField.DAY_OF_MONTH.rangeRefinedBy(first).getMaximum();
    return first.with(ChronoField.DAY_OF_MONTH, Math.min(day, last));
  }

  static Duration between(Temporal first, Temporal second) {
    return Duration.between(first, second);
  }
}
