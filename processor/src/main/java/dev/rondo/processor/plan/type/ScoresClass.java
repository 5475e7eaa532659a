package dev.rondo.processor.plan.type;

import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/**
 * Plans the record of an answer whose parts have probabilities: one, so that libraries which write
 * records as JSON write it.
 */
public final class ScoresClass {
  private ScoresClass() {}

  /**
   * Returns the record.
   *
   * @param eachStep whether it is the answer of one step
   */
  public static ClassPlan plan(GeneratedClasses classes, List<Answers> answers, boolean eachStep) {
    ClassPlan.Builder type =
        ClassPlan.api(classes.scores())
            .doc(
                "An answer of {@link $T}, with the probability of every one. Immutable.\n\n",
                classes.model())
            .components(
                answers.stream()
                    .map(answer -> new Parameter(type(answer, eachStep), answer.name(), false))
                    .toList());
    for (Answers answer : answers) {
      type.doc(
          "@param $L $L\n",
          answer.name(),
          answer.scoredType().isPresent()
              ? "the answer, with the probability of every one"
              : "the answer");
    }
    return type.build();
  }

  /** Returns the type of a part. */
  public static TypeName type(Answers answer, boolean eachStep) {
    return eachStep
        ? answer.code().scoredType().orElse(answer.code().type())
        : answer.scoredType().orElse(answer.type());
  }
}
