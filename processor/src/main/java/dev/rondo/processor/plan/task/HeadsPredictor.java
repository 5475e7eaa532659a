package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.ScoresClass;
import dev.rondo.processor.plan.type.SessionCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Plans the predictor of a model of records and numbers, or of several inputs or outputs. */
final class HeadsPredictor {
  static final String INDEX = "i";
  private static final String ROWS = "rows";
  static final String ROW = "row";
  static final String SCORES = "scores";
  private static final String SCORED = "scored";
  private static final String ANSWER = "answer";
  private static final String STEPS = "steps";
  private static final String PASS = "pass";
  private static final String BATCH = "batch";
  private static final String INPUTS = "inputs";
  static final TypeName STEPS_TYPE = ArrayTypeName.of(RuntimeTypes.STEPS);
  static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelParts parts;
  private final Heads heads;
  private final GeneratedClasses classes;
  private final PredictorClass predictor;
  private final HeadsMeasures measures;
  private final Optional<String> noSession;

  HeadsPredictor(ModelParts parts, Heads heads, Optional<String> noSession) {
    this.parts = parts;
    this.heads = heads;
    this.classes = parts.classes();
    this.noSession = noSession;
    List<String> locals =
        new ArrayList<>(
            List.of(
                HeadsMeasures.EXAMPLES,
                HeadsMeasures.EXAMPLE,
                ChunkLoop.PARTS,
                HeadsMeasures.PART,
                INDEX,
                ROWS,
                ROW,
                SCORES,
                STEPS,
                PASS,
                BATCH,
                INPUTS));
    locals.addAll(HeadsMeasures.names(heads));
    locals.addAll(LongSoundMethod.NAMES);
    this.predictor = new PredictorClass(parts, locals, noSession.isEmpty());
    this.measures = new HeadsMeasures(parts, heads, predictor.names(), this::own);
    if (noSession.isEmpty()) {
      predictor.startSessionsBy(
          heads
              .listening()
              .<SessionCode>map(
                  aligned ->
                      new SoundSessionStart(parts, heads.answers().get(0), predictor.names()))
              .orElseGet(() -> new StepSessionStart(parts, predictor.names())));
    }
  }

  private String name(String wanted) {
    return predictor.names().get(wanted);
  }

  private String codec(String owner) {
    return predictor.names().ofModel(owner);
  }

  private String method() {
    return parts.signature().method();
  }

  /** The name of a method of the predictor's own, which the user's method may have. */
  private String own(String wanted) {
    return method().equals(wanted) ? wanted + "Of" : wanted;
  }

  ClassPlan plan() {
    List<Member> answers = new ArrayList<>();
    boolean itself = heads.scoredItself();
    answers.add(answering(Member.overriding(method()), itself));
    if (heads.hasScores() && !itself) {
      answers.add(
          answering(
              failing(
                  Member.publicly(method() + "Scored")
                      .doc("Like {@link $T#$L}, $L.\n\n", classes.model(), method(), scoredBy())),
              true));
    }
    answers.add(all(method() + "All", "Answers several inputs at once, which is faster.", itself));
    if (heads.hasScores() && !itself) {
      answers.add(
          all(method() + "AllScored", "Answers several inputs at once, " + scoredBy() + ".", true));
    }
    answers.add(streamed(method() + "All", "Answers any number of inputs", itself));
    if (heads.hasScores() && !itself) {
      answers.add(
          streamed(
              method() + "AllScored",
              "Answers any number of inputs, with the probability of every answer",
              true));
    }
    heads.answers().stream()
        .filter(Answers::hasSpans)
        .forEach(answer -> answers.add(new SpansMethod(parts, heads, this::codec).of(answer)));
    new LongSoundMethod(parts, heads, predictor.names())
        .of(codecField(parts.inputs().get(0).name()), own(ROW))
        .ifPresent(answers::add);
    answers.add(measures.evaluate());
    answers.add(PredictorClass.serving(CodeBlock.of("$N", name(PredictorClass.INFERENCE))));
    heads
        .calibration(this::codec, name(PredictorClass.NETWORK), name(PredictorClass.HOST))
        .map(measures::temperatures)
        .ifPresent(answers::add);
    List<Member> inner = new ArrayList<>(List.of(row(), scores()));
    measures.measured().ifPresent(inner::add);
    if (!itself) {
      inner.add(decoded(false));
    }
    if (heads.hasScores()) {
      inner.add(decoded(true));
    }
    return predictor.plan(
        new PredictorClass.Own(
            CodeBlock.of("Answers {@link $T}", classes.model()),
            noSession
                .map(reason -> CodeBlock.of("\n<p>There is no session: $L.\n", reason))
                .orElse(CodeBlock.of("")),
            heads.answers().stream().anyMatch(Answers::decidesTogether),
            parts.descriptions().fields(),
            List.of(inference()),
            answers,
            inner));
  }

