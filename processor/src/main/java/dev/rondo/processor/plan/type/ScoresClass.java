package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/** Plans the class of an answer whose parts have probabilities. */
public final class ScoresClass {
  private ScoresClass() {}

  /**
   * Returns the class.
   *
   * @param eachStep whether it is the answer of one step
   */
  public static ClassPlan plan(GeneratedClasses classes, List<Answers> answers, boolean eachStep) {
    Member.Builder constructor = Member.constructor(Access.PACKAGE);
    ClassPlan.Builder type =
        ClassPlan.api(classes.scores())
            .doc(
                "An answer of {@link $T}, with the probability of every one. Immutable.\n",
                classes.model())
            .fields(
                answers.stream()
                    .map(answer -> Field.hidden(type(answer, eachStep), answer.name()))
                    .toList());
    CodeBlock.Builder text = CodeBlock.builder();
    String before = "[";
    for (Answers answer : answers) {
      constructor
          .parameter(type(answer, eachStep), answer.name())
          .statement("this.$1N = $1N", answer.name());
      text.add("$S + $N +$W", before + answer.name() + "=", answer.name());
      before = ", ";
    }
    type.member(constructor.build());
    for (Answers answer : answers) {
      type.member(
          Member.publicly(answer.name())
              .doc(
                  "Returns {@code $L}$L.\n",
                  answer.name(),
                  answer.scoredType().isPresent() ? ", with the probability of every answer" : "")
              .returns(type(answer, eachStep))
              .statement("return $N", answer.name())
              .build());
    }
    return type.member(
            Member.overriding("toString")
                .returns(ClassName.get(String.class))
                .statement("return $L$S", text.build(), "]")
                .build())
        .build();
  }

  /** Returns the type of a part. */
  public static TypeName type(Answers answer, boolean eachStep) {
    return eachStep
        ? answer.code().scoredType().orElse(answer.code().type())
        : answer.scoredType().orElse(answer.type());
  }
}
