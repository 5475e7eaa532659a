package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Names;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.ConstantsPlan;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.Figure;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The figures of an evaluation that the best epoch can be chosen by: an enum of the trainer. */
final class HeadFigures {
  private static final String NAME = "Metric";

  private final GeneratedClasses classes;
  private final List<Answers> answers;
  private final ClassName evaluation;
  private final boolean single;

  /**
   * Prepares planning.
   *
   * @param single whether the evaluation is that of the only output
   */
  HeadFigures(
      GeneratedClasses classes, List<Answers> answers, ClassName evaluation, boolean single) {
    this.classes = classes;
    this.answers = answers;
    this.evaluation = evaluation;
    this.single = single;
  }

  private TypeName function() {
    return Code.generic(RuntimeTypes.EVALUATION_METRIC, evaluation);
  }

  /** Returns the enum. */
  ConstantsPlan constants() {
    List<ConstantsPlan.Constant> constants = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (Answers answer : answers) {
      for (Figure figure : answer.figures()) {
        ConstantsPlan.Constant constant = constant(answer, figure);
        if (taken.add(constant.name())) { // else a rule says so
          constants.add(constant);
        }
      }
    }
    return new ConstantsPlan(
        NAME,
        CodeBlock.of("What the best epoch can be chosen by, in place of the loss.\n"),
        function(),
        Member.overriding("of")
            .returns(RuntimeTypes.QUALITY)
            .parameter(evaluation, "evaluation")
            .build(),
        constants);
  }

  private ConstantsPlan.Constant constant(Answers answer, Figure figure) {
    String name = Names.constant(figure.call());
    CodeBlock value =
        single
            ? CodeBlock.of("evaluation.$L()", figure.call())
            : CodeBlock.of("evaluation.$N().$L()", answer.name(), figure.call());
    return new ConstantsPlan.Constant(
        single ? name : Names.constant(answer.name()) + "_" + name,
        CodeBlock.of(
            "$T.$L($S, $L)",
            RuntimeTypes.QUALITY,
            figure.error() ? "error" : "share",
            single ? figure.shown() : answer.name() + " " + figure.shown(),
            value));
  }

  /** Returns the method that chooses one. */
  Member stopBy() {
    return Member.publicly("stopBy")
        .doc(
            "Sets what the best epoch is chosen by, and what {@code patience} waits for; the"
                + " validation loss"
                + " by default.\n\n")
        .fails(IllegalArgumentException.class, "if it is null")
        .returns(classes.trainer())
        .parameter(classes.trainer().nestedClass(NAME), "metric")
        .statement("return chooseBy(metric)")
        .build();
  }
}
