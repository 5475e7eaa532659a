package dev.rondo.samples.sensors;

import dev.rondo.runtime.train.ClassReport;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.NumberEvaluation;
import dev.rondo.samples.common.Results;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How good a model is, beside the best answer that is always the same.
 *
 * @param classes how well it tells classes
 * @param baselineAccuracy that of always the commonest class
 * @param remaining how well it tells remaining hours; null for series
 * @param baselineMae that of always the mean
 */
record TestReport(
    Evaluation classes,
    double baselineAccuracy,
    @Nullable NumberEvaluation remaining,
    double baselineMae) {
  /** Returns the report on series. */
  static TestReport of(Evaluation classes) {
    return new TestReport(classes, commonest(classes), null, Double.NaN);
  }

  /** Returns the report on machines. */
  static TestReport of(MachineMonitorEvaluation evaluation, List<MachineMonitorExample> examples) {
    List<Float> hours = examples.stream().map(example -> example.expected().remaining()).toList();
    double mean = hours.stream().mapToDouble(hour -> hour).average().orElse(Double.NaN);
    double mae =
        hours.stream().mapToDouble(hour -> Math.abs(hour - mean)).average().orElse(Double.NaN);
    Evaluation condition = evaluation.condition();
    return new TestReport(condition, commonest(condition), evaluation.remaining(), mae);
  }

  private static double commonest(Evaluation classes) {
    long most = classes.perClass().stream().mapToLong(ClassReport::support).max().orElse(0);
    return (double) most / classes.examples();
  }

  void addTo(Results results) {
    results
        .put("accuracy", classes.accuracy())
        .put("baselineAccuracy", baselineAccuracy)
        .put("macroF1", classes.macroF1())
        .putProbabilities(classes)
        .put("examples", classes.examples());
    if (remaining != null) {
      results.put("remainingMae", remaining.mae()).put("baselineMae", baselineMae);
    }
  }

  @Override
  public String toString() {
    String text =
        String.format(
            Locale.ROOT,
            "accuracy %.1f %% (always the commonest: %.1f %%), %,d examples",
            100 * classes.accuracy(),
            100 * baselineAccuracy,
            classes.examples());
    return remaining == null
        ? text
        : text
            + String.format(
                Locale.ROOT,
                "; remaining hours are off by %.1f (always the mean: %.1f)",
                remaining.mae(),
                baselineMae);
  }
}
