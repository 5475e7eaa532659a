package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.ForecastCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Plans the predictor of a model that forecasts. */
final class SeriesPredictor {
  private static final String INPUTS = "inputs";
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
  private static final String STEP = "step";

  /** The name of the method that gives what is known in advance of a step. */
  static final String KNOWN = "knownOf";

  /** The name of the method that gives what is constant in a series. */
  static final String CONSTANTS = "constantsOf";

  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelParts parts;
  private final Answers answer;
  private final ForecastCode code;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final SeriesInputs inputs;
  private final String history;
  private final String method;

  SeriesPredictor(ModelParts parts, Heads heads, SeriesInputs inputs) {
    this.parts = parts;
    this.inputs = inputs;
    this.answer = heads.answers().get(0);
    this.code = (ForecastCode) answer.code();
    this.classes = parts.classes();
    this.predictor =
        new PredictorClass(
            parts,
            List.of(
                INPUTS, SERIES, SHARE, ROWS, WINDOW, WINDOWS, SCORES, EACH, INDEX, PASS, BATCH,
                FORECASTS, STEP),
            false);
    this.history = inputs.history().name();
    this.method = parts.signature().method();
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String codec(String owner) {
    return predictor.names().ofModel(owner);
  }

  /** The components of a step that are known in advance. */
  private Member knownOf(Head.Known known) {
    String step = name(STEP);
    TypeName type = inputs.ahead().orElseThrow().code().stepType();
    return Member.method(KNOWN, Access.PACKAGE)
        .trait(Trait.STATIC)
        .returns(type)
        .parameter(code.record(), step)
        .statement(
            "return new $T($L)",
            type,
            known.components().stream()
                .map(component -> CodeBlock.of("$N.$N()", step, component))
                .collect(CodeBlock.joining(",$W")))
        .build();
  }

  /** What is read of a series besides its steps. */
  private Member constantsOf() {
    String each = name(EACH);
    return Member.method(CONSTANTS, Access.PACKAGE)
        .trait(Trait.STATIC)
        .returns(
            ParameterizedTypeName.get(
                RuntimeTypes.SERIES_CONSTANTS, classes.series(), code.record()))
        .parameters(
            inputs.constants().stream()
                .map(in -> Parameter.of(in.codecType(), codec(in.name())))
                .toList())
        .statement(
            "return new $T<>(\n$T::$N,\n$N -> new $T[] {$L})",
            RuntimeTypes.SERIES_CONSTANTS,
            classes.series(),
            history,
            each,
            RuntimeTypes.STEPS,
            inputs.constants().stream()
                .map(in -> in.code().steps(codec(in.name()), Examples.value(each, in.name())))
                .collect(CodeBlock.joining(",$W")))
        .build();
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
            members(),
            inner()));
  }

  private List<Member> members() {
    List<Member> members = new ArrayList<>(List.of(next(), nextAll(), evaluateLast(), evaluate()));
    SeriesTimes.of(parts, code.head().time()).map(SeriesTimes::ofPredictor).ifPresent(members::add);
    return members;
  }

  private List<Member> inner() {
    List<Member> inner = new ArrayList<>(List.of(forecasts(), scores()));
    code.head()
        .known()
        .filter(known -> inputs.ahead().isPresent())
        .ifPresent(known -> inner.add(knownOf(known)));
    if (!inputs.plain()) {
      inner.add(constantsOf());
    }
    return inner;
  }

  private List<Parameter> parameters() {
    return parts.inputs().stream()
        .map(in -> Parameter.of(in.code().type(), codec(in.name())))
        .toList();
  }

  private Member next() {
    return Member.overriding(method)
        .doc("Forecasts from a history, of which the last steps are read.\n\n")
        .fails(
            IllegalArgumentException.class,
            "if the history is null, empty, or cannot be read"
                + (inputs.plain() ? "" : ", or what is constant cannot"))
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(code.type())
        .parameters(parameters())
        .statement(
            "$T $N =$W$L",
            RuntimeTypes.FORECAST_WINDOW,
            name(WINDOW),
            window(variable -> CodeBlock.of("$N", codec(variable))))
        .statement("return $N($T.of($N)).get(0)", forecastsName(), List.class, name(WINDOW))
        .build();
  }

  /**
   * Returns the window of what a caller gave.
   *
   * @param variable of an input
   */
  private CodeBlock window(Function<String, CodeBlock> variable) {
    CodeBlock.Builder arguments =
        CodeBlock.builder()
            .add(
                "$L, $S, this.$N, $N",
                variable.apply(history),
                history,
                codec(history),
                codec(answer.name()));
    inputs
        .ahead()
        .map(ModelParts.In::name)
        .ifPresent(
            ahead ->
                arguments.add(",$W$L,$W$S,$Wthis.$N", variable.apply(ahead), ahead, codec(ahead)));
    CodeBlock window =
        CodeBlock.of("$T.window($L)", RuntimeTypes.FORECAST_SERIES, arguments.build());
    return inputs.plain()
        ? window
        : CodeBlock.of(
            "$L\n.with($L)",
            window,
            inputs.constants().stream()
                .map(in -> constant(in, variable.apply(in.name())))
                .collect(CodeBlock.joining(",$W")));
  }

  private CodeBlock constant(ModelParts.In in, CodeBlock value) {
    return in.code().stepsOfArgument("this." + codec(in.name()), value, in.name());
  }

  private Member nextAll() {
    boolean single = inputs.all().size() == 1;
    String all = single ? codec(Code.plural(history)) : name(INPUTS);
    TypeName asked = single ? inputs.history().code().type() : classes.input();
    return Member.publicly(method + "All")
        .doc("Forecasts from several histories at once, which is faster.\n\n")
        .doc("@return the forecasts in the order of the histories\n")
        .fails(
            IllegalArgumentException.class,
            "if a history is null, empty, or cannot be read"
                + (inputs.plain() ? "" : ", or what is constant cannot"))
        .fails(IllegalStateException.class, "after {@link #close()}")
        .returns(Code.listOf(code.type()))
        .parameter(Code.listOf(asked), all)
        .statement(
            "return $N(\n$T.each($N, $S, $N -> $L))",
            forecastsName(),
            RuntimeTypes.ARGUMENTS,
            all,
            all,
            name(EACH),
            window(
                variable ->
                    single
                        ? CodeBlock.of("$N", name(EACH))
                        : CodeBlock.of("$N.$N()", name(EACH), variable)))
        .build();
  }

  private boolean severalTargets() {
    return code.target().isPresent();
  }

  private TypeName seriesType() {
    return Code.iterableOf(inputs.series());
  }

  private Member.Builder evaluating() {
    return Member.publicly("evaluate")
        .returns(severalTargets() ? classes.evaluation() : RuntimeTypes.FORECAST_EVALUATION)
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
    CodeBlock measured =
        CodeBlock.of(
            "$T.last($N, $N, $N, $N$L).evaluate(this::$L).$L()",
            RuntimeTypes.FORECAST_BACKTEST,
            name(SERIES),
            name(SHARE),
            codec(history),
            codec(answer.name()),
            inputs.besides(predictor.names(), CodeBlock.of("")),
            scoresName(parts),
            severalTargets() ? "evaluations" : "evaluation");
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
            "if no series has a whole horizon there, a step is null or cannot be read, "
                + (inputs.plain() ? "" : "what is constant cannot, ")
                + "or the share is out of range")
        .fails(IllegalStateException.class, "after {@link #close()}")
        .parameter(TypeName.DOUBLE, name(SHARE))
        .statement(
            severalTargets()
                ? CodeBlock.of("return new $T(\n$L)", classes.evaluation(), measured)
                : CodeBlock.of("return $L", measured))
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
    return Member.method(scoresName(parts), Access.PACKAGE)
        .returns(Code.listOf(NUMBERS))
        .parameter(Code.listOf(STEPS), name(ROWS))
        .statement(
            "return $1N.scoresOfHeads(\n$2N,\n$3L,\n$4T.of($5L),\n"
                + "($6N, $7N) -> $8N.forward($6N, $9L))",
            name(PredictorClass.HOST),
            name(ROWS),
            // of what is known in advance there is a step for each answer
            inputs.ahead().isPresent()
                ? CodeBlock.of("$1N -> $1N[1].length()", name(EACH))
                : CodeBlock.of("$T::longest", RuntimeTypes.STEPS),
            List.class,
            answer.shape(codec(answer.name())),
            name(PASS),
            name(BATCH),
            name(PredictorClass.NETWORK),
            StepBatches.at(name(PASS), CodeBlock.of("$N", name(BATCH)), inputs.places()))
        .build();
  }
}
