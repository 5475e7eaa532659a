package dev.rondo.processor.plan.type;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/** Plans the class that says how good the answers of a model with several outputs are. */
public final class EvaluationClass {
  private EvaluationClass() {}

  /** Returns the class. */
  public static ClassPlan plan(GeneratedClasses classes, List<Answers> answers) {
    Member.Builder constructor = Member.constructor(Access.PACKAGE);
    answers.forEach(answer -> constructor.parameter(answer.code().evaluation(), answer.name()));
    constructor.statement(
        "super(\n$T.of($L),\nnew double[] {$L},\n$T.of($L))",
        List.class,
        listed(answers, "$S"),
        answers.stream()
            .map(answer -> Code.number(answer.output().loss().weight()))
            .collect(CodeBlock.joining(", ")),
        List.class,
        listed(answers, "$N"));
    answers.forEach(answer -> constructor.statement("this.$1N = $1N", answer.name()));
    ClassPlan.Builder type =
        ClassPlan.api(classes.evaluation())
            .extending(RuntimeTypes.HEADS_EVALUATION)
            .doc("How good the answers of {@link $T} are. Immutable.\n", classes.model())
            .fields(
                answers.stream()
                    .map(answer -> Field.hidden(answer.code().evaluation(), answer.name()))
                    .toList())
            .member(constructor.build());
    for (Answers answer : answers) {
      type.member(
          Member.publicly(answer.name())
              .doc("Returns the metrics of {@code $L}.\n", answer.name())
              .returns(answer.code().evaluation())
              .statement("return $N", answer.name())
              .build());
    }
    return type.build();
  }

  private static CodeBlock listed(List<Answers> answers, String format) {
    return answers.stream()
        .map(answer -> CodeBlock.of(format, answer.name()))
        .collect(CodeBlock.joining(", "));
  }
}