  private String scoredBy() {
    return heads.answers().stream().allMatch(answer -> answer.aligned().isPresent())
        ? "with its probability and where its tokens are"
        : "with the probability of every answer";
  }

  private static Member.Builder failing(Member.Builder method) {
    return method
        .fails(IllegalArgumentException.class, "if an input is null or cannot be read")
        .fails(IllegalStateException.class, "after {@link #close()}");
  }

  private List<Parameter> parameters() {
    return heads.parameters(this::codec);
  }

  private TypeName type(boolean scored) {
    return scored ? heads.scoredType(classes.scores()) : heads.expectedType();
  }

  private Member answering(Member.Builder method, boolean scored) {
    String arguments = String.join(", ", parameters().stream().map(Parameter::name).toList());
    return method
        .returns(type(scored))
        .parameters(parameters())
        .varargs(parts.signature().varargs())
        .statement(
            "return $L($L($T.singletonList($L($L))).get(0)$L)",
            own(scored ? SCORED : ANSWER),
            own(SCORES),
            Collections.class,
            own(ROW),
            arguments,
            steps(variable -> CodeBlock.of("$N", codec(variable))))
        .build();
  }

  /** Returns how many steps an input has, as a further argument, where answers follow steps. */
  private CodeBlock steps(Function<String, CodeBlock> variable) {
    if (!heads.eachStep()) {
      return CodeBlock.of("");
    }
    ModelParts.In stepped = heads.stepped();
    return CodeBlock.of(", $L", length(stepped, heads.inputOf(stepped, variable)));
  }

  /** Returns how many steps the value of an input has. */
  static CodeBlock length(ModelParts.In in, CodeBlock value) {
    return in.code().type() instanceof ArrayTypeName
        ? CodeBlock.of("$L.length", value)
        : CodeBlock.of("$L.size()", value);
  }

  /** Returns the type of one input among several that are asked at once. */
  private TypeName asked() {
    return parameters().size() == 1 ? parameters().get(0).type() : classes.input();
  }

  private Member all(String method, String summary, boolean scored) {
    boolean single = parameters().size() == 1;
    String inputs = single ? codec(Code.plural(parts.parameterNames().get(0))) : name(INPUTS);
    CodeBlock rows = encoded();
    Member.Builder all =
        failing(
                Member.publicly(method)
                    .doc("$L\n\n", summary)
                    .doc("@return the answers in the order of the inputs\n"))
            .returns(Code.listOf(type(scored)))
            .parameter(Code.listOf(asked()), inputs)
            .statement(
                "$T $N =$W$T.each($N, $S, $L)",
                Code.listOf(STEPS_TYPE),
                name(ROWS),
                RuntimeTypes.ARGUMENTS,
                inputs,
                inputs,
                rows);
    String decode = own(scored ? SCORED : ANSWER);
    if (!heads.eachStep()) {
      return all.statement(
              "return $L($N).stream().map(this::$L).toList()", own(SCORES), name(ROWS), decode)
          .build();
    }
    CodeBlock asked = CodeBlock.of("$N.get($N)", inputs, name(INDEX));
    return all.statement(
            "$T $N =$W$L($N)", Code.listOf(NUMBERS), name(SCORES), own(SCORES), name(ROWS))
        .statement(
            "return $T.range(0, $N.size()).mapToObj($N -> $L($N.get($N)$L)).toList()",
            IntStream.class,
            name(ROWS),
            name(INDEX),
            decode,
            name(SCORES),
            name(INDEX),
            steps(variable -> single ? asked : CodeBlock.of("$L.$N()", asked, variable)))
        .build();
  }

  /** Returns a function from what is asked to its row. */
  private CodeBlock encoded() {
    return parameters().size() == 1
        ? CodeBlock.of("this::$L", own(ROW))
        : CodeBlock.of(
            "$1N -> $2L($3L)",
            name(ROW),
            own(ROW),
            parts.inputs().stream()
                .map(in -> CodeBlock.of("$N.$N()", name(ROW), in.name()))
                .collect(CodeBlock.joining(", ")));
  }

  private Member streamed(String method, String summary, boolean scored) {
    boolean single = parameters().size() == 1;
    String inputs = single ? codec(Code.plural(parts.parameterNames().get(0))) : name(INPUTS);
    CodeBlock asked = CodeBlock.of("$N", name(ROW));
    return Member.publicly(method)
        .doc("$L, of which few are in memory at once.\n\n", summary)
        .doc("@param $N closed with the answers\n", inputs)
        .doc("@return the answers in the order of the inputs, computed as they are asked for\n")
        .returns(Code.streamOf(type(scored)))
        .parameter(Code.streamOf(asked()), inputs)
        .statement(
            "return $N.stream(\n$N, $L, ($N, $N) -> $L($N$L))",
            name(PredictorClass.INFERENCE),
            inputs,
            encoded(),
            name(ROW),
            name(SCORES),
            own(scored ? SCORED : ANSWER),
            name(SCORES),
            steps(variable -> single ? asked : CodeBlock.of("$L.$N()", asked, variable)))
        .build();
  }

