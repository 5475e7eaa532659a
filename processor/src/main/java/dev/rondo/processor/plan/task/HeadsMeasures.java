package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Calibration;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Plans the methods of a predictor that read examples with their answers: {@code evaluate}, and
 * what fits probabilities to them.
 */
final class HeadsMeasures {
  static final String EXAMPLES = "examples";
  static final String EXAMPLE = "example";
  static final String PART = "part";
  private static final String MEASURED = "measured";

  private final ModelParts parts;
  private final Heads heads;
  private final GeneratedClasses classes;
  private final Names names;
  private final UnaryOperator<String> own;

  /**
   * Creates a planner.
   *
   * @param names of the predictor
   * @param own gives the name of a method of the predictor's own, which the user's may have
   */
  HeadsMeasures(ModelParts parts, Heads heads, Names names, UnaryOperator<String> own) {
    this.parts = parts;
    this.heads = heads;
    this.classes = parts.classes();
    this.names = names;
    this.own = own;
  }

  /** Returns the wanted names of variables that are one for each output. */
  static List<String> names(Heads heads) {
    return Stream.concat(
            heads.answers().stream().map(HeadsMeasures::metrics),
            heads.answers().stream().map(HeadsMeasures::fit))
        .toList();
  }

  static String metrics(Answers answer) {
    return answer.name() + "Metrics";
  }

  private static String fit(Answers answer) {
    return answer.name() + "Fit";
  }

  private String name(String wanted) {
    return names.get(wanted);
  }

  private String codec(String owner) {
    return names.ofModel(owner);
  }

  private ClassName evaluation() {
    return heads.record().isPresent()
        ? classes.evaluation()
        : heads.answers().get(0).code().evaluation();
  }

  private Member.Builder evaluating() {
    return Member.publicly("evaluate")
        .doc("Compares the answers with those that examples expect.\n\n")
        .fails(
            IllegalArgumentException.class,
            "if there is no example, one is null, or one cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(evaluation())
        .parameter(Code.iterableOf(classes.example()), name(EXAMPLES));
  }

  /** Returns whether there is an accuracy, which is told with 32 bits beside fewer ones. */
  private boolean hasAccuracy() {
    return evaluation().equals(RuntimeTypes.EVALUATION);
  }

  /** Returns the method that compares answers with examples. */
  Member evaluate() {
    return hasAccuracy()
        ? evaluating()
            .statement(
                "return $T.measured($N, $N, this::$L)",
                RuntimeTypes.EVALUATION,
                name(PredictorClass.INFERENCE),
                name(EXAMPLES),
                own.apply(MEASURED))
            .build()
        : measuring(evaluating());
  }

  /** Returns the method that measures in the numbers that are chosen, where there are others. */
  Optional<Member> measured() {
    return hasAccuracy()
        ? Optional.of(
            measuring(
                Member.method(own.apply(MEASURED), Access.PRIVATE)
                    .returns(RuntimeTypes.EVALUATION)
                    .parameter(Code.iterableOf(classes.example()), name(EXAMPLES))))
        : Optional.empty();
  }

  private Member measuring(Member.Builder evaluate) {
    for (Answers answer : heads.answers()) {
      evaluate.statement(
          "$T $N =$W$L",
          answer.metricsType(),
          name(metrics(answer)),
          answer.metrics(
              codec(answer.name()), name(PredictorClass.NETWORK), name(PredictorClass.HOST)));
    }
    addReading(evaluate, heads.answers(), HeadsMeasures::metrics);
    CodeBlock figures =
        heads.answers().stream()
            .map(answer -> CodeBlock.of("$N.evaluation()", name(metrics(answer))))
            .collect(CodeBlock.joining(", "));
    return evaluate
        .statement(
            "return $L",
            heads.record().isPresent()
                ? CodeBlock.of("new $T($L)", classes.evaluation(), figures)
                : figures)
        .build();
  }

  /** Returns the method that fits probabilities to examples. */
  Member temperatures(Calibration calibration) {
    List<Answers> fitted = heads.answers().stream().filter(Answers::isCalibrated).toList();
    List<String> fits = fitted.stream().map(answer -> name(fit(answer))).toList();
    Member.Builder method = calibration.start(name(EXAMPLES), fits);
    addReading(method, fitted, HeadsMeasures::fit);
    return calibration.end(method, fits);
  }

  /**
   * Adds the loop over examples that gives scores and what is expected of them to what reads them.
   *
   * @param reader the wanted name of what reads those of an output
   */
  private void addReading(
      Member.Builder method, List<Answers> answers, Function<Answers, String> reader) {
    CodeBlock arguments =
        parts.parameterNames().stream()
            .map(parameter -> CodeBlock.of("$N.$N()", name(EXAMPLE), parameter))
            .collect(CodeBlock.joining(", "));
    ChunkLoop.begin(
            method,
            classes.example(),
            HeadsPredictor.STEPS_TYPE,
            name(EXAMPLES),
            CodeBlock.of("$N -> $L($L)", name(EXAMPLE), own.apply(HeadsPredictor.ROW), arguments),
            name(ChunkLoop.PARTS),
            name(PART))
        .statement(
            "$T $N =$W$L($N.rows())",
            Code.listOf(HeadsPredictor.NUMBERS),
            name(HeadsPredictor.SCORES),
            own.apply(HeadsPredictor.SCORES),
            name(PART))
        .begin(
            "for (int $1N = 0; $1N < $2N.size(); $1N++)", name(HeadsPredictor.INDEX), name(PART));
    CodeBlock expected =
        CodeBlock.of(
            "$N.example($N).$N()", name(PART), name(HeadsPredictor.INDEX), ExampleClass.EXPECTED);
    for (Answers answer : answers) {
      method.statement(
          "$N.add($N.get($N)[$L], $L)",
          name(reader.apply(answer)),
          name(HeadsPredictor.SCORES),
          name(HeadsPredictor.INDEX),
          heads.answers().indexOf(answer),
          answer.compared(heads.expectedOf(answer, expected)));
    }
    method.end().end();
  }
}
