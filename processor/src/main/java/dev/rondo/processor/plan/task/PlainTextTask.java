package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Parameter;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.layer.WritingCode;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.PredictorClass;
import dev.rondo.processor.plan.type.SessionClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A language model: it learns from plain text, and continues texts. */
final class PlainTextTask implements TaskPlanner {
  private static final TypeName STRING = ClassName.get(String.class);
  private static final String STATE = "state";

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;

  PlainTextTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return StepNetwork.plan(
        model,
        parts,
        fields,
        new StepNetwork.Grain(
            true, RuntimeTypes.LANGUAGE_NETWORK, Optional.of(STATE), "of the recurrent layers"),
        WritingCode.of(graph.nodes(), fields));
  }

  @Override
  public List<ClassPlan> api() {
    return List.of(new Trainer().plan(), predictor(), SessionClass.plan(parts));
  }

  @Override
  public ClassPlan predictor() {
    return new Predictor().plan();
  }

  /** The trainer: streams, windows and steps. */
  private final class Trainer {
    private static final String TEXT = "text";
    private static final String VALIDATION = "validation";
    private static final String STREAMS = "streams";
    private static final String WINDOW = "window";
    private static final String TARGETS = "targets";

    private final TrainerClass trainer =
        new TrainerClass(
            parts,
            graph.training(),
            fields.nodes(),
            List.of(TEXT, VALIDATION, STREAMS, STATE, WINDOW, TARGETS));

    ClassPlan plan() {
      return trainer
          .start(
              ParameterizedTypeName.get(
                  RuntimeTypes.TEXT_TRAINER, classes.trainer(), classes.predictor()))
          .doc(
              "Trains {@link $T} on plain text. What is not set here is as its annotations say.\n",
              classes.model())
          .member(fit())
          .members(
              trainer.learning(
                  RuntimeTypes.TEXT_SOURCE,
                  name(TEXT),
                  (method, codec, learner) ->
                      method.statement("$N.forEachPiece($N::add)", name(TEXT), learner)))
          .build();
    }

    private Member fit() {
      Member.Builder fit =
          Member.method("fit", Access.PROTECTED)
              .trait(Trait.OVERRIDES)
              .returns(classes.predictor())
              .parameter(RuntimeTypes.TEXT_SOURCE, name(TEXT))
              .parameter(new Parameter(RuntimeTypes.TEXT_SOURCE, name(VALIDATION), true));
      trainer.addNetwork(fit, name(TEXT));
      fit.begin(
          "try ($1T $2N = $1T.of($3N, $4N);\n    $5T $6N = $7L)",
          RuntimeTypes.TEXT_STREAMS,
          name(STREAMS),
          name(TEXT),
          trainer.names().ofModel(parts.input().name()),
          RuntimeTypes.TRAINING_RUN,
          name(TrainerClass.RUN),
          trainer.run(CodeBlock.of("$N.tokens()", name(STREAMS))));
      trainer.beginEpochs(fit);
      fit.begin(
              "try ($T $N =$W$N.newState())",
              RuntimeTypes.STREAM_STATE,
              name(STATE),
              name(TrainerClass.RUN))
          .begin(
              "for ($T $N : $N.windows($N))",
              RuntimeTypes.WINDOW,
              name(WINDOW),
              name(TrainerClass.RUN),
              name(STREAMS))
          .statement("$N.follow($N)", name(STATE), name(WINDOW));
      addStep(fit);
      fit.end().end();
      trainer.endEpochs(
          fit,
          CodeBlock.of("validate($N, $N::evaluate)", name(VALIDATION), name(TrainerClass.MODEL)));
      return fit.build();
    }

    private void addStep(Member.Builder fit) {
      String step = name(TrainerClass.STEP);
      String window = name(WINDOW);
      trainer
          .beginStep(fit, CodeBlock.of("$N", window))
          .statement(
              "$T $N =$W$N.forward($N, $T.of($N, $N.inputs()), $N)",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.SCORES),
              name(TrainerClass.NETWORK),
              step,
              RuntimeTypes.TOKEN_BATCH,
              step,
              window,
              name(STATE))
          .statement("$T $N =$W$N.targets($N)", RuntimeTypes.ND_ARRAY, name(TARGETS), step, window)
          .statement(
              "$T $N =$W$T.nextToken($N, $N, options().labelSmoothing())",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.LOSS),
              RuntimeTypes.LOSSES,
              name(TrainerClass.SCORES),
              name(TARGETS));
      trainer.addUpdate(fit);
      fit.statement("$N.detach()", name(STATE)).end();
    }

    private String name(String wanted) {
      return trainer.names().get(wanted);
    }
  }

  /** The predictor: what continues and measures texts. */
  private final class Predictor {
    private static final String WRITER = "writer";
    private static final String EVALUATOR = "evaluator";
    private static final String SAMPLING = "sampling";
    private static final String TEXTS = "texts";
    private static final String FILES = "files";
    private static final String TEXT = "text";

    private final PredictorClass predictor =
        new PredictorClass(parts, List.of(WRITER, EVALUATOR, SAMPLING, TEXTS, FILES, TEXT), true);
    private final String method = parts.signature().method();
    private final String opening = predictor.names().ofModel(parts.input().name());

    ClassPlan plan() {
      return predictor.plan(
          new PredictorClass.Own(
              CodeBlock.of("Continues texts for {@link $T}", classes.model()),
              CodeBlock.of(""),
              false,
              List.of(),
              List.of(
                  helper(WRITER, RuntimeTypes.TEXT_WRITER, CodeBlock.of("")),
                  helper(
                      EVALUATOR, RuntimeTypes.TEXT_EVALUATOR, CodeBlock.of(", $N", name(WRITER)))),
              List.of(
                  write(),
                  writeBy(),
                  stream(),
                  perplexity(),
                  evaluateTexts(),
                  evaluateFiles(),
                  predictor.answering(name(WRITER)),
                  evaluateSource()),
              List.of()));
    }

    private PredictorClass.Helper helper(String wanted, ClassName type, CodeBlock further) {
      return new PredictorClass.Helper(
          type,
          name(wanted),
          CodeBlock.of(
              "new $T($N, $N, $N$L)",
              type,
              name(PredictorClass.HOST),
              name(PredictorClass.NETWORK),
              opening,
              further));
    }

    private Member write() {
      return Member.overriding(method)
          .doc("Continues a text by the model's own probabilities.\n\n")
          .doc("@return what follows, another text each time\n")
          .fails(IllegalArgumentException.class, "if the text is null")
          .fails(IllegalStateException.class, "after {@link #close()}")
          .returns(STRING)
          .parameter(STRING, opening)
          .statement(
              "return $L($N, $T.atRandom())", Code.callee(method), opening, RuntimeTypes.SAMPLING)
          .build();
    }

    private Member writeBy() {
      return writing(method, "Continues a text, choosing tokens as wanted.")
          .returns(STRING)
          .statement(
              "return $1N.write($2T.notNull($3N, $3S), $4N)",
              name(WRITER),
              RuntimeTypes.ARGUMENTS,
              opening,
              name(SAMPLING))
          .build();
    }

    private Member stream() {
      return writing(
              method + "Stream",
              "Continues a text piece by piece: what the stream has not been asked for is not"
                  + " written.")
          .returns(Code.generic(ClassName.get(Stream.class), STRING))
          .statement(
              "return $1N.stream($2T.notNull($3N, $3S), $4N)",
              name(WRITER),
              RuntimeTypes.ARGUMENTS,
              opening,
              name(SAMPLING))
          .build();
    }

    private Member.Builder writing(String method, String summary) {
      return Member.publicly(method)
          .doc("$L\n\n", summary)
          .doc("@return what follows\n")
          .fails(IllegalArgumentException.class, "if an argument is null")
          .fails(IllegalStateException.class, "after {@link #close()}")
          .parameter(STRING, opening)
          .parameter(RuntimeTypes.SAMPLING, name(SAMPLING));
    }

    private Member perplexity() {
      return measuring(
              "perplexity",
              "Returns the perplexity: among how many equally likely tokens the model is as"
                  + " uncertain.")
          .returns(TypeName.DOUBLE)
          .parameter(Code.iterableOf(STRING), name(TEXTS))
          .statement("return evaluate($N).perplexity()", name(TEXTS))
          .build();
    }

    private Member evaluateTexts() {
      return measuring(
              "evaluate",
              "Measures how well each token of texts is foretold from all of its text before it.")
          .returns(RuntimeTypes.TEXT_EVALUATION)
          .parameter(Code.iterableOf(STRING), name(TEXTS))
          .statement("return $N.evaluate($N)", name(EVALUATOR), name(TEXTS))
          .build();
    }

    private Member evaluateFiles() {
      return measuring(
              "evaluate",
              "Measures how well the tokens of files are foretold, which may be larger than memory."
                  + " They are read as up to 32 streams side by side.")
          .returns(RuntimeTypes.TEXT_EVALUATION)
          .parameter(ArrayTypeName.of(ClassName.get(Path.class)), name(FILES))
          .varargs(true)
          .statement("return evaluate($T.of($N))", RuntimeTypes.TEXT_SOURCE, name(FILES))
          .build();
    }

    private Member evaluateSource() {
      return Member.method("evaluate", Access.PACKAGE)
          .returns(RuntimeTypes.TEXT_EVALUATION)
          .parameter(RuntimeTypes.TEXT_SOURCE, name(TEXT))
          .statement("return $N.evaluate($N)", name(EVALUATOR), name(TEXT))
          .build();
    }

    private Member.Builder measuring(String method, String summary) {
      return Member.publicly(method)
          .doc("$L\n\n", summary)
          .fails(IllegalStateException.class, "after {@link #close()}");
    }

    private String name(String wanted) {
      return predictor.names().get(wanted);
    }
  }
}
