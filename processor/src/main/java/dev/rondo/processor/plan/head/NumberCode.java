package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.input.ValueTypes;
import dev.rondo.processor.type.NumberType;
import java.util.List;
import java.util.Optional;

/** The code for a number: one score, on the scale that it is learned on. */
public record NumberCode(Head.Number head) implements AnswerCode {
  @Override
  public TypeName type() {
    return ValueTypes.number(head.type());
  }

  /** Returns whether it is a {@code float}, or what boxes one. */
  boolean isFloat() {
    return head.type() == NumberType.FLOAT || head.type() == NumberType.BOXED_FLOAT;
  }

  /** Returns whether it is an {@code OptionalDouble}. */
  boolean isOptional() {
    return head.type() == NumberType.OPTIONAL_DOUBLE;
  }

  @Override
  public String signature() {
    return "number(scaling = " + head.scaling() + ")";
  }

  @Override
  public String scores() {
    return "the number, on the scale that it is learned on";
  }

  @Override
  public String link() {
    return "scaling";
  }

  @Override
  public List<Size> sizes(String output) {
    return List.of();
  }

  @Override
  public CodecCode codec(String stored) {
    return CodecCode.learned(
        RuntimeTypes.NUMBER_CODEC,
        CodeBlock.of("$T.learner($L)", RuntimeTypes.NUMBER_CODEC, Code.constant(head.scaling())),
        CodeBlock.of("build()"));
  }

  @Override
  public TypeName decoded() {
    return ClassName.get(Double.class);
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
    if (isOptional()) {
      return CodeBlock.of("$T.of($N.answer($L))", type(), codec, scores);
    }
    return isFloat()
        ? CodeBlock.of("$N.answer($L).floatValue()", codec, scores)
        : CodeBlock.of("$N.answer($L)", codec, scores);
  }

  @Override
  public CodeBlock encoded(CodeBlock value) {
    return switch (head.type()) {
      case FLOAT -> CodeBlock.of("(double) $L", value);
      case BOXED_FLOAT, OPTIONAL_DOUBLE ->
          CodeBlock.of("$T.number($L)", RuntimeTypes.NUMBER_LISTS, value);
      default -> value;
    };
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
    return NumberLoss.of(loss, scores, targets);
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.NUMBER_METRICS;
  }

  @Override
  public TypeName metricsType() {
    return RuntimeTypes.NUMBER_METRICS;
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.NUMBER_EVALUATION;
  }

  @Override
  public List<Figure> figures() {
    return Figure.OF_NUMBERS;
  }
}
