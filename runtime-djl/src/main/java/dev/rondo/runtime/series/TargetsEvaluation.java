package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How good forecasts of several targets are. The evaluation of a model is a class of its own, which
 * has those of each target by name. Immutable.
 */
public abstract class TargetsEvaluation {
  private final List<String> names;
  private final List<ForecastEvaluation> targets;

  /**
   * Creates an evaluation.
   *
   * @param names of the targets
   * @param targets how good the forecasts of each are
   * @throws IllegalArgumentException if there are none, or not as many of both
   */
  protected TargetsEvaluation(List<String> names, List<ForecastEvaluation> targets) {
    this.names = Arguments.copyOf(names, "names");
    this.targets = Arguments.copyOf(targets, "targets");
    if (names.isEmpty() || names.size() != targets.size()) {
      throw new IllegalArgumentException(
          "there are %s names and %s evaluations of targets"
              .formatted(names.size(), targets.size()));
    }
  }

  /**
   * Returns the mean of the targets' mean absolute scaled errors, which have no units; those
   * without a scale are left out. NaN if all are.
   */
  public final double mase() {
    return meanMase(targets, ForecastEvaluation::model);
  }

  /**
   * Returns the mean of the targets' mean absolute scaled errors; those without a scale are left
   * out. NaN if all are.
   */
  public static double meanMase(
      List<ForecastEvaluation> targets,
      Function<? super ForecastEvaluation, ForecastScores> forecaster) {
    return targets.stream()
        .mapToDouble(target -> forecaster.apply(target).mase())
        .filter(mase -> !Double.isNaN(mase))
        .average()
        .orElse(Double.NaN);
  }

  /** Returns the table of each target under its name, and the mean errors over all. */
  @Override
  public final String toString() {
    List<String> lines = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      lines.add(names.get(k));
      targets.get(k).toString().lines().map(line -> "  " + line).forEach(lines::add);
    }
    lines.add(
        "mean MASE: model %s, last value %s, seasonal naive %s, linear %s"
            .formatted(
                Figures.text(mase()),
                Figures.text(meanMase(targets, ForecastEvaluation::lastValue)),
                Figures.text(meanMase(targets, ForecastEvaluation::seasonalNaive)),
                Figures.text(meanMase(targets, ForecastEvaluation::linear))));
    return String.join(System.lineSeparator(), lines);
  }
}
