package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
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
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The code for what steps of a stream are foretold to be. Its answer is a score, which is made of
 * many steps: scores become answers in the runtime's detector.
 *
 * @param predictor has the description of what is foretold
 * @param record a step of the stream
 */
public record AnomalyCode(Head.Ordinary head, ClassName predictor, TypeName record)
    implements AnswerCode {
  private static final String CONSTANT = "FORETOLD";

  @Override
  public TypeName type() {
    return TypeName.DOUBLE;
  }

  /**
   * Returns the constant of the predictor that describes what is foretold.
   *
   * @param stepwise whether the network can be fed step by step
   */
  public Field description(boolean stepwise) {
    CodeBlock.Builder components =
        CodeBlock.builder().add("$T.<$T>of()", RuntimeTypes.ANOMALY_COMPONENTS, record);
    for (Head.Ordinary.Foretold component : head.components()) {
      components.add(
          "\n.$L($S, $L)",
          component.number().isPresent() ? "number" : "symbol",
          component.name(),
          getter(component));
    }
    return new Field(
        Code.generic(RuntimeTypes.ANOMALY_DESCRIPTION, record),
        CONSTANT,
        Access.PACKAGE,
        true,
        true,
        Optional.of(
            CodeBlock.of(
                "$T.$L(\n$L,\n$L,\n$L)$L",
                RuntimeTypes.ANOMALY_CODEC,
                stepwise ? "stepwise" : "of",
                components.build(),
                Code.number(head.window()),
                Code.number(head.ahead()),
                head.time()
                    .map(time -> CodeBlock.of("\n.at($T::$N)", record, time))
                    .orElse(CodeBlock.of("")))));
  }

  private CodeBlock getter(Head.Ordinary.Foretold component) {
    boolean asItIs = component.number().map(NumberType::isPrimitive).orElse(true);
    return asItIs
        ? CodeBlock.of("$T::$N", record, component.name())
        : CodeBlock.of(
            "step -> $T.number(step.$N())", RuntimeTypes.FORECAST_TARGET, component.name());
  }

  @Override
  public String signature() {
    String numbers = names(true);
    String symbols = names(false);
    return "anomaly(%s%s%s)"
        .formatted(
            numbers.isEmpty() ? "" : "numbers = " + numbers,
            numbers.isEmpty() || symbols.isEmpty() ? "" : ", ",
            symbols.isEmpty() ? "" : "symbols = " + symbols);
  }

  private String names(boolean numbers) {
    return head.components().stream()
        .filter(component -> component.number().isPresent() == numbers)
        .map(Head.Ordinary.Foretold::name)
        .collect(Collectors.joining(" "));
  }

  @Override
  public String scores() {
    return "what the next steps are foretold to be";
  }

  @Override
  public String link() {
    return "scaling and softmax";
  }

  @Override
  public List<Size> sizes(String output) {
    return List.of(
        new Size(
            new Dim.Outlook(output),
            output,
            output + "Size",
            CodeBlock.of("the number of scores that foretell"),
            "size()"));
  }

  @Override
  public CodecCode codec(String stored) {
    return new CodecCode(
        Code.generic(RuntimeTypes.ANOMALY_CODEC, record),
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                Code.generic(RuntimeTypes.ANOMALY_CODEC.nestedClass("Learner"), record),
                CodeBlock.of("$T.$N.learner(anomalyOptions())", predictor, CONSTANT),
                CodeBlock.of("build()"))),
        CodeBlock.of("$N::restore", CONSTANT),
        false);
  }

  @Override
  public TypeName decoded() {
    return type();
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
    throw new IllegalStateException("a score is made of many steps");
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

  /** Returns the loss of what a codec's sizes tell apart. */
  public CodeBlock loss(String codec, CodeBlock scores, CodeBlock targets) {
    return CodeBlock.of(
        "$T.foretold(\n$L,\n$L,\n$N.numbers(),\n$N.classes())",
        RuntimeTypes.LOSSES,
        scores,
        targets,
        codec,
        codec);
  }

  @Override
  public CodeBlock lossOf(
      LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    throw new IllegalStateException("the loss depends on the codec's sizes");
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.ANOMALY_DETECTOR;
  }

  @Override
  public TypeName metricsType() {
    return Code.generic(RuntimeTypes.ANOMALY_DETECTOR, record);
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.ANOMALY;
  }

  @Override
  public List<Figure> figures() {
    return List.of();
  }
}
