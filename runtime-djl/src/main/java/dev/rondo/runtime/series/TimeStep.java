package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far the stamps of a series are apart: a {@link Duration} on the clock, or a {@link Period} on
 * the calendar, which is of days or of months. A day of a period may have 23 or 25 hours where the
 * clock is changed; a month has as many days as it has.
 */
public final class TimeStep {
  private final Duration duration;
  private final int days;
  private final long months;

  private TimeStep(Duration duration, int days, long months) {
    this.duration = duration;
    this.days = days;
    this.months = months;
  }

  /**
   * Creates one.
   *
   * @param amount a duration, or a period of days, or of months and years
   * @throws IllegalArgumentException if it is neither, is not positive, or mixes months and days
   */
  public static TimeStep of(TemporalAmount amount) {
    Arguments.notNull(amount, "step");
    if (amount instanceof Duration duration && !duration.isZero() && !duration.isNegative()) {
      return new TimeStep(duration, 0, 0);
    }
    if (amount instanceof Period period) {
      long months = period.toTotalMonths();
      int days = (int) period.get(ChronoUnit.DAYS);
      if (months >= 0 && days >= 0 && (months == 0) != (days == 0)) {
        return new TimeStep(Duration.ZERO, days, months);
      }
    }
    throw new IllegalArgumentException(
        "step is " + amount + ", must be a positive Duration, or a Period of days or of months");
  }

  /** Returns the step as a duration or a period. */
  public TemporalAmount amount() {
    if (months > 0) {
      return Period.ofMonths(Math.toIntExact(months)).normalized();
    }
    return days > 0 ? Period.ofDays(days) : duration;
  }

  /**
   * Returns the step that {@link #toString} gave.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static TimeStep parse(String text) {
    try {
      return of(text.startsWith("PT") ? Duration.parse(text) : Period.parse(text));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("step is \"" + text + "\", no duration or period", e);
    }
  }

  /**
   * Returns whether steps are missing between two neighbours: on the clock the later one comes half
   * a step too late or more, on the calendar a whole step. No steps are missing where it does not
   * come later.
   */
  public boolean isGap(Temporal before, Temporal after) {
    if (!duration.isZero()) {
      return Stamps.between(before, after).multipliedBy(2).compareTo(duration.multipliedBy(3)) >= 0;
    }
    Temporal second = TimeGrid.of(this, List.of(before)).after(before, 2);
    return Stamps.ORDER.compare(after, second) >= 0;
  }

  /** Returns whether a stamp is more than so many steps before another. */
  public boolean isOlder(Temporal stamp, Temporal than, int steps) {
    Temporal latest = TimeGrid.of(this, List.of(stamp)).after(stamp, steps);
    return Stamps.ORDER.compare(latest, than) < 0;
  }

  /** Returns the later of two stamps, of one type. */
  public static Temporal later(Temporal first, Temporal second) {
    return Stamps.ORDER.compare(first, second) < 0 ? second : first;
  }

  Duration duration() {
    return duration;
  }

  int days() {
    return days;
  }

  long months() {
    return months;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeStep that && amount().equals(that.amount());
  }

  @Override
  public int hashCode() {
    return amount().hashCode();
  }

  /** Returns the step in ISO 8601: {@code PT1H}, {@code P1M}. */
  @Override
  public String toString() {
    return amount().toString();
  }
}
