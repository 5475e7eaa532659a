package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.time.Duration;
import java.time.Period;
import java.time.Year;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * The regular stamps of a series: the first of them, and all that are whole {@link TimeStep}s away.
 *
 * <p>On months, the day is the latest that the series has, or the last of a shorter month: after 31
 * January comes 28 or 29 February, then 31 March. On days of a zone with a clock that is changed,
 * the time of the day stays.
 */
public final class TimeGrid {
  private final TimeStep step;
  private final Temporal first;
  private final int day;

  private TimeGrid(TimeStep step, Temporal first, int day) {
    this.step = step;
    this.first = first;
    this.day = day;
  }

  /**
   * Creates the grid of stamps with a step that is told.
   *
   * @param stamps at least one, in the order of time, all of one type: {@code Instant}, {@code
   *     LocalDateTime}, {@code ZonedDateTime}, {@code OffsetDateTime}, {@code LocalDate}, {@code
   *     YearMonth} or {@code Year}
   * @throws IllegalArgumentException if stamps of this type cannot be so far apart
   */
  public static TimeGrid of(TimeStep step, List<? extends Temporal> stamps) {
    Temporal first = Arguments.notNull(stamps.isEmpty() ? null : stamps.get(0), "first stamp");
    boolean fits =
        step.months() > 0
            ? Stamps.haveMonths(first) && !(first instanceof Year && step.months() % 12 != 0)
            : step.days() > 0 ? Stamps.haveDays(first) : Stamps.onClock(first);
    if (!fits) {
      throw new IllegalArgumentException(
          "stamps of type %s cannot be %s apart".formatted(first.getClass().getSimpleName(), step));
    }
    int day = stamps.stream().mapToInt(Stamps::day).max().orElse(1);
    return new TimeGrid(step, first, day);
  }

  /**
   * Creates the grid of stamps whose step is found: the one that most neighbours are apart, in
   * months, days or on the clock.
   *
   * @param stamps in the order of time, at least two that differ
   * @throws IllegalArgumentException if there are fewer, or no step is that of at least half of the
   *     neighbours
   */
  public static TimeGrid find(List<? extends Temporal> stamps) {
    TimeGrid best = null;
    int most = 0;
    int pairs = 0;
    for (int i = 1; i < stamps.size(); i++) {
      pairs += Stamps.ORDER.compare(stamps.get(i - 1), stamps.get(i)) < 0 ? 1 : 0;
    }
    if (pairs == 0) {
      throw new IllegalArgumentException(
          "the step cannot be found in fewer than two different stamps; tell it");
    }
    for (TimeStep candidate : candidates(stamps)) {
      TimeGrid grid = of(candidate, stamps);
      int met = 0;
      for (int i = 1; i < stamps.size(); i++) {
        met += Stamps.ORDER.compare(grid.after(stamps.get(i - 1), 1), stamps.get(i)) == 0 ? 1 : 0;
      }
      if (met > most) {
        most = met;
        best = grid;
      }
    }
    if (best == null || 2 * most < pairs) {
      throw new IllegalArgumentException(
          "no step is that of at least half of the %s neighbours (%s has most, %s); tell it"
              .formatted(pairs, best == null ? "none" : best.step, most));
    }
    return best;
  }

  /** Returns the most frequent steps: in months, in days, on the clock. */
  private static List<TimeStep> candidates(List<? extends Temporal> stamps) {
    Map<Long, Integer> months = new HashMap<>();
    Map<Long, Integer> days = new HashMap<>();
    Map<Duration, Integer> durations = new HashMap<>();
    for (int i = 1; i < stamps.size(); i++) {
      Temporal before = stamps.get(i - 1);
      Temporal after = stamps.get(i);
      if (Stamps.ORDER.compare(before, after) < 0) {
        if (Stamps.haveMonths(before)) {
          months.merge(Stamps.months(after) - Stamps.months(before), 1, Integer::sum);
        }
        if (Stamps.haveDays(before)) {
          days.merge(days(before, after), 1, Integer::sum);
        }
        if (Stamps.onClock(before)) {
          durations.merge(Stamps.between(before, after), 1, Integer::sum);
        }
      }
    }
    List<TimeStep> candidates = new ArrayList<>();
    long month = mostFrequent(months, 0L);
    if (month > 0) {
      candidates.add(TimeStep.of(Period.ofMonths(Math.toIntExact(month))));
    }
    long day = mostFrequent(days, 0L);
    if (day > 0) {
      candidates.add(TimeStep.of(Period.ofDays(Math.toIntExact(day))));
    }
    Duration duration = mostFrequent(durations, Duration.ZERO);
    if (!duration.isZero()) {
      candidates.add(TimeStep.of(duration));
    }
    return candidates;
  }

  private static <K extends Comparable<K>> K mostFrequent(Map<K, Integer> counts, K none) {
    return counts.entrySet().stream()
        .max(
            Map.Entry.<K, Integer>comparingByValue()
                .thenComparing(Map.Entry.<K, Integer>comparingByKey().reversed()))
        .map(Map.Entry::getKey)
        .orElse(none);
  }

  private static long days(Temporal first, Temporal second) {
    return second.getLong(ChronoField.EPOCH_DAY) - first.getLong(ChronoField.EPOCH_DAY);
  }

  /** Returns the step. */
  public TimeStep step() {
    return step;
  }

  /** Returns the stamp so many steps after the first; of the type of the first. */
  public Temporal at(long index) {
    return after(first, index);
  }

  /** Returns how many steps a stamp is after the first; nothing if it is between two steps. */
  public OptionalLong index(Temporal stamp) {
    long index;
    if (step.months() > 0) {
      index = Math.floorDiv(Stamps.months(stamp) - Stamps.months(first), step.months());
    } else if (step.days() > 0) {
      index = Math.floorDiv(days(first, stamp), step.days());
    } else {
      index = Stamps.between(first, stamp).dividedBy(step.duration());
    }
    return Stamps.ORDER.compare(at(index), stamp) == 0
        ? OptionalLong.of(index)
        : OptionalLong.empty();
  }

  Temporal after(Temporal stamp, long steps) {
    if (step.months() > 0) {
      return Stamps.plusMonths(stamp, step.months() * steps, day);
    }
    if (step.days() > 0) {
      return stamp.plus(step.days() * steps, ChronoUnit.DAYS);
    }
    return stamp.plus(step.duration().multipliedBy(steps));
  }

  @Override
  public String toString() {
    return "every " + step + " from " + first;
  }
}
