package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.List;

/**
 * How good the interval between two quantiles is.
 *
 * @param low the level of its lower end
 * @param high the level of its upper end
 * @param coverage the share of values inside, ends included; right is {@link #expected()}
 * @param coverageBefore the same before the interval was {@link Widening widened}; equal to {@code
 *     coverage} if it was not
 * @param width the mean width, in the user's units
 * @param stepCoverage the coverage of each step of the horizon, the nearest first; unmodifiable
 */
public record IntervalScores(
    double low,
    double high,
    double coverage,
    double coverageBefore,
    double width,
    List<Double> stepCoverage) {
  /** Creates one with a copy of the steps. */
  public IntervalScores {
    stepCoverage = Arguments.copyOf(stepCoverage, "stepCoverage");
  }

  /** Returns the share of values that should be inside. */
  public double expected() {
    return high - low;
  }

  /** Returns the figures in a line. */
  @Override
  public String toString() {
    return "%s to %s covers %s (expected %s, before widening %s), mean width %s"
        .formatted(
            low,
            high,
            Figures.percent(coverage),
            Figures.percent(expected()),
            Figures.percent(coverageBefore),
            Figures.text(width));
  }
}
