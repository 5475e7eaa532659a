package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.LabelsCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.type.TrainerClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The weights of classes: what a trainer has to set them, and to use them in a loss. */
final class HeadWeights implements TrainerClass.More {
  private final List<Answers> weighted;

  private HeadWeights(List<Answers> weighted) {
    this.weighted = weighted;
  }

  static HeadWeights of(List<Answers> answers) {
    return new HeadWeights(
        answers.stream().filter(answer -> answer.code().weighted().isPresent()).toList());
  }

  private static TypeName type(Answers answer) {
    return answer.code().weighted().orElseThrow();
  }

  /** Returns the outputs that have classes. */
  List<Answers> outputs() {
    return weighted;
  }

  private String field(Answers answer) {
    return weighted.size() == 1 ? "classWeights" : answer.name() + "ClassWeights";
  }

  /** Where there is one output to weigh, its name goes without saying. */
  private String setter(Answers answer) {
    return weighted.size() == 1 ? "weight" : answer.name() + "Weight";
  }

  @Override
  public List<Field> fields() {
    return weighted.stream()
        .map(
            answer ->
                new Field(
                    Code.generic(RuntimeTypes.CLASS_WEIGHTS, type(answer)),
                    field(answer),
                    Access.PRIVATE,
                    false,
                    true,
                    Optional.of(CodeBlock.of("new $T<>()", RuntimeTypes.CLASS_WEIGHTS))))
        .toList();
  }

  @Override
  public List<Member> members(GeneratedClasses classes) {
    List<Member> members = new ArrayList<>();
    for (Answers answer : weighted) {
      members.add(
          Member.publicly(setter(answer))
              .doc(
                  "Sets how much examples count in the loss whose $L is a value that is rare, or"
                      + " dear to miss.\n\n",
                  answer.name().equals("expected") ? "answer" : answer.name())
              .doc("@param weight above 0; 1 by default\n")
              .fails(
                  IllegalArgumentException.class, "if the value is null or the weight out of range")
              .returns(classes.trainer())
              .parameter(type(answer), "value")
              .parameter(TypeName.DOUBLE, "weight")
              .statement("$N.set(value, weight)", field(answer))
              .statement("return this")
              .build());
    }
    return members;
  }

  /**
   * Adds the local variable of the weights of an output.
   *
   * @param rows the training data in numbers
   * @param head the place of the output
   */
  void addLocal(
      Member.Builder fit, Answers answer, String name, String codec, CodeBlock rows, int head) {
    CodeBlock classes = answer.code().classes(codec);
    CodeBlock field = CodeBlock.of("$N", field(answer));
    fit.statement(
        "$T $N =$W$L",
        ArrayTypeName.of(TypeName.FLOAT),
        name,
        answer.output().loss().balanced()
            ? CodeBlock.of(
                "$L.$L($L, $L, $L)",
                field,
                answer.code() instanceof LabelsCode ? "balancedLabels" : "balanced",
                classes,
                rows,
                head)
            : CodeBlock.of("$L.of($L)", field, classes));
  }
}
