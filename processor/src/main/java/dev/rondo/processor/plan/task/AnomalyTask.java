package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
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

/** A model that scores anomalies: it learns from all windows of ordinary streams. */
final class AnomalyTask implements TaskPlanner {
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

  /** The trainer: windows, and what is ordinary. */
  private final class Trainer {
    private final Answers answer = heads.answers().get(0);
    private final AnomalyCode code = (AnomalyCode) answer.code();
    private final WindowsLoop loop =
        new WindowsLoop(graph, parts, fields, answer, parts.input().code().type());

    ClassPlan plan() {
      return loop.start(
              ParameterizedTypeName.get(
                  RuntimeTypes.ANOMALY_TRAINER,
                  classes.trainer(),
                  parts.input().code().stepType(),
                  classes.predictor()))
          .member(train())
          .member(calibrated())
          .members(times())
          .members(
              loop.learning(
                  (method, codec, learner) ->
                      method.statement(
                          "$N.forEach($N::add)", loop.name(WindowsLoop.SERIES), learner)))
          .build();
    }

    private List<Member> times() {
      return SeriesTimes.of(parts, code.head().time())
          .map(times -> times.ofTrainer("Steps are taken as they come if nothing is set."))
          .stream()
          .toList();
    }

    private Member train() {
      String codec = loop.codec(answer.name());
      return loop.train(
          CodeBlock.of("$N, $N", loop.codec(parts.input().name()), codec),
          List.of(0),
          (scores, targets) -> code.loss(codec, scores, targets));
    }

    private Member calibrated() {
      String model = loop.name(TrainerClass.MODEL);
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
