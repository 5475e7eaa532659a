package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.Duration;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAmount;
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
