package dev.rondo.runtime.forecast;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.StoredCodecs;
import dev.rondo.runtime.series.RegularTimes;
import dev.rondo.runtime.series.TimeGrid;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.series.TimeStep;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The times of a series' steps, and of those that are forecast.
 *
 * @param stamp the time of a step; null where the series has none
 * @param step how far steps are apart; null where that is not known
 * @param <R> a step of the series
 */
record Times<R>(@Nullable Function<? super R, ? extends Temporal> stamp, @Nullable TimeStep step) {
  static final String STEP = "step";

  /**
   * Checks that there is the same time between all steps of a training series.
   *
   * @param name what errors call the series
   * @throws IllegalArgumentException if there are holes, duplicates or disorder, naming the first
   *     three stamps
   */
  void check(List<R> steps, String name) {
    if (stamp != null) {
      RegularTimes.<R>of(stamp, TimePolicy.STRICT).regular(steps, name);
    }
  }

  /**
   * Checks that a series, or a history, has steps as far apart as those of the training series.
   *
   * @param name what errors call it
   * @throws IllegalArgumentException if it has not, naming the first three stamps, or one is null
   */
  void checkLearned(List<R> steps, String name) {
    if (stamp == null || step == null || steps.size() < 2) {
      return;
    }
    List<Temporal> stamps = Arguments.placed(name, () -> stamps(steps));
    TimeGrid grid = TimeGrid.of(step, stamps);
    for (int i = 1; i < stamps.size(); i++) {
      if (!grid.at(i).equals(stamps.get(i))) {
        // the same, and says what is irregular
        RegularTimes.<R>of(stamp, TimePolicy.STRICT).every(step).regular(steps, name);
        return;
      }
    }
  }

  /** Returns the same with the step that is found in training series; none in irregular ones. */
  Times<R> learn(List<List<R>> series) {
    for (List<R> steps : series) {
      if (stamp != null && steps.size() > 1) {
        return new Times<>(stamp, TimeGrid.find(stamps(steps)).step());
      }
    }
    return this;
  }

  private List<Temporal> stamps(List<R> steps) {
    List<Temporal> stamps = new ArrayList<>();
    for (R step : steps) {
      Temporal at = stamp == null ? null : stamp.apply(step);
      if (at == null) {
        throw new IllegalArgumentException("the time of a step is null");
      }
      stamps.add(at);
    }
    return stamps;
  }

  /**
   * Returns the times of the steps behind a history.
   *
   * @param history its last steps
   * @return none where no times are known
   * @throws IllegalArgumentException if the last step has no time
   */
  List<Temporal> after(List<R> history, int horizon) {
    if (stamp == null || step == null || history.isEmpty()) {
      return List.of();
    }
    // the day of the month is that of all stamps: February ends earlier
    List<Temporal> stamps = stamps(history);
    TimeGrid grid = TimeGrid.of(step, stamps);
    long last = grid.index(stamps.get(stamps.size() - 1)).orElse(-1);
    TimeGrid from =
        last < 0 ? TimeGrid.of(step, stamps.subList(stamps.size() - 1, stamps.size())) : grid;
    List<Temporal> times = new ArrayList<>();
    for (int h = 1; h <= horizon; h++) {
      times.add(from.at(Math.max(last, 0) + h));
    }
    return times;
  }

  void store(Map<String, String> settings) {
    if (step != null) {
      settings.put(STEP, step.toString());
    }
  }

  /**
   * Returns the same with the step that was stored.
   *
   * @throws IllegalArgumentException if it is no step
   */
  Times<R> restore(StoredCodec stored) {
    String text = stored.settings().get(STEP);
    if (text == null) {
      return this;
    }
    try {
      return new Times<>(stamp, TimeStep.parse(text));
    } catch (IllegalArgumentException e) {
      throw StoredCodecs.badSetting(stored, STEP, text, "a duration or a period");
    }
  }
}
