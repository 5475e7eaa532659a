package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.ForecastCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.InputClass;
import dev.rondo.processor.plan.type.TargetsEvaluationClass;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that forecasts: it learns from all windows of series. */
final class SeriesTask implements TaskPlanner {
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;
  private final Heads heads;

  SeriesTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
    this.heads = new Heads(graph, parts);
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return HeadsNetwork.plan(model, parts, heads, fields, false);
  }

  @Override
  public List<ClassPlan> api() {
    List<ClassPlan> api = new ArrayList<>(List.of(new Trainer().plan(), predictor()));
    if (parts.inputs().size() > 1) {
      api.add(InputClass.plan(parts));
    }
    ForecastCode code = (ForecastCode) heads.answers().get(0).code();
    if (code.target().isPresent()) {
      api.add(TargetsEvaluationClass.plan(classes, code.names()));
    }
    return api;
  }

  @Override
  public ClassPlan predictor() {
    return new SeriesPredictor(parts, heads).plan();
  }

  /** The trainer: windows, batches and steps. */
  private final class Trainer {
    private static final String SERIES = "series";
    private static final String EACH = "each";
    private static final String ROWS = "rows";
    private static final String BATCH = "batch";

    private final ModelParts.In history = parts.inputs().get(0);
    private final TypeName series = Code.listOf(history.code().type());
    private final Answers answer = heads.answers().get(0);
    private final TrainerClass trainer =
        new TrainerClass(
            parts, graph.training(), fields.nodes(), List.of(SERIES, EACH, ROWS, BATCH));

    private String name(String wanted) {
      return trainer.names().get(wanted);
    }

    private String codec(String owner) {
      return trainer.names().ofModel(owner);
    }

    ClassPlan plan() {
      return trainer
          .start(
              ParameterizedTypeName.get(
                  RuntimeTypes.SERIES_TRAINER,
                  classes.trainer(),
                  history.code().stepType(),
                  classes.predictor()))
          .doc(
              "Trains {@link $T}. What is not set here is as its annotations say.\n",
              classes.model())
          .member(train())
          .members(times())
          .members(trainer.learning(series, name(SERIES), this::feed))
          .build();
    }

    private List<Member> times() {
      Optional<String> time = ((ForecastCode) answer.code()).head().time();
      return SeriesTimes.of(parts, time)
          .map(times -> times.ofTrainer("They are refused if nothing is set."))
          .stream()
          .toList();
    }

    private void feed(Member.Builder method, CodecField codec, String learner) {
      boolean ahead =
          parts.inputs().size() > 1 && codec.owner().equals(parts.inputs().get(1).name());
      if (ahead) {
        method.statement(
            "$1N.forEach($2N -> $3N.add($2N.stream().map($4T::$5N).toList()))",
            name(SERIES),
            name(EACH),
            learner,
            classes.predictor(),
            SeriesPredictor.KNOWN);
      } else {
        method.statement("$N.forEach($N::add)", name(SERIES), learner);
      }
    }

    private Member train() {
      String rows = name(ROWS);
      Member.Builder train =
          Member.method("train", Access.PROTECTED)
              .trait(Member.Trait.OVERRIDES)
              .returns(classes.predictor())
              .parameter(series, name(SERIES));
      trainer.addNetwork(train, name(SERIES));
      train
          .statement(
              "$T $N =$Wrows($N, $N$L)",
              ParameterizedTypeName.get(RuntimeTypes.ROWS, STEPS, NUMBERS),
              rows,
              codec(history.name()),
              codec(answer.name()),
              SeriesPredictor.known(parts, trainer.names()))
          .code(CodeBlock.of("\n"))
          .begin(
              "try ($T $N =$W$L)",
              RuntimeTypes.TRAINING_RUN,
              name(TrainerClass.RUN),
              trainer.run(CodeBlock.of("$N.size()", rows)));
      trainer.beginEpochs(train);
      train.begin(
          "for ($T $N : $N.batches($N))",
          ParameterizedTypeName.get(RuntimeTypes.BATCH, STEPS, NUMBERS),
          name(BATCH),
          name(TrainerClass.RUN),
          rows);
      addStep(train);
      train.end();
      trainer.endEpochs(
          train,
          CodeBlock.of(
              "validate($N::$L)", name(TrainerClass.MODEL), SeriesPredictor.scoresName(parts)));
      return train.build();
    }

    private void addStep(Member.Builder train) {
      String step = name(TrainerClass.STEP);
      String batch = name(BATCH);
      String scores = name(TrainerClass.SCORES);
      List<CodeBlock> batches = new ArrayList<>();
      for (int i = 0; i < parts.inputs().size(); i++) {
        batches.add(
            CodeBlock.of("$T.of($N, $N.inputs(), $L)", RuntimeTypes.STEP_BATCH, step, batch, i));
      }
      train
          .begin(
              "try ($T $N =$W$N.nextStep($N))",
              RuntimeTypes.TRAINING_STEP,
              step,
              name(TrainerClass.RUN),
              batch)
          .statement(
              "$T $N =$W$N.forward($N, $L)",
              RuntimeTypes.ND_LIST,
              scores,
              name(TrainerClass.NETWORK),
              step,
              batches.stream().collect(CodeBlock.joining(", ")))
          .statement(
              "$T $N =$W$N.ofGroup(\n0,\n$L)",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.LOSS),
              step,
              answer
                  .code()
                  .lossOf(
                      answer.output().loss(),
                      CodeBlock.of("$N.get(0)", scores),
                      CodeBlock.of(
                          "$N.targets($N.expected(), 0, $N.targetSize())",
                          step,
                          batch,
                          codec(answer.name())),
                      Optional.empty()));
      trainer.addUpdate(train);
      train.end();
    }
  }
}
