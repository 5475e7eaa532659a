package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.AnomalyCode;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.TrainerClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.List;
import java.util.Optional;

/** A model that scores anomalies: it learns from all windows of ordinary streams. */
final class AnomalyTask implements TaskPlanner {
  private static final TypeName STEPS = ArrayTypeName.of(RuntimeTypes.STEPS);
  private static final TypeName NUMBERS = ArrayTypeName.of(ArrayTypeName.of(TypeName.FLOAT));

  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;
  private final Heads heads;

  AnomalyTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
    this.heads = new Heads(graph, parts);
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return HeadsNetwork.plan(model, parts, heads, fields, stepwise());
  }

  @Override
  public List<ClassPlan> api() {
    return List.of(new Trainer().plan(), predictor());
  }

  @Override
  public ClassPlan predictor() {
    return new AnomalyPredictor(parts, heads, stepwise()).plan();
  }

  /** Whether the network reads forward only, so that sessions feed it step by step. */
  private boolean stepwise() {
    return Causality.obstacle(graph).isEmpty();
  }

  /** The trainer: windows, batches and steps. */
  private final class Trainer {
    private static final String SERIES = "series";
    private static final String ROWS = "rows";
    private static final String BATCH = "batch";

    private final TypeName series = Code.listOf(parts.input().code().type());
    private final Answers answer = heads.answers().get(0);
    private final TrainerClass trainer =
        new TrainerClass(parts, graph.training(), fields.nodes(), List.of(SERIES, ROWS, BATCH));

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
                  RuntimeTypes.ANOMALY_TRAINER,
                  classes.trainer(),
                  parts.input().code().stepType(),
                  classes.predictor()))
          .doc(
              "Trains {@link $T}. What is not set here is as its annotations say.\n",
              classes.model())
          .member(train())
          .member(calibrated())
          .members(times())
          .members(trainer.learning(series, name(SERIES), this::feed))
          .build();
    }

    private List<Member> times() {
      Optional<String> time = ((AnomalyCode) answer.code()).head().time();
      return SeriesTimes.of(parts, time)
          .map(times -> times.ofTrainer("Steps are taken as they come if nothing is set."))
          .stream()
          .toList();
    }

    private void feed(Member.Builder method, CodecField codec, String learner) {
      method.statement("$N.forEach($N::add)", name(SERIES), learner);
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
              "$T $N =$Wrows($N, $N)",
              ParameterizedTypeName.get(RuntimeTypes.ROWS, STEPS, NUMBERS),
              rows,
              codec(parts.input().name()),
              codec(answer.name()))
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
      train
          .begin(
              "try ($T $N =$W$N.nextStep($N))",
              RuntimeTypes.TRAINING_STEP,
              step,
              name(TrainerClass.RUN),
              batch)
          .statement(
              "$T $N =$W$N.forward($N, $T.of($N, $N.inputs(), 0))",
              RuntimeTypes.ND_LIST,
              scores,
              name(TrainerClass.NETWORK),
              step,
              RuntimeTypes.STEP_BATCH,
              step,
              batch)
          .statement(
              "$T $N =$W$N.ofGroup(\n0,\n$L)",
              RuntimeTypes.ND_ARRAY,
              name(TrainerClass.LOSS),
              step,
              ((AnomalyCode) answer.code())
                  .loss(
                      codec(answer.name()),
                      CodeBlock.of("$N.get(0)", scores),
                      CodeBlock.of(
                          "$N.targets($N.expected(), 0, $N.targetSize())",
                          step,
                          batch,
                          codec(answer.name()))));
      trainer.addUpdate(train);
      train.end();
    }

    private Member calibrated() {
      String model = name(TrainerClass.MODEL);
      return Member.method("calibrated", Access.PROTECTED)
          .trait(Member.Trait.OVERRIDES)
          .returns(classes.predictor())
          .parameter(classes.predictor(), model)
          .statement(
              "return $N.calibrated(scale($N::$L))",
              model,
              model,
              SeriesPredictor.scoresName(parts))
          .build();
    }
  }
}
