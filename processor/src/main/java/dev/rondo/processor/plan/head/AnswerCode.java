package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.plan.code.CodecCode;
import java.util.List;
import java.util.Optional;

/** How generated code handles an output that examples have: one answer of it. */
public sealed interface AnswerCode extends HeadCode
    permits AnomalyCode,
        ClassCode,
        ForecastCode,
        LabelsCode,
        NumberCode,
        NumbersCode,
        TranscriptCode {
  /** Returns the type of an answer. */
  TypeName type();

  /** Returns the type of an answer as a type argument. */
  default TypeName boxed() {
    return type().box();
  }

  /**
   * Returns the codec that decodes it.
   *
   * @param stored the variable of what a model file keeps
   */
  CodecCode codec(String stored);

  /** Returns the type that the codec gives of an answer. */
  TypeName decoded();

  /** Returns the answer that scores stand for, of the type that the user has. */
  CodeBlock answer(String codec, CodeBlock scores);

  /** Returns a value of the user's as the codec takes it. */
  CodeBlock encoded(CodeBlock value);

  /** Returns the type of an answer with its probabilities; empty where there are none. */
  Optional<TypeName> scoredType();

  /** Returns the answer with its probabilities. */
  CodeBlock scored(String codec, CodeBlock scores);

  /**
   * Returns the loss of a batch.
   *
   * @param weights the variable of the weights of its classes
   */
  CodeBlock lossOf(LossSpec loss, CodeBlock scores, CodeBlock targets, Optional<String> weights);

  /** Returns the type of the metrics that compare answers. */
  TypeName metricsType();

  /** Returns the class of the metrics. */
  ClassName metrics();

  /** Returns the type of their figures. */
  ClassName evaluation();

  /** Returns the figures of its evaluation that the best epoch can be chosen by. */
  List<Figure> figures();

  /** Returns the type of a class that examples can be weighted by; empty where there is none. */
  default Optional<TypeName> weighted() {
    return Optional.empty();
  }

  /** Returns the method of the weights that lets rare classes count for more. */
  default String balancedBy() {
    return "balanced";
  }

  /** Returns the classes that can be weighted, of a codec. */
  default CodeBlock classes(String codec) {
    return CodeBlock.of("$N.classes()", codec);
  }
}
