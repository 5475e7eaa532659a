package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.Prediction;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.ExampleValue;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.task.LossKind;
import java.util.List;
import java.util.Optional;

/** The code for one of several classes. */
public sealed interface ClassCode extends AnswerCode permits EnumCode, BooleanCode, SeenClassCode {
  /** Returns how an example of a model with one such output holds it. */
  ExampleValue inExample(String name, Names names);

  /** Returns what the scores of a batch should become, where it is the only output. */
  CodeBlock targets(String step, String batch);

  /** Returns the loss of the scores of a batch, where it is the only output. */
  CodeBlock loss(String scores, String targets);

  /** Returns whether there is one score, of yes. */
  default boolean isBinary() {
    return false;
  }

  @Override
  default TypeName decoded() {
    return boxed();
  }

  @Override
  default CodeBlock answer(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.answer($L)", codec, scores);
  }

  @Override
  default CodeBlock encoded(CodeBlock value) {
    return value;
  }

  @Override
  default Optional<TypeName> scoredType() {
    return Optional.of(Code.generic(ClassName.get(Prediction.class), boxed()));
  }

  @Override
  default CodeBlock scored(String codec, CodeBlock scores) {
    return CodeBlock.of("$N.prediction($L)", codec, scores);
  }

  @Override
  default CodeBlock lossOf(
      LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    return lossOf(isBinary() ? "labels" : "classes", loss, scores, targets, weights);
  }

  /** Returns the call of a loss of classes or labels, perhaps the focal one. */
  static CodeBlock lossOf(
      String name, LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights) {
    CodeBlock given =
        weights.map(variable -> CodeBlock.of("$N", variable)).orElse(CodeBlock.of("new float[0]"));
    return loss.kind() == LossKind.FOCAL
        ? CodeBlock.of(
            "$T.focal$L($L, $L, $L)",
            RuntimeTypes.LOSSES,
            Code.capital(name),
            scores,
            targets,
            given)
        : CodeBlock.of(
            "$T.$L($L, $L, options().labelSmoothing(), $L)",
            RuntimeTypes.LOSSES,
            name,
            scores,
            targets,
            given);
  }

  @Override
  default ClassName metrics() {
    return RuntimeTypes.CLASSIFICATION_METRICS;
  }

  @Override
  default TypeName metricsType() {
    return Code.generic(RuntimeTypes.CLASSIFICATION_METRICS, boxed());
  }

  @Override
  default ClassName evaluation() {
    return RuntimeTypes.EVALUATION;
  }

  @Override
  default Optional<TypeName> weighted() {
    return Optional.of(type());
  }

  @Override
  default List<Figure> figures() {
    return List.of(Figure.share("accuracy", "accuracy"), Figure.share("macroF1", "macro F1"));
  }
}
