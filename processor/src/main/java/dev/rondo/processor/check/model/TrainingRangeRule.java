package dev.rondo.processor.check.model;

import dev.rondo.Training;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.function.DoublePredicate;

/** The values of {@code @Training} are in their ranges. */
public final class TrainingRangeRule implements Rule {
  private record Range(String member, String text, DoublePredicate contains) {
    static Range share(String member) {
      return new Range(member, "at least 0 and below 1", value -> value >= 0 && value < 1);
    }

    static Range finiteFrom0(String member) {
      return new Range(
          member, "at least 0 and finite", value -> value >= 0 && Double.isFinite(value));
    }

    static Range atLeast(int least, String member) {
      return new Range(member, "at least " + least, value -> value >= least);
    }
  }

  private static final List<Range> DECIMALS =
      List.of(
          new Range(
              "learningRate", "above 0 and finite", value -> value > 0 && Double.isFinite(value)),
          Range.share("warmup"),
          new Range("decayFactor", "above 0 and below 1", value -> value > 0 && value < 1),
          Range.finiteFrom0("clipNorm"),
          Range.share("momentum"),
          Range.finiteFrom0("weightDecay"),
          Range.share("labelSmoothing"));

  private static final List<Range> INTEGERS =
      List.of(
          Range.atLeast(1, "decayEvery"),
          Range.atLeast(1, "epochs"),
          Range.atLeast(1, "batchSize"),
          Range.atLeast(1, "truncateAfter"),
          Range.atLeast(0, "patience"));

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Use use : subject.uses().trunk()) {
      if (use.is(Training.class)) {
        DECIMALS.forEach(
            range -> check(use, range, use.values().decimal(range.member()), diagnostics));
        INTEGERS.forEach(
            range -> check(use, range, use.values().integer(range.member()), diagnostics));
      }
    }
  }

  private static void check(Use use, Range range, double value, Diagnostics diagnostics) {
    if (!range.contains().test(value)) {
      diagnostics.error(
          Code.TRAINING_OUT_OF_RANGE,
          use.origin().member(range.member()),
          "%s has %s = %s, but it must be %s. Change it."
              .formatted(
                  use.label(),
                  range.member(),
                  use.values().sourceOf(range.member()),
                  range.text()));
    }
  }
}
