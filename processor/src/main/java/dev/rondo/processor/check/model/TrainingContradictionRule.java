package dev.rondo.processor.check.model;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.Training;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.declared.Values;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.graph.build.Use;
import java.util.List;

/** Options of {@code @Training} are written only with what they belong to. */
public final class TrainingContradictionRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Use use : subject.uses().trunk()) {
      if (use.is(Training.class)) {
        Values values = use.values();
        Schedule schedule = values.constant("schedule", Schedule.class);
        Optimizer optimizer = values.constant("optimizer", Optimizer.class);
        requires(use, "warmup", "schedule", schedule, Schedule.COSINE, diagnostics);
        requires(use, "decayEvery", "schedule", schedule, Schedule.STEP, diagnostics);
        requires(use, "decayFactor", "schedule", schedule, Schedule.STEP, diagnostics);
        requires(use, "momentum", "optimizer", optimizer, Optimizer.SGD, diagnostics);
        checkTruncation(use, subject, diagnostics);
        checkSmoothing(use, subject, diagnostics);
      }
    }
  }

  private static void requires(
      Use use,
      String option,
      String choice,
      Enum<?> chosen,
      Enum<?> required,
      Diagnostics diagnostics) {
    if (use.values().writes(option) && chosen != required) {
      diagnostics.error(
          Code.TRAINING_CONTRADICTION,
          use.origin().member(option),
          "%s has %s, which only %s = %s uses, but %s is %s. Remove %s, or write %s = %s."
              .formatted(
                  use.label(), option, choice, required, choice, chosen, option, choice, required));
    }
  }

  private static void checkSmoothing(Use use, Subject subject, Diagnostics diagnostics) {
    List<Output> outputs = subject.shaping().graph().signature().outputs();
    boolean numbers = outputs.stream().noneMatch(output -> output.head().hasProbabilities());
    boolean together = outputs.stream().allMatch(output -> output.tagging().together());
    if (use.values().writes("labelSmoothing") && !outputs.isEmpty() && numbers) {
      diagnostics.error(
          Code.TRAINING_CONTRADICTION,
          use.origin().member("labelSmoothing"),
          "%s has labelSmoothing, which only classes use, but \"%s\" answers numbers. Remove"
                  .formatted(use.label(), subject.methodName())
              + " labelSmoothing.");
    } else if (use.values().writes("labelSmoothing") && !outputs.isEmpty() && together) {
      diagnostics.error(
          Code.TRAINING_CONTRADICTION,
          use.origin().member("labelSmoothing"),
          "%s has labelSmoothing, which smooths the answer of each step, but @Crf on \"%s\" learns all"
                  .formatted(use.label(), subject.methodName())
              + " steps of a sequence by one probability. Remove labelSmoothing.");
    }
  }

  private static void checkTruncation(Use use, Subject subject, Diagnostics diagnostics) {
    if (use.values().writes("truncateAfter") && !subject.isLanguageModel()) {
      diagnostics.error(
          Code.TRAINING_CONTRADICTION,
          use.origin().member("truncateAfter"),
          "%s has truncateAfter, which only a @LanguageModel uses: gradients flow through the whole of"
                  .formatted(use.label())
              + " other inputs. Remove truncateAfter.");
    }
  }
}
