package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecCode;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.type.TypeRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The code for several labels, or none: the constants of an enum, each with a score of its own.
 *
 * @param hidden simple names that mean something else in generated code
 */
public record LabelsCode(TypeRef constants, List<String> hidden) implements AnswerCode {
  public LabelsCode {
    hidden = List.copyOf(hidden);
  }

  /** Returns the enum. */
  public ClassName label() {
    return Code.type(constants, hidden);
  }

  @Override
  public TypeName type() {
    return ParameterizedTypeName.get(ClassName.get(Set.class), label());
  }

  @Override
  public String signature() {
    return "labels";
  }

  @Override
  public String scores() {
    return "the score of each label";
  }

  @Override
  public String link() {
    return "sigmoid";
  }

  @Override
  public List<Size> sizes(String output) {
    return List.of(
        new Size(
            new Dim.Constants(constants),
            output,
            output + "Labels",
            CodeBlock.of("the number of constants of {@link $T}", label()),
            "size()"));
  }

  @Override
  public CodecCode codec(String stored) {
    return CodecCode.of(
            ParameterizedTypeName.get(RuntimeTypes.LABELS_CODEC, label()),
            CodeBlock.of("$T.of($T.values())", RuntimeTypes.LABELS_CODEC, label()),
            CodeBlock.of(
                "$1N -> $2T.restore($1N, $3T.values())",
                stored,
                RuntimeTypes.LABELS_CODEC,
                label()))
        .renewing(CodecCode.Renewal.GROWN);
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
    return Optional.of(
        ParameterizedTypeName.get(ClassName.get(Map.class), label(), ClassName.get(Double.class)));
  }

  @Override
  public CodeBlock scored(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.probabilities($L)", codec, scores);
  }

  @Override
  public CodeBlock lossOf(
      LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    return ClassCode.lossOf("labels", loss, scores, targets, weights);
  }

  @Override
  public ClassName metrics() {
    return RuntimeTypes.LABELS_METRICS;
  }

  @Override
  public TypeName metricsType() {
    return ParameterizedTypeName.get(RuntimeTypes.LABELS_METRICS, label());
  }

  @Override
  public ClassName evaluation() {
    return RuntimeTypes.LABELS_EVALUATION;
  }

  @Override
  public Optional<TypeName> weighted() {
    return Optional.of(label());
  }

  @Override
  public String balancedBy() {
    return "balancedLabels";
  }

  @Override
  public CodeBlock classes(String codec) {
    return CodeBlock.of("$N.labels()", codec);
  }

  @Override
  public List<Figure> figures() {
    return List.of(
        Figure.share("microF1", "micro F1"),
        Figure.share("macroF1", "macro F1"),
        Figure.share("subsetAccuracy", "subset accuracy"),
        Figure.share("averagePrecision", "average precision"));
  }
}
