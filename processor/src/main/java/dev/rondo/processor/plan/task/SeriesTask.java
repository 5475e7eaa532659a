package dev.rondo.processor.plan.task;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.CodecField;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.file.SeriesReaderCode;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.head.ForecastCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.ExampleClass;
import dev.rondo.processor.plan.type.InputClass;
import dev.rondo.processor.plan.type.TargetsEvaluationClass;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A model that forecasts: it learns from all windows of series. */
final class SeriesTask implements TaskPlanner {
  private final ModelGraph graph;
  private final ModelParts parts;
  private final LayerFields fields;
  private final GeneratedClasses classes;
  private final Heads heads;
  private final Head.Forecast head;
  private final SeriesInputs inputs;

  SeriesTask(ModelGraph graph, ModelParts parts, LayerFields fields) {
    this.graph = graph;
    this.parts = parts;
    this.fields = fields;
    this.classes = parts.classes();
    this.heads = new Heads(graph, parts);
    this.head = target().head();
    this.inputs = SeriesInputs.of(parts, head);
  }

  private ForecastCode target() {
    return (ForecastCode) heads.answers().get(0).code();
  }

  @Override
  public ClassPlan network(ShapedModel model) {
    return HeadsNetwork.plan(model, parts, heads, fields, false);
  }

  @Override
  public List<ClassPlan> api() {
    List<ClassPlan> api = new ArrayList<>(List.of(new Trainer().plan(), predictor()));
    if (!inputs.plain()) {
      api.add(
          ExampleClass.ofSeries(
              parts, inputs.ofSeries(), SeriesReaderCode.members(parts, inputs.ofSeries())));
    }
    if (parts.inputs().size() > 1) {
      api.add(InputClass.plan(parts));
    }
    ForecastCode code = target();
    if (code.target().isPresent()) {
      api.add(TargetsEvaluationClass.plan(classes, code.names()));
    }
    return api;
  }

  @Override
  public ClassPlan predictor() {
    return new SeriesPredictor(parts, heads, inputs).plan();
  }

  /** The trainer: windows of series, and what is learned of these. */
  private final class Trainer {
    private final Answers answer = heads.answers().get(0);
    private final WindowsLoop loop = new WindowsLoop(graph, parts, fields, answer, inputs.series());

    ClassPlan plan() {
      return loop.start(superclass())
          .member(train())
          .members(inputs.plain() ? List.of() : List.of(stepsOf(), withSteps()))
          .members(times())
          .members(loop.learning(this::feed))
          .build();
    }

    private TypeName superclass() {
      TypeName step = inputs.history().code().stepType();
      return inputs.plain()
          ? ParameterizedTypeName.get(
              RuntimeTypes.SERIES_TRAINER, classes.trainer(), step, classes.predictor())
          : ParameterizedTypeName.get(
              RuntimeTypes.FORECAST_TRAINER,
              classes.trainer(),
              inputs.series(),
              step,
              classes.predictor());
    }

    private Member train() {
      return loop.train(
          CodeBlock.of(
              "$N, $N$L",
              loop.codec(inputs.history().name()),
              loop.codec(answer.name()),
              inputs.besides(loop.trainer().names(), CodeBlock.of("$T.", classes.predictor()))),
          inputs.places(),
          (scores, targets) ->
              answer.code().lossOf(answer.output().loss(), scores, targets, Optional.empty()));
    }

    private Member stepsOf() {
      String series = loop.name(WindowsLoop.SERIES);
      return Member.method("stepsOf", Access.PROTECTED)
          .trait(Member.Trait.OVERRIDES)
          .returns(inputs.history().code().type())
          .parameter(inputs.series(), series)
          .statement("return $L", of(inputs.history(), series))
          .build();
    }

    private Member withSteps() {
      String series = loop.name(WindowsLoop.SERIES);
      String steps = loop.codec(inputs.history().name());
      return Member.method("withSteps", Access.PROTECTED)
          .trait(Member.Trait.OVERRIDES)
          .returns(inputs.series())
          .parameter(inputs.series(), series)
          .parameter(inputs.history().code().type(), steps)
          .statement(
              "return new $T($L)",
              inputs.series(),
              inputs.ofSeries().stream()
                  .map(
                      in ->
                          in.equals(inputs.history()) ? CodeBlock.of("$N", steps) : of(in, series))
                  .collect(CodeBlock.joining(", ")))
          .build();
    }

    private List<Member> times() {
      return SeriesTimes.of(parts, head.time())
          .map(times -> times.ofTrainer("They are refused if nothing is set."))
          .stream()
          .toList();
    }

    private void feed(Member.Builder method, CodecField codec, String learner) {
      Optional<ModelParts.In> constant =
          inputs.constants().stream().filter(in -> in.name().equals(codec.owner())).findFirst();
      String series = loop.name(WindowsLoop.SERIES);
      String each = loop.name(WindowsLoop.EACH);
      CodeBlock history = inputs.plain() ? CodeBlock.of("$N", each) : of(inputs.history(), each);
      if (constant.isPresent()) {
        method.statement(
            "learnOnce($N,$W$T.$N,$W$N -> $N.add($L))",
            series,
            classes.predictor(),
            target().description().name(),
            each,
            learner,
            constant.get().code().value(of(constant.get(), each)));
      } else if (inputs.ahead().filter(in -> in.name().equals(codec.owner())).isPresent()) {
        method.statement(
            "$N.forEach($N -> $N.add($L.stream().map($T::$N).toList()))",
            series,
            each,
            learner,
            history,
            classes.predictor(),
            SeriesPredictor.KNOWN);
      } else if (inputs.plain()) {
        method.statement("$N.forEach($N::add)", series, learner);
      } else {
        method.statement("$N.forEach($N -> $N.add($L))", series, each, learner, history);
      }
    }

    /** Returns what a series has of an input. */
    private static CodeBlock of(ModelParts.In in, String series) {
      return Examples.value(series, in.name());
    }
  }
}
