package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.ForecastCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Plans the predictor of a model that forecasts. */
final class SeriesPredictor {
  private static final String SERIES = "series";
  private static final String SHARE = "share";
  private static final String ROWS = "rows";
  private static final String WINDOW = "window";
  private static final String WINDOWS = "windows";
  private static final String SCORES = "scores";
  private static final String EACH = "each";
  private static final String INDEX = "i";
  private static final String PASS = "pass";
  private static final String BATCH = "batch";
  private static final String FORECASTS = "forecasts";
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelParts parts;
  private final Answers answer;
  private final ForecastCode code;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final String history;
  private final String method;

  SeriesPredictor(ModelParts parts, Heads heads) {
    this.parts = parts;
    this.answer = heads.answers().get(0);
    this.code = (ForecastCode) answer.code();
    this.classes = parts.classes();
    this.predictor =
        new PredictorClass(
            parts,
            List.of(
                SERIES, SHARE, ROWS, WINDOW, WINDOWS, SCORES, EACH, INDEX, PASS, BATCH, FORECASTS),
            false);
    this.history = parts.input().name();
    this.method = parts.signature().method();
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String codec(String owner) {
    return predictor.names().ofModel(owner);
  }

  /** Returns the name of the method that computes scores, which the user's method may have. */
  static String scoresName(ModelParts parts) {
    return parts.signature().method().equals(SCORES) ? "scoresOf" : SCORES;
  }

  /** The name of the method that forecasts from windows, which the user's method may have. */
  private String forecastsName() {
    return method.equals(FORECASTS) ? "forecastsOf" : FORECASTS;
  }

  ClassPlan plan() {
    List<Field> constants = new ArrayList<>(parts.descriptions().fields());
    constants.add(code.description());
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Answers {@link $T}", classes.model()),
            CodeBlock.of(
                "\n<p>There is no session: a forecast is made from a window as a whole.\n"),
            true,
            constants,
            List.of(),
            List.of(next(), nextAll(), evaluateLast(), evaluate()),
            List.of(forecasts(), scores())));
  }

  private Member next() {
    String history = codec(this.history);
    return Member.overriding(method)
        .doc("Forecasts from a history, of which the last steps are read.\n\n")
        .fails(IllegalArgumentException.class, "if the history is null, empty, or cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(code.type())
        .parameter(parts.input().code().type(), history)
        .statement(
            "$T $N =$W$L",
            RuntimeTypes.FORECAST_WINDOW,
            name(WINDOW),
            window(history, CodeBlock.of("$S", this.history)))
        .statement("return $N($T.of($N)).get(0)", forecastsName(), List.class, name(WINDOW))
        .build();
  }

  private CodeBlock window(String variable, CodeBlock shown) {
    return CodeBlock.of(
        "$T.window($N, $L, this.$N, $N)",
        RuntimeTypes.FORECAST_SERIES,
        variable,
        shown,
        codec(history),
        codec(answer.name()));
  }

  private Member nextAll() {
    String all = codec(Code.plural(history));
    return Member.publicly(method + "All")
        .doc("Forecasts from several histories at once, which is faster.\n\n")
        .doc("@return the forecasts in the order of the histories\n")
        .fails(IllegalArgumentException.class, "if a history is null, empty, or cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(Code.listOf(code.type()))
        .parameter(Code.listOf(parts.input().code().type()), all)
        .statement(
            "return $N(\n$T.copyOf($N, $S).stream()\n.map($N -> $L)\n.toList())",
            forecastsName(),
            RuntimeTypes.ARGUMENTS,
            all,
            all,
            name(EACH),
            window(name(EACH), CodeBlock.of("$S", history)))
        .build();
  }

  private TypeName seriesType() {
    return Code.iterableOf(parts.input().code().type());
  }

  private Member.Builder evaluating() {
    return Member.publicly("evaluate")
        .returns(RuntimeTypes.FORECAST_EVALUATION)
        .parameter(seriesType(), name(SERIES));
  }

  private Member evaluateLast() {
    return evaluating()
        .doc("Measures the forecasts of the last fifth of series; see {@link #evaluate(Iterable,")
        .doc(" double)}.\n")
        .statement("return evaluate($N, 0.2)", name(SERIES))
        .build();
  }

  private Member evaluate() {
    return evaluating()
        .doc("Measures the forecasts of the last part in time of series, from every place in it,")
        .doc("\nbeside those of what is simple: the last value, the value one season before, and a")
        .doc("\nlinear model of the part before. Nothing is trained again.\n\n")
        .doc(
            "@param $N of the steps of each series that is measured, above 0; what is before it",
            name(SHARE))
        .doc(" is known.\n    1 for all of it, where there is no linear model\n")
        .fails(
            IllegalArgumentException.class,
            "if no series has a whole horizon there, a step is null or cannot be read, or the share"
                + " is out of range")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .parameter(TypeName.DOUBLE, name(SHARE))
        .statement(
            "return $T.last($N, $N, $N, $N).evaluate(this::$L).evaluation()",
            RuntimeTypes.FORECAST_BACKTEST,
            name(SERIES),
            name(SHARE),
            codec(history),
            codec(answer.name()),
            scoresName(parts))
        .build();
  }

  private Member forecasts() {
    String windows = name(WINDOWS);
    String index = name(INDEX);
    return Member.method(forecastsName(), Access.PRIVATE)
        .returns(Code.listOf(code.type()))
        .parameter(Parameter.of(Code.listOf(RuntimeTypes.FORECAST_WINDOW), windows))
        .statement(
            "$T $N =$W$N($N.stream().map($T::inputs).toList())",
            Code.listOf(NUMBERS),
            name(SCORES),
            scoresName(parts),
            windows,
            RuntimeTypes.FORECAST_WINDOW)
        .statement(
            "return $T.range(0, $N.size())\n.mapToObj($N -> $L)\n.toList()",
            IntStream.class,
            windows,
            index,
            code.answer(
                codec(answer.name()),
                CodeBlock.of("$N.get($N)[0], $N.get($N)", name(SCORES), index, windows, index)))
        .build();
  }

  private Member scores() {
    List<CodeBlock> batches = new ArrayList<>();
    for (int i = 0; i < parts.inputs().size(); i++) {
      batches.add(
          CodeBlock.of("$T.of($N, $N, $L)", RuntimeTypes.STEP_BATCH, name(PASS), name(BATCH), i));
    }
    return Member.method(scoresName(parts), Access.PACKAGE)
        .returns(Code.listOf(NUMBERS))
        .parameter(Code.listOf(STEPS), name(ROWS))
        .statement(
            "return $1N.scoresOfHeads(\n$2N,\n$3T::longest,\n$4T.of($5L),\n"
                + "($6N, $7N) -> $8N.forward($6N, $9L))",
            name(PredictorClass.HOST),
            name(ROWS),
            RuntimeTypes.STEPS,
            List.class,
            answer.shape(codec(answer.name())),
            name(PASS),
            name(BATCH),
            name(PredictorClass.NETWORK),
            batches.stream().collect(CodeBlock.joining(", ")))
        .build();
  }
}
