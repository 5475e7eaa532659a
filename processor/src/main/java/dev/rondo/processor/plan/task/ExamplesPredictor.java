package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.Prediction;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.ClassCode;
import dev.rondo.processor.plan.input.Encoded;
import dev.rondo.processor.plan.input.InputCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.Calibration;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Plans the predictor of a model that learns from examples. */
final class ExamplesPredictor {
  private static final String ROWS = "rows";
  private static final String ROW = "row";
  private static final String EACH = "each";
  private static final String EXAMPLES = "examples";
  private static final String EXAMPLE = "example";
  private static final String METRICS = "metrics";
  private static final String FIT = "fit";
  private static final String PART = "part";
  private static final String INDEX = "i";
  private static final String SCORES = "scores";
  private static final String MEASURED = "measured";
  private static final String PASS = "pass";
  private static final String BATCH = "batch";

  private final ModelParts parts;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final CodeBlock remark;
  private final InputCode input;
  private final Encoded encoded;
  private final ClassCode answer;
  private final String parameter;
  private final String inputs;
  private final String decoder;
  private final boolean scoredItself;

  ExamplesPredictor(ModelParts parts, Optional<String> noSession) {
    this.parts = parts;
    this.classes = parts.classes();
    this.predictor =
        new PredictorClass(
            parts,
            List.of(
                ROWS,
                ROW,
                EACH,
                EXAMPLES,
                EXAMPLE,
                METRICS,
                FIT,
                ChunkLoop.PARTS,
                PART,
                INDEX,
                SCORES,
                PASS,
                BATCH),
            noSession.isEmpty());
    this.remark =
        noSession
            .map(reason -> CodeBlock.of("\n<p>There is no session: $L.\n", reason))
            .orElse(CodeBlock.of(""));
    this.input = parts.input().code();
    this.encoded = input.encoded();
    this.answer = parts.output().answeringClass().orElseThrow();
    this.parameter = predictor.names().ofModel(parts.input().name());
    this.inputs = predictor.names().ofModel(Code.plural(parts.input().name()));
    this.decoder = predictor.names().ofModel(parts.output().name());
    this.scoredItself = parts.output().output().scored();
  }

