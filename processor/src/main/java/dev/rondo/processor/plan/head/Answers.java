package dev.rondo.processor.plan.head;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.LossSpec;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.task.LossKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The code for the answers of one output, once or at each step: how the numbers of a head and the
 * values of the user become each other.
 *
 * @param crf the network's field of the transitions by which tags are decided together
 * @param aligned of a text that is read off the steps
 */
public record Answers(
    Output output, AnswerCode code, Optional<String> crf, Optional<Aligned> aligned) {
  /**
   * How the steps that a text is read off follow the input.
   *
   * @param every how many steps of the input there are to one that the layers leave
   * @param unit how long one that they leave is: in seconds of a sound, else in steps of the input
   */
  public record Aligned(int every, double unit) {}

  /** Returns the output's name. */
  public String name() {
    return output.name();
  }

  /** Returns whether the answers for each step come in an array. */
  public boolean array() {
    return output.array();
  }

  /** Returns whether there is an answer for each step. */
  public boolean eachStep() {
    return output.grain() == Grain.EACH_STEP;
  }

  /** Returns whether there are scores for each step that the layers leave. */
  public boolean hasSteps() {
    return eachStep() || aligned.isPresent();
  }

  /** Returns the type of the answers. */
  public TypeName type() {
    if (!eachStep()) {
      return code.type();
    }
    return array() ? ArrayTypeName.of(code.type()) : Code.listOf(code.type());
  }

  /** Returns the type of the answers with probabilities; empty where there are none. */
  public Optional<TypeName> scoredType() {
    return code.scoredType().map(type -> eachStep() ? Code.listOf(type) : type);
  }

  /**
   * Returns the targets of the expected value.
   *
   * @param codec the variable of the codec
   * @param value what is expected
   * @param steps how many steps the input has
   */
  public CodeBlock target(String codec, CodeBlock value, CodeBlock steps) {
    if (aligned.isPresent()) {
      return CodeBlock.of(
          "$N.target($S, $L, $L, $L)",
          codec,
          name(),
          value,
          steps,
          Code.number(aligned.get().every()));
    }
    if (crf.isPresent()) {
      return CodeBlock.of(
          "$T.targets($S, $N, $L, $L)",
          RuntimeTypes.TAG_SEQUENCE,
          name(),
          codec,
          list(value),
          steps);
    }
    return eachStep()
        ? CodeBlock.of(
            "$T.of($S, $T.of($N), $L, $L)",
            RuntimeTypes.ANSWER_TARGETS,
            name(),
            RuntimeTypes.EACH_STEP,
            codec,
            list(value),
            steps)
        : CodeBlock.of(
            "$T.of($S, $N, $L)", RuntimeTypes.ANSWER_TARGETS, name(), codec, once(value));
  }

  /** Returns the statement that gives a learner what is expected. */
  public CodeBlock learned(String learner, CodeBlock value) {
    return CodeBlock.of(
        "$T.$L($S, $N::add, $L)",
        RuntimeTypes.ANSWER_TARGETS,
        eachStep() ? "learnEach" : "learn",
        name(),
        learner,
        compared(value));
  }

  /** Returns what metrics, and learners, take of the expected value. */
  public CodeBlock compared(CodeBlock value) {
    return eachStep() ? list(value) : once(value);
  }

  private CodeBlock once(CodeBlock value) {
    boolean required =
        !output.optional() && !code.type().isPrimitive() && !output.name().equals(ONLY);
    return code.encoded(
        required
            ? CodeBlock.of("$T.notNull($L, $S)", RuntimeTypes.ARGUMENTS, value, output.name())
            : value);
  }

  private static final String ONLY = "expected";

  /** Returns a list of what the codec takes. */
  private CodeBlock list(CodeBlock value) {
    if (code instanceof NumberCode number) {
      if (number.isOptional()) {
        return CodeBlock.of("$T.present($L)", RuntimeTypes.NUMBER_LISTS, value);
      }
      if (array() || number.isFloat()) {
        return CodeBlock.of("$T.numbers($L)", RuntimeTypes.NUMBER_LISTS, value);
      }
    }
    return array() ? CodeBlock.of("$T.asList($L)", Arrays.class, value) : value;
  }

  /** Returns whether the answers are tags that name spans, or may. */
  public boolean hasSpans() {
    return output.tagging().spans();
  }

  /** Returns whether their metrics are those of tags. */
  private boolean isTagged() {
    return crf.isPresent() || hasSpans();
  }

  /** Returns whether they are decided together, by what the network learned. */
  public boolean decidesTogether() {
    return crf.isPresent();
  }

  /** Returns the figures of the evaluation that the best epoch can be chosen by. */
  public List<Figure> figures() {
    return hasSpans()
        ? Stream.concat(code.figures().stream(), Stream.of(Figure.share("spanF1", "span F1")))
            .toList()
        : code.figures();
  }

  /** Returns whether a temperature can fit its probabilities to examples. */
  public boolean isCalibrated() {
    return aligned.isEmpty() && code.scoredType().isPresent();
  }

  /** Returns the type of what finds the temperature. */
  public TypeName fitType() {
    return Code.generic(
        RuntimeTypes.TEMPERATURE_FIT, eachStep() ? Code.listOf(code.decoded()) : code.decoded());
  }

  /**
   * Returns what finds the temperature.
   *
   * @param network the variable of the network
   * @param host the variable of the network in memory
   */
  public CodeBlock fit(String codec, String network, String host) {
    Optional<CodeBlock> tags = together(codec, network, host);
    if (tags.isPresent()) {
      return CodeBlock.of("$T.of($L)", RuntimeTypes.TEMPERATURE_FIT, tags.get());
    }
    CodeBlock once = CodeBlock.of("$T.of($N)", RuntimeTypes.TEMPERATURE_FIT, codec);
    return eachStep() ? CodeBlock.of("$T.eachStep($L)", RuntimeTypes.TEMPERATURE_FIT, once) : once;
  }

  /** Returns whether the loss can weigh the classes. */
  public boolean isWeighted() {
    return crf.isEmpty() && code.weighted().isPresent();
  }

  /**
   * Returns the tags that are decided together, of the runtime.
   *
   * @param network the variable of the network
   * @param host the variable of the network in memory
   */
  private Optional<CodeBlock> together(String codec, String network, String host) {
    return crf.map(layer -> CodeBlock.of("$N.$N.tags($N, $N)", network, layer, host, codec));
  }

  /**
   * Returns the answers of a predictor.
   *
   * @param network the variable of the network
   * @param host the variable of the network in memory
   * @param scored whether they have probabilities
   */
  public CodeBlock predicted(
      String codec,
      String network,
      String host,
      CodeBlock scores,
      CodeBlock steps,
      boolean scored) {
    return together(codec, network, host)
        .map(
            tags ->
                CodeBlock.of(
                    "$L.$L($L, $L)", tags, scored ? "predictions" : "answer", scores, steps))
        .orElseGet(() -> scored ? scored(codec, scores, steps) : answer(codec, scores, steps));
  }

  /**
   * Returns the answers that scores stand for.
   *
   * @param scores of the head
   * @param steps how many steps the input has
   */
  public CodeBlock answer(String codec, CodeBlock scores, CodeBlock steps) {
    if (!eachStep()) {
      return code.answer(codec, scores);
    }
    CodeBlock list =
        CodeBlock.of("$T.of($N).answer($L, $L)", RuntimeTypes.EACH_STEP, codec, scores, steps);
    if (code instanceof NumberCode number) {
      if (array()) {
        return CodeBlock.of(
            "$T.$L($L)",
            RuntimeTypes.NUMBER_LISTS,
            number.isFloat() ? "floatArray" : "doubleArray",
            list);
      }
      if (number.isOptional()) {
        return CodeBlock.of("$T.optionals($L)", RuntimeTypes.NUMBER_LISTS, list);
      }
      return number.isFloat()
          ? CodeBlock.of("$T.floats($L)", RuntimeTypes.NUMBER_LISTS, list)
          : list;
    }
    return array()
        ? CodeBlock.of("$L.toArray(new $T[0]$L)", list, component(), "[]".repeat(dimensions() - 1))
        : list;
  }

  private TypeName component() {
    TypeName type = code.type();
    while (type instanceof ArrayTypeName of) {
      type = of.componentType();
    }
    return type;
  }

  private int dimensions() {
    return code.type() instanceof ArrayTypeName ? 2 : 1;
  }

  /** Returns the answers with probabilities, or plain ones where there are none. */
  public CodeBlock scored(String codec, CodeBlock scores, CodeBlock steps) {
    if (aligned.isPresent()) {
      return CodeBlock.of(
          "$N.transcript($L, $L)", codec, scores, Code.number(aligned.get().unit()));
    }
    if (code.scoredType().isEmpty()) {
      return answer(codec, scores, steps);
    }
    return eachStep()
        ? CodeBlock.of(
            "$T.of($N).each($L, $L, $L)",
            RuntimeTypes.EACH_STEP,
            codec,
            scores,
            steps,
            CodeBlock.of("step -> $L", code.scored(codec, CodeBlock.of("step"))))
        : code.scored(codec, scores);
  }

  /** Returns the shape of the head, which a prediction asks for. */
  public CodeBlock shape(String codec) {
    if (aligned.isPresent()) {
      return CodeBlock.of(
          "$T.aligned($S, $N.size(), $L)",
          RuntimeTypes.HEAD_SHAPE,
          name(),
          codec,
          Code.number(aligned.get().every()));
    }
    return CodeBlock.of(
        "$T.$L($S, $N.size())",
        RuntimeTypes.HEAD_SHAPE,
        eachStep() ? "eachStep" : "once",
        name(),
        codec);
  }

  /** Returns the type of the metrics. */
  public TypeName metricsType() {
    if (isTagged()) {
      return Code.generic(RuntimeTypes.TAG_METRICS, code.decoded());
    }
    return eachStep()
        ? ParameterizedTypeName.get(RuntimeTypes.STEP_METRICS, code.decoded(), code.evaluation())
        : code.metricsType();
  }

  /**
   * Returns new metrics.
   *
   * @param network the variable of the network
   * @param host the variable of the network in memory
   */
  public CodeBlock metrics(String codec, String network, String host) {
    if (isTagged()) {
      return CodeBlock.of(
          "new $T<>($L)",
          RuntimeTypes.TAG_METRICS,
          together(codec, network, host).orElseGet(() -> CodeBlock.of("$N$L", codec, loss())));
    }
    CodeBlock loss = aligned.isPresent() ? CodeBlock.of("") : loss();
    CodeBlock once =
        CodeBlock.of(
            code.metricsType() instanceof ClassName ? "new $T($N$L)" : "new $T<>($N$L)",
            code.metrics(),
            codec,
            loss);
    return eachStep()
        ? CodeBlock.of(
            "new $T<>($T.of($N), $L)",
            RuntimeTypes.STEP_METRICS,
            RuntimeTypes.EACH_STEP,
            codec,
            once)
        : once;
  }

  private CodeBlock loss() {
    LossSpec loss = output.loss();
    if (loss.isDefault()) {
      return CodeBlock.of("");
    }
    CodeBlock.Builder code =
        CodeBlock.builder().add(", $T.of($L)", RuntimeTypes.HEAD_LOSS, Code.constant(loss.kind()));
    if (loss.weight() != 1) {
      code.add(".withWeight($L)", Code.number(loss.weight()));
    }
    if (loss.balanced()) {
      code.add(".withBalancedClasses()");
    }
    if (loss.kind() == LossKind.QUANTILE) {
      code.add(".withQuantile($L)", Code.number(loss.quantile()));
    }
    return code.build();
  }
}
