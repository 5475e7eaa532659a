package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Measures a forecaster of several targets, each as a {@link Backtest} of its own does; the
 * forecaster is asked once for each origin. Not for use by several threads at once.
 */
public final class Backtests {
  private final List<Backtest> targets;
  private final List<Origin> origins;

  private Backtests(List<Backtest> targets) {
    this.targets = targets;
    // a target that begins with missing values has fewer
    this.origins =
        targets.stream()
            .flatMap(target -> target.origins().stream())
            .distinct()
            .sorted(Comparator.comparingInt(Origin::series).thenComparingInt(Origin::position))
            .toList();
  }

  /**
   * Creates one.
   *
   * @param targets those of each target, of the same series
   * @throws IllegalArgumentException if there are none, or their horizons differ
   */
  public static Backtests of(List<Backtest> targets) {
    List<Backtest> all = Arguments.copyOf(targets, "targets");
    if (all.stream().mapToInt(Backtest::horizon).distinct().count() != 1) {
      throw new IllegalArgumentException("the targets have no horizon in common");
    }
    return new Backtests(all);
  }

  /**
   * Measures a forecaster.
   *
   * @param forecaster of each step of the horizon it has one value for each target, in their order
   * @return the errors of each target
   * @throws IllegalArgumentException if a row has a wrong length or holds what is not finite
   */
  public List<ForecastEvaluation> evaluate(Forecaster forecaster) {
    int count = targets.size();
    List<ErrorSums[]> sums = targets.stream().map(Backtest::newSums).toList();
    targets
        .get(0)
        .forEachRow(
            origins,
            forecaster,
            count,
            (origin, row) -> {
              for (int k = 0; k < count; k++) {
                targets.get(k).add(sums.get(k), origin, row, k, count);
              }
            });
    List<ForecastEvaluation> evaluations = new ArrayList<>();
    for (int k = 0; k < count; k++) {
      evaluations.add(targets.get(k).evaluation(sums.get(k)));
    }
    return List.copyOf(evaluations);
  }
}