  ClassPlan plan() {
    List<Member> answers = new ArrayList<>();
    if (!scoredItself) {
      answers.add(answer());
    }
    answers.add(scored());
    if (!scoredItself) {
      answers.add(answerAll());
    }
    answers.add(allScored());
    if (!scoredItself) {
      answers.add(streamed());
    }
    answers.add(streamedScored());
    answers.add(evaluate());
    answers.add(predictor.serving());
    answers.add(temperatures());
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Answers {@link $T}", classes.model()),
            remark,
            false,
            List.of(),
            List.of(inference()),
            answers,
            List.of(measured(), scores())));
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String method() {
    return parts.signature().method();
  }

  private String scoredName() {
    return scoredItself ? method() : method() + "Scored";
  }

  private String allScoredName() {
    return scoredItself ? method() + "All" : method() + "AllScored";
  }

  /** The name of the method that computes scores, which the user's method may have. */
  private String scoresName() {
    return method().equals(SCORES) ? "allScores" : SCORES;
  }

  private Member answer() {
    return Member.overriding(method())
        .returns(answer.type())
        .parameter(input.type(), parameter)
        .varargs(parts.signature().varargs())
        .statement("return $N($N).value()", scoredName(), parameter)
        .build();
  }

  private Member scored() {
    Member.Builder scored =
        scoredItself ? Member.overriding(scoredName()) : Member.publicly(scoredName());
    if (!scoredItself) {
      scored
          .doc(
              "Like {@link $T#$L}, with the probability of every answer.\n\n",
              classes.model(),
              classes.method())
          .fails(IllegalArgumentException.class, "if the input is null")
          .fails(IllegalStateException.class, "after {@link #close()}");
    }
    return scored
        .returns(prediction())
        .parameter(input.type(), parameter)
        .varargs(parts.signature().varargs())
        // the parameter hides the field of the same name
        .statement(
            "$T $N =$Wthis.$N.encode($L)",
            encoded.row(),
            name(ROW),
            parameter,
            input.checked(parameter))
        .statement(
            "return $L",
            withEvidence(
                name(ROW),
                CodeBlock.of(
                    "$N.prediction($N($T.of($N)).get(0))",
                    decoder,
                    scoresName(),
                    List.class,
                    name(ROW))))
        .build();
  }

  private Member answerAll() {
    return all(method() + "All", answer.boxed(), "Answers several inputs at once, which is faster.")
        .statement(
            "return $N($N).stream().map($T::value).toList()",
            allScoredName(),
            inputs,
            Prediction.class)
        .build();
  }

  private Member allScored() {
    String summary =
        scoredItself
            ? "Answers several inputs at once, which is faster."
            : "Answers several inputs at once, with the probability of every answer.";
    return all(allScoredName(), prediction(), summary)
        .statement(
            "$T $N =$W$T.each($N, $S, $L)",
            Code.listOf(encoded.row()),
            name(ROWS),
            RuntimeTypes.ARGUMENTS,
            inputs,
            inputs,
            input.encodedEach(parameter, name(EACH)))
        .statement(
            "return $L",
            withEvidence(
                name(ROWS),
                CodeBlock.of(
                    "$N($N).stream().map($N::prediction).toList()",
                    scoresName(),
                    name(ROWS),
                    decoder)))
        .build();
  }

  /**
   * Returns predictions that tell how much of what they are of the model knows, where it reads
   * tokens.
   *
   * @param rows the variable of the row or the rows that they are of
   */
  private CodeBlock withEvidence(String rows, CodeBlock predictions) {
    return readsTokens()
        ? CodeBlock.of("$T.with($N,$W$L)", RuntimeTypes.EVIDENCE, rows, predictions)
        : predictions;
  }

  private boolean readsTokens() {
    return encoded.equals(Encoded.TOKENS);
  }

  private Member.Builder all(String method, TypeName answers, String summary) {
    return Member.publicly(method)
        .doc("$L\n\n", summary)
        .doc("@return the answers in the order of the inputs\n")
        .fails(IllegalArgumentException.class, "if an input is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(Code.listOf(answers))
        .parameter(Code.listOf(input.type()), inputs);
  }

  private Member evaluate() {
    return Member.publicly("evaluate")
        .doc("Compares the answers with those that examples expect.\n\n")
        .fails(IllegalArgumentException.class, "if there is no example, or one is null")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(RuntimeTypes.EVALUATION)
        .parameter(Code.iterableOf(classes.example()), name(EXAMPLES))
        .statement(
            "return $T.measured($N, $N, this::$N)",
            RuntimeTypes.EVALUATION,
            name(PredictorClass.INFERENCE),
            name(EXAMPLES),
            measuringName())
        .build();
  }

  private String measuringName() {
    return method().equals(MEASURED) ? "allMeasured" : MEASURED;
  }

  private Member measured() {
    String metrics = name(METRICS);
    Member.Builder measured =
        Member.method(measuringName(), Access.PRIVATE)
            .returns(RuntimeTypes.EVALUATION)
            .parameter(Code.iterableOf(classes.example()), name(EXAMPLES))
            .statement(
                "$T $N =$Wnew $T<>($N)",
                Code.generic(RuntimeTypes.CLASSIFICATION_METRICS, answer.boxed()),
                metrics,
                RuntimeTypes.CLASSIFICATION_METRICS,
                decoder);
    addReading(measured, metrics);
    return measured.statement("return $N.evaluation()", metrics).build();
  }

  /** Returns how probabilities are fitted to examples, for trainer and predictor. */
  static Calibration calibration(ModelParts parts, String codec) {
    TypeName answer = parts.output().answeringClass().orElseThrow().boxed();
    return new Calibration(
        parts.classes(),
        List.of(
            new Calibration.Fitted(
                parts.output().name(),
                Code.generic(RuntimeTypes.TEMPERATURE_FIT, answer),
                CodeBlock.of("$T.of($N)", RuntimeTypes.TEMPERATURE_FIT, codec))));
  }

  private Member temperatures() {
    Calibration calibration = calibration(parts, decoder);
    List<String> fits = List.of(name(FIT));
    Member.Builder method = calibration.start(name(EXAMPLES), fits);
    addReading(method, name(FIT));
    return calibration.end(method, fits);
  }

  /**
   * Adds the loop over examples that gives scores and what is expected of them to what reads them.
   *
   * @param reader the variable of what reads them
   */
  private void addReading(Member.Builder method, String reader) {
    String part = name(PART);
    String scores = name(SCORES);
    String index = name(INDEX);
    CodeBlock ofExample = CodeBlock.of("$N.$N()", name(EXAMPLE), parts.input().name());
    ChunkLoop.begin(
            method,
            classes.example(),
            encoded.row(),
            name(EXAMPLES),
            CodeBlock.of("$N -> $N.encode($L)", name(EXAMPLE), parameter, input.value(ofExample)),
            name(ChunkLoop.PARTS),
            part)
        .statement(
            "$T $N =$W$N($N.rows())",
            Code.listOf(ArrayTypeName.of(TypeName.FLOAT)),
            scores,
            scoresName(),
            part)
        .begin("for (int $1N = 0; $1N < $2N.size(); $1N++)", index, part)
        .statement(
            "$1N.add($2N.get($3N), $4N.example($3N).$5N())",
            reader,
            scores,
            index,
            part,
            parts.output().name())
        .end()
        .end();
  }

  private Member streamed() {
    return stream(method() + "All", answer.boxed(), "Answers any number of inputs")
        .statement("return $N($N).map($T::value)", allScoredName(), inputs, Prediction.class)
        .build();
  }

  private Member streamedScored() {
    String summary =
        scoredItself
            ? "Answers any number of inputs"
            : "Answers any number of inputs, with the probability of every answer";
    String asked = readsTokens() ? name(ROW) : name(EACH);
    return stream(allScoredName(), prediction(), summary)
        .statement(
            "return $N.$L($N, $L, ($N, $N) -> $L)",
            name(PredictorClass.INFERENCE),
            readsTokens() ? "streamOfRows" : "stream",
            inputs,
            input.encodedEach(parameter, name(EACH)),
            asked,
            name(SCORES),
            withEvidence(asked, CodeBlock.of("$N.prediction($N)", decoder, name(SCORES))))
        .build();
  }

  private Member.Builder stream(String method, TypeName answers, String summary) {
    return Member.publicly(method)
        .doc("$L, of which few are in memory at once.\n\n", summary)
        .doc("@param $N closed with the answers\n", inputs)
        .doc("@return the answers in the order of the inputs, computed as they are asked for\n")
        .returns(Code.streamOf(answers))
        .parameter(Code.streamOf(input.type()), inputs);
  }

  private PredictorClass.Helper inference() {
    boolean tokens = readsTokens();
    CodeBlock shape = tokens ? CodeBlock.of("") : CodeBlock.of("$L,\n", input.shape(parameter));
    return predictor.inference(
        encoded.row(),
        ArrayTypeName.of(TypeName.FLOAT),
        CodeBlock.of(
            "$1T.$2L(\n$3N,\n$4L($5N, $6N) -> $7N.forward($5N, $8T.of($5N, $6N)))",
            RuntimeTypes.INFERENCE,
            tokens ? "ofTokens" : "ofSteps",
            name(PredictorClass.HOST),
            shape,
            name(PASS),
            name(BATCH),
            name(PredictorClass.NETWORK),
            encoded.batch()));
  }

  private Member scores() {
    return Member.method(scoresName(), Access.PRIVATE)
        .returns(Code.listOf(ArrayTypeName.of(TypeName.FLOAT)))
        .parameter(Code.listOf(encoded.row()), name(ROWS))
        .statement("return $N.scores($N)", name(PredictorClass.INFERENCE), name(ROWS))
        .build();
  }

  private TypeName prediction() {
    return Code.generic(ClassName.get(Prediction.class), answer.boxed());
  }
}
