package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.QuantileForecast;
import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.Names;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.type.NumberType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code for the next values of a series: a score for each, on the scale that they are learned
 * on. They stand for values given the window that they were computed of, so that what is written as
 * scores here is these and, behind a comma, the window.
 *
 * @param predictor has the description of what is forecast
 * @param record a step of the series
 * @param target what is forecast at a step; absent where that is one number
 */
public record ForecastCode(
    Head.Forecast head, ClassName predictor, TypeName record, Optional<TypeName> target)
    implements AnswerCode {
  @Override
  public TypeName type() {
    if (target.isPresent()) {
      return Code.listOf(target.get());
    }
    return hasQuantiles()
        ? ClassName.get(QuantileForecast.class)
        : ArrayTypeName.of(head.doubles() ? TypeName.DOUBLE : TypeName.FLOAT);
  }

  private boolean hasQuantiles() {
    return !head.quantiles().isEmpty();
  }

  private CodeBlock levels() {
    return head.quantiles().stream().map(Code::number).collect(CodeBlock.joining(", "));
  }

  /** Returns the constant of the predictor that describes what is forecast. */
  public Field description() {
    CodeBlock.Builder description =
        CodeBlock.builder()
            .add(
                head.targets().size() == 1 ? "$T.of($L)" : "$T.of(\n$L)",
                RuntimeTypes.FORECAST_CODEC,
                head.targets().stream().map(this::described).collect(CodeBlock.joining(",\n")));
    description.add("\n.window($L)", Code.number(head.window()));
    description.add("\n.horizon($L)", Code.number(head.horizon()));
    if (hasQuantiles()) {
      description.add("\n.quantiles($L)", levels());
    }
    if (head.known().isPresent()) {
      description.add("\n.stepByStep()");
    }
    head.time().ifPresent(time -> description.add("\n.at($T::$N)", record, time));
    return new Field(
        Code.generic(RuntimeTypes.FORECAST_DESCRIPTION, record),
        constant(),
        Access.PACKAGE,
        true,
        true,
        Optional.of(description.build()));
  }

  private CodeBlock described(Head.Target target) {
    CodeBlock described =
        CodeBlock.of(
            "$T.<$T>of($S, $L)",
            RuntimeTypes.FORECAST_TARGET,
            record,
            target.component(),
            getter(target));
    return target.scaling() == Scaling.STANDARD
        ? described
        : CodeBlock.of("$L.scaled($L)", described, Code.constant(target.scaling()));
  }

  private CodeBlock getter(Head.Target target) {
    boolean primitive = target.type().filter(NumberType::isPrimitive).isPresent();
    return primitive
        ? CodeBlock.of("$T::$N", record, target.component())
        : CodeBlock.of(
            "step -> $T.number(step.$N())", RuntimeTypes.FORECAST_TARGET, target.component());
  }

  /** Returns the names of what is forecast. */
  public List<String> names() {
    return head.targets().stream().map(Head.Target::component).toList();
  }

  private String constant() {
    return "FORECAST_OF_"
        + names().stream().map(Names::constant).collect(Collectors.joining("_AND_"));
  }

  @Override
  public String signature() {
    String levels = head.quantiles().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return "forecast(of = %s, scaling = %s%s%s)"
        .formatted(
            String.join(" ", names()),
            head.targets().stream()
                .map(target -> target.scaling().name())
                .collect(Collectors.joining(" ")),
            hasQuantiles() ? ", quantiles = " + levels : "",
            head.known().isPresent() ? ", stepByStep = true" : "");
  }

  @Override
  public String scores() {
    return "the next values, on the scale that they are learned on";
  }

  @Override
  public String link() {
    return "scaling";
  }

  @Override
  public List<Size> sizes(String output) {
    if (head.known().isPresent()) {
      return List.of();
    }
    return List.of(
        new Size(
            new Dim.Horizon(output),
            output,
            output + "Size",
            CodeBlock.of("the number of scores of a forecast"),
            "size()"));
  }

  @Override
  public CodecCode codec(String stored) {
    return new CodecCode(
        Code.generic(RuntimeTypes.FORECAST_CODEC, record),
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                Code.generic(RuntimeTypes.FORECAST_DESCRIPTION.nestedClass("Learner"), record),
                CodeBlock.of("$T.$N.learner(forecastOptions())", predictor, constant()),
                CodeBlock.of("build()"))),
        CodeBlock.of("$N::restore", constant()),
        false,
        CodecCode.Renewal.RENEWED);
  }

  @Override
  public TypeName decoded() {
    return type();
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
    if (target.isPresent()) {
      List<CodeBlock> values = new ArrayList<>();
      for (int k = 0; k < head.targets().size(); k++) {
        values.add(value(head.targets().get(k), CodeBlock.of("step[$L]", k)));
      }
      return CodeBlock.of(
          "$N.steps(\n$L,\nstep -> new $T($L))",
          codec,
          scores,
          target.get(),
          values.stream().collect(CodeBlock.joining(",$W")));
    }
    String method = head.doubles() ? "forecast" : "floats";
    return CodeBlock.of("$N.$L($L)", codec, hasQuantiles() ? "quantiles" : method, scores);
  }

  @Override
  public CodeBlock encoded(CodeBlock value) {
    return value;
  }

  @Override
  public Optional<TypeName> scoredType() {
    return Optional.empty();
  }

  @Override
  public CodeBlock scored(String codec, CodeBlock scores) {
    return answer(codec, scores);
  }

  @Override
  public CodeBlock lossOf(
      LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    return hasQuantiles()
        ? CodeBlock.of(
            "$T.quantiles($Z$L,$W$L,$W$L)", RuntimeTypes.LOSSES, scores, targets, levels())
        : NumberLoss.of(loss, scores, targets);
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.FORECAST_BACKTEST;
  }

  @Override
  public TypeName metricsType() {
    return Code.generic(RuntimeTypes.FORECAST_BACKTEST, record);
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.FORECAST_EVALUATION;
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }

  /** Returns a number that is forecast as the component of the user's record. */
  private static CodeBlock value(Head.Target target, CodeBlock number) {
    NumberType type = target.type().orElse(NumberType.DOUBLE);
    return switch (type) {
      case BYTE, BOXED_BYTE -> whole("toByte", number);
      case SHORT, BOXED_SHORT -> whole("toShort", number);
      case INT, BOXED_INT -> whole("toInt", number);
      case LONG, BOXED_LONG -> CodeBlock.of("$T.round($L)", Math.class, number);
      case FLOAT, BOXED_FLOAT -> CodeBlock.of("(float) $L", number);
      case DOUBLE, BOXED_DOUBLE -> number;
      case BIG_DECIMAL -> whole("toDecimal", number);
      case OPTIONAL_INT ->
          CodeBlock.of("$T.of($L)", ValueTypes.number(type), whole("toInt", number));
      case OPTIONAL_LONG ->
          CodeBlock.of("$T.of($T.round($L))", ValueTypes.number(type), Math.class, number);
      case OPTIONAL_DOUBLE -> CodeBlock.of("$T.of($L)", ValueTypes.number(type), number);
      case DURATION -> throw new IllegalStateException("a duration is no number of a forecast");
    };
  }

  private static CodeBlock whole(String method, CodeBlock number) {
    return CodeBlock.of("$T.$L($L)", RuntimeTypes.WHOLE_NUMBERS, method, number);
  }
}
