package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.type.NumberType;
import java.util.Optional;

/** Plans what brings series onto regular times: the steps that a policy asks for are made here. */
final class SeriesTimes {
  private static final String TIMES = "times";
  private static final String POLICY = "policy";
  private static final String STEP = "step";

  private final ModelParts parts;
  private final String time;
  private final TypeName record;
  private final Feature.Components components;
  private final ValueTypes types;

  private SeriesTimes(ModelParts parts, String time, Feature.Components components) {
    this.parts = parts;
    this.time = time;
    this.record = parts.inputs().get(0).code().stepType();
    this.components = components;
    this.types = new ValueTypes(parts.signature().available().nested());
  }

  /**
   * Returns the members of the trainer and the predictor; nothing where steps have no time.
   *
   * @param time the component that is the time of a step
   */
  static Optional<SeriesTimes> of(ModelParts parts, Optional<String> time) {
    return parts.inputs().get(0).input().codec() instanceof Codec.Sequence sequence
            && sequence.step() instanceof Feature.Components components
        ? time.map(name -> new SeriesTimes(parts, name, components))
        : Optional.empty();
  }

  /**
   * Returns the setting of the trainer.
   *
   * @param usual what is done if nothing is set, as a sentence
   */
  Member ofTrainer(String usual) {
    return Member.publicly(TIMES)
        .doc("Sets what to do with holes, duplicates and disorder in the times of series,")
        .doc("\nthose for validation, too. $L\n", usual)
        .returns(parts.classes().trainer())
        .parameter(RuntimeTypes.TIME_POLICY, POLICY)
        .statement("return onTo($T.$N($N))", parts.classes().predictor(), predictors(), POLICY)
        .build();
  }

  /** Returns the method of the predictor, static, for series that are to be answered. */
  Member ofPredictor() {
    CodeBlock made =
        components.components().stream()
            .map(component -> value(component.name(), component.feature()))
            .collect(CodeBlock.joining(",\n"));
    return Member.publicly(predictors())
        .trait(Trait.STATIC)
        .doc("Returns what brings a series onto regular times, as a policy says, so that it can be")
        .doc("\nanswered: numbers are mixed, anything else is repeated.\n")
        .returns(Code.generic(RuntimeTypes.REGULAR_TIMES, record))
        .parameter(RuntimeTypes.TIME_POLICY, POLICY)
        .statement(
            "return $T.mixing(\n$T::$N,\n$N,\n$N -> new $T(\n$L))",
            RuntimeTypes.REGULAR_TIMES,
            record,
            time,
            POLICY,
            STEP,
            record,
            made)
        .build();
  }

  /** The name of the predictor's method, which the user's method may have. */
  private String predictors() {
    return parts.signature().method().equals(TIMES) ? "timesOf" : TIMES;
  }

  private CodeBlock value(String component, Feature feature) {
    if (component.equals(time)) {
      return CodeBlock.of("$N.at($T.class)", STEP, types.of(feature));
    }
    if (feature instanceof Feature.Number number) {
      return number(component, number.type());
    }
    boolean missing = !types.of(feature).isPrimitive() && mayBeMissing(feature);
    return CodeBlock.of(
        "$N.$L($T::$N)", STEP, missing ? "sameOrMissing" : "same", record, component);
  }

  private static boolean mayBeMissing(Feature feature) {
    if (feature instanceof Feature.Flag flag) {
      return flag.missing().isPresent();
    }
    if (feature instanceof Feature.Constant constant) {
      return constant.missing().isPresent();
    }
    if (feature instanceof Feature.Constants constants) {
      return constants.missing().isPresent();
    }
    return feature instanceof Feature.Category category && category.missing().isPresent();
  }

  private CodeBlock number(String component, NumberType type) {
    return switch (type) {
      case BYTE, SHORT, INT ->
          CodeBlock.of(
              "($L) $N.whole($S, $T::$N)", type.javaName(), STEP, component, record, component);
      case LONG -> CodeBlock.of("$N.whole($S, $T::$N)", STEP, component, record, component);
      case FLOAT ->
          CodeBlock.of("(float) $N.number($S, $T::$N)", STEP, component, record, component);
      case DOUBLE -> CodeBlock.of("$N.number($S, $T::$N)", STEP, component, record, component);
      case BOXED_BYTE, BOXED_SHORT, BOXED_INT, BOXED_LONG ->
          nullable(
              component,
              CodeBlock.of(
                  "value -> ($T) $T.round(value)",
                  ValueTypes.number(type).unbox(),
                  ClassName.get(Math.class)));
      case BOXED_FLOAT -> nullable(component, CodeBlock.of("value -> (float) value"));
      case BOXED_DOUBLE -> nullable(component, CodeBlock.of("value -> value"));
      case BIG_DECIMAL -> nullable(component, CodeBlock.of("$T::valueOf", ValueTypes.number(type)));
      case OPTIONAL_INT -> optional("optionalInt", component);
      case OPTIONAL_LONG -> optional("optionalLong", component);
      case OPTIONAL_DOUBLE -> optional("optionalDouble", component);
      case DURATION -> optional("same", component);
    };
  }

  private CodeBlock nullable(String component, CodeBlock made) {
    return CodeBlock.of("$N.nullable($T::$N, $L)", STEP, record, component, made);
  }

  private CodeBlock optional(String method, String component) {
    return CodeBlock.of("$N.$L($T::$N)", STEP, method, record, component);
  }
}
