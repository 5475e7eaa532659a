package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.BooleanCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.type.Calibration;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.task.LossKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a trainer has to set the weights of classes, from when on an answer is yes, and by what
 * probabilities are calibrated.
 */
final class HeadWeights implements TrainerClass.More {
  private final List<Answers> weighted;
  private final Thresholds thresholds;

  private HeadWeights(List<Answers> weighted, Optional<Calibration> calibration) {
    this.weighted = weighted;
    this.thresholds =
        new Thresholds(
            weighted.stream()
                .filter(answer -> answer.code() instanceof BooleanCode)
                .map(Answers::name)
                .toList(),
            calibration);
  }

  static HeadWeights of(Heads heads) {
    return new HeadWeights(
        heads.answers().stream().filter(Answers::isWeighted).toList(),
        heads.calibration(output -> output, PredictorClass.NETWORK, PredictorClass.HOST));
  }

  @Override
  public Optional<Calibration> calibration() {
    return thresholds.calibration();
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
    return Stream.concat(weightFields(), thresholds.fields().stream()).toList();
  }

  private Stream<Field> weightFields() {
    return weighted.stream()
        .map(
            answer ->
                new Field(
                    Code.generic(RuntimeTypes.CLASS_WEIGHTS, type(answer)),
                    field(answer),
                    Access.PRIVATE,
                    false,
                    true,
                    Optional.of(CodeBlock.of("new $T<>()", RuntimeTypes.CLASS_WEIGHTS))));
  }

  @Override
  public List<Member> members(GeneratedClasses classes) {
    List<Member> members = new ArrayList<>();
    for (Answers answer : weighted) {
      members.add(
          Member.publicly(setter(answer))
              .doc(
                  "Sets how much it counts in the loss where the right $L is this one: more than"
                      + " others if it is rare, or costly to miss.\n\n",
                  answer.name().equals("expected") ? "answer" : "{@code " + answer.name() + "}")
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
    members.addAll(thresholds.members(classes));
    return members;
  }

  /**
   * Returns the method that tells checkpoints what is made small.
   *
   * @param answers all outputs
   */
  Member lossDescription(List<Answers> answers) {
    CodeBlock.Builder text = CodeBlock.builder();
    String before = "";
    for (Answers answer : answers) {
      LossSpec loss = answer.output().loss();
      String described =
          "%s%s: %s%s%s%s"
              .formatted(
                  before,
                  answer.name(),
                  answer.crf().isPresent() ? "CRF" : loss.kind(),
                  loss.kind() == LossKind.QUANTILE ? " " + loss.quantile() : "",
                  loss.weight() == 1 ? "" : " times " + loss.weight(),
                  loss.balanced() ? " balanced" : "");
      boolean classes = weighted.contains(answer);
      text.add(text.isEmpty() ? "$S" : " +$W$S", classes ? described + " " : described);
      if (classes) {
        text.add(" +$W$N", field(answer));
      }
      before = ", ";
    }
    return Member.method("lossDescription", Access.PROTECTED)
        .trait(Member.Trait.OVERRIDES)
        .returns(ClassName.get(String.class))
        .statement("return $L", text.build())
        .build();
  }

  @Override
  public Optional<CodeBlock> adjusted(String output) {
    return thresholds.adjusted(output);
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
                "$L.$L($L, $L, $L)", field, answer.code().balancedBy(), classes, rows, head)
            : CodeBlock.of("$L.of($L)", field, classes));
  }
}
