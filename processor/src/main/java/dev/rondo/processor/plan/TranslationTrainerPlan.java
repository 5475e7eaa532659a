package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * The trainer of a model that translates.
 *
 * @param frame its settings, and what stands before the loop
 * @param learnings how each vocabulary is learned
 * @param encodedInput the numbers of {@code example}'s source
 * @param encodedOutput the numbers of {@code example}'s target
 */
public record TranslationTrainerPlan(
    TrainerFrame frame,
    List<TrainerPlan.Learning> learnings,
    CodeBlock encodedInput,
    CodeBlock encodedOutput) {
  // what the frame's names have besides those of every trainer, and some of TrainerPlan
  public static final String SOURCE = "source";
  public static final String TARGET = "target";

  static final List<String> LOCALS =
      List.of(
          TrainerPlan.EXAMPLES,
          TrainerPlan.EXAMPLE,
          TrainerPlan.ROWS,
          TrainerPlan.BATCH,
          TrainerPlan.TARGETS,
          SOURCE,
          TARGET);

  public TranslationTrainerPlan {
    learnings = List.copyOf(learnings);
  }
}
