package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import java.util.List;
import java.util.Optional;

/** The code for a vector of numbers: a score each, on the scale that it is learned on. */
public record NumbersCode(Head.Numbers head) implements AnswerCode {
  @Override
  public TypeName type() {
    return ArrayTypeName.of(head.doubles() ? TypeName.DOUBLE : TypeName.FLOAT);
  }

  @Override
  public String signature() {
    return "numbers(scaling = %s, size = %s)".formatted(head.scaling(), head.size());
  }

  @Override
  public String scores() {
    return "the numbers, on the scale that they are learned on";
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
    return new CodecCode(
        Code.generic(RuntimeTypes.NUMBERS_CODEC, type()),
        CodeBlock.of(""),
        Optional.of(
            new CodecCode.Learned(
                Code.generic(RuntimeTypes.NUMBERS_CODEC.nestedClass("Learner"), type()),
                CodeBlock.of(
                    "$T.$L($L, $L)",
                    RuntimeTypes.NUMBERS_CODEC,
                    head.doubles() ? "doubles" : "floats",
                    Code.number(head.size()),
                    Code.constant(head.scaling())),
                CodeBlock.of("build()"))),
        CodeBlock.of(
            "$1N -> $2T.restore$3L($1N, $4L)",
            stored,
            RuntimeTypes.NUMBERS_CODEC,
            head.doubles() ? "Doubles" : "Floats",
            Code.number(head.size())),
        false);
  }

  @Override
  public TypeName decoded() {
    return type();
  }

  @Override
  public CodeBlock answer(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.answer($L)", codec, scores);
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
    return NumberLoss.of(loss, scores, targets);
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.VECTOR_METRICS;
  }

  @Override
  public TypeName metricsType() {
    return Code.generic(RuntimeTypes.VECTOR_METRICS, type());
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.VECTOR_EVALUATION;
  }

  @Override
  public List<Figure> figures() {
    return Figure.OF_NUMBERS;
  }
}