  private Member row() {
    List<Parameter> parameters = parameters();
    Member.Builder row =
        Member.method(own(ROW), Access.PRIVATE).returns(STEPS_TYPE).parameters(parameters);
    // a codec says what is wrong with its input, nobody that there is no record of the inputs
    parts
        .signature()
        .spread()
        .ifPresent(
            spread ->
                row.statement(
                    "$T.notNull($N, $S)",
                    RuntimeTypes.ARGUMENTS,
                    codec(spread.name()),
                    spread.name()));
    return row.statement(
            "return new $T {$L}",
            STEPS_TYPE,
            parts.inputs().stream()
                .map(
                    in ->
                        in.code()
                            .stepsOfArgument(
                                codecField(in.name()),
                                heads.inputOf(in, name -> CodeBlock.of("$N", codec(name))),
                                in.name()))
                .collect(CodeBlock.joining(",$W")))
        .build();
  }

  /** Returns the field of a codec where the user's parameters are variables. */
  private String codecField(String input) {
    String field = codec(input);
    boolean hidden = parameters().stream().anyMatch(parameter -> parameter.name().equals(field));
    return hidden ? "this." + field : field;
  }

  private PredictorClass.Helper inference() {
    String row = name(ROW);
    CodeBlock length =
        heads.hasSteps()
            ? CodeBlock.of("$1N -> $1N[$2L].length()", row, parts.inputs().indexOf(heads.stepped()))
            : CodeBlock.of("$T::longest", RuntimeTypes.STEPS);
    List<CodeBlock> shapes = new ArrayList<>();
    for (ModelParts.In in : parts.inputs()) {
      shapes.add(in.code().shape(codec(in.name())));
    }
    return predictor.inference(
        STEPS_TYPE,
        NUMBERS,
        CodeBlock.of(
            "$1T.ofHeads(\n$2N,\n$3T.of($4L),\n$5L,\n$3T.of($6L),\n"
                + "($7N, $8N) -> $9N.forward($7N, $10L))",
            RuntimeTypes.INFERENCE,
            name(PredictorClass.HOST),
            List.class,
            shapes.stream().collect(CodeBlock.joining(", ")),
            length,
            heads.answers().stream()
                .map(answer -> answer.shape(codec(answer.name())))
                .collect(CodeBlock.joining(", ")),
            name(PASS),
            name(BATCH),
            name(PredictorClass.NETWORK),
            StepBatches.all(name(PASS), CodeBlock.of("$N", name(BATCH)), parts.inputs().size())));
  }

  private Member scores() {
    return Member.method(own(SCORES), Access.PRIVATE)
        .returns(Code.listOf(NUMBERS))
        .parameter(Code.listOf(STEPS_TYPE), name(ROWS))
        .statement("return $N.scores($N)", name(PredictorClass.INFERENCE), name(ROWS))
        .build();
  }

  /** Returns the method that makes an answer of the scores of a row. */
  private Member decoded(boolean scored) {
    String scores = name(SCORES);
    Member.Builder method =
        Member.method(own(scored ? SCORED : ANSWER), Access.PRIVATE)
            .returns(type(scored))
            .parameter(NUMBERS, scores);
    CodeBlock steps = CodeBlock.of("$N", name(STEPS));
    if (heads.eachStep()) {
      method.parameter(TypeName.INT, name(STEPS));
    }
    List<CodeBlock> values = new ArrayList<>();
    for (int i = 0; i < heads.answers().size(); i++) {
      Answers answer = heads.answers().get(i);
      CodeBlock own = CodeBlock.of("$N[$L]", scores, i);
      values.add(
          answer.predicted(
              codec(answer.name()),
              name(PredictorClass.NETWORK),
              name(PredictorClass.HOST),
              own,
              steps,
              scored));
    }
    if (heads.record().isEmpty()) {
      return method.statement("return $L", values.get(0)).build();
    }
    TypeName record = scored ? classes.scores() : heads.record().orElseThrow();
    if (!heads.recordEachStep()) {
      return method
          .statement("return new $T($L)", record, values.stream().collect(CodeBlock.joining(",$W")))
          .build();
    }
    List<CodeBlock> elements = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      Answers answer = heads.answers().get(i);
      String variable = name(HeadsMeasures.metrics(answer)).replace("Metrics", "Answers");
      TypeName element = scored ? ScoresClass.type(answer, true) : answer.code().type();
      method.statement("$T $N =$W$L", Code.listOf(element), variable, values.get(i));
      elements.add(CodeBlock.of("$N.get($N)", variable, name(INDEX)));
    }
    return method
        .statement(
            "return $T.range(0, $N).mapToObj($N -> new $T($L)).toList()",
            IntStream.class,
            name(STEPS),
            name(INDEX),
            record,
            elements.stream().collect(CodeBlock.joining(", ")))
        .build();
  }
}
