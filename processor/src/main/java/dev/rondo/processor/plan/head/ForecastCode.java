package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.QuantileForecast;
import dev.rondo.data.Scaling;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code for the next values of a series: a score for each, on the scale that they are learned
 * on. They stand for values given the window that they were computed of, so that what is written as
 * scores here is these and, behind a comma, the window.
 *
 * @param predictor has the description of what is forecast
 * @param record a step of the series
 */
public record ForecastCode(Head.Forecast head, ClassName predictor, TypeName record)
    implements AnswerCode {
  @Override
  public TypeName type() {
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
                "$T.<$T>of($S, $L)",
                RuntimeTypes.FORECAST_CODEC,
                record,
                head.component(),
                getter());
    description.add("\n.window($L)", Code.number(head.window()));
    description.add("\n.horizon($L)", Code.number(head.horizon()));
    if (hasQuantiles()) {
      description.add("\n.quantiles($L)", levels());
    }
    if (head.known().isPresent()) {
      description.add("\n.stepByStep()");
    }
    head.time().ifPresent(time -> description.add("\n.at($T::$N)", record, time));
    if (head.scaling() != Scaling.STANDARD) {
      description.add("\n.scaled($L)", Code.constant(head.scaling()));
    }
    return new Field(
        Code.generic(RuntimeTypes.FORECAST_CODEC.nestedClass("Description"), record),
        constant(),
        Access.PACKAGE,
        true,
        true,
        Optional.of(description.build()));
  }

  private CodeBlock getter() {
    boolean primitive = head.type().filter(NumberType::isPrimitive).isPresent();
    return primitive
        ? CodeBlock.of("$T::$N", record, head.component())
        : CodeBlock.of(
            "step -> $T.number(step.$N())", RuntimeTypes.FORECAST_CODEC, head.component());
  }

  private String constant() {
    return "FORECAST_OF_"
        + head.component().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  @Override
  public String signature() {
    String levels = head.quantiles().stream().map(String::valueOf).collect(Collectors.joining(" "));
    return "forecast(of = %s, scaling = %s%s%s)"
        .formatted(
            head.component(),
            head.scaling(),
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
                Code.generic(RuntimeTypes.FORECAST_CODEC.nestedClass("Learner"), record),
                CodeBlock.of("$T.$N.learner(forecastOptions())", predictor, constant()),
                CodeBlock.of("build()"))),
        CodeBlock.of("$N::restore", constant()),
        false);
  }

  @Override
  public TypeName decoded() {
    return type();
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
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
}
