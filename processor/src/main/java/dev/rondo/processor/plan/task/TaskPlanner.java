package dev.rondo.processor.plan.task;

import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.ShapedModel;
import java.util.List;

/**
 * Plans the generated classes of a model: one implementation for each way to learn. Each composes
 * them of what all models share, and adds its rows, its loop, its step and its answers.
 */
public sealed interface TaskPlanner
    permits AnomalyTask, ExamplesTask, HeadsTask, PlainTextTask, SeriesTask, TranslationTask {
  /** Returns the planner of a model; the only place that tells tasks apart. */
  static TaskPlanner of(ModelGraph graph) {
    ModelSignature signature = graph.signature();
    ModelParts parts = ModelParts.of(signature);
    LayerFields fields = new LayerFields(graph);
    return switch (signature.task()) {
      case TRANSLATIONS -> new TranslationTask(graph, parts, fields);
      case PLAIN_TEXT -> new PlainTextTask(graph, parts, fields);
      case STREAMS -> new AnomalyTask(graph, parts, fields);
      case SERIES -> new SeriesTask(graph, parts, fields);
      case EXAMPLES ->
          isOneClassOfTokens(signature)
              ? new ExamplesTask(graph, parts, fields)
              : new HeadsTask(graph, parts, fields);
    };
  }

  private static boolean isOneClassOfTokens(ModelSignature signature) {
    if (signature.inputs().size() != 1
        || signature.outputs().size() != 1
        || signature.spread().isPresent()
        || signature.returned().record().isPresent()) {
      return false;
    }
    Output output = signature.outputs().get(0);
    return signature.inputs().get(0).codec() instanceof Codec.OfTokens
        && output.grain() == Grain.ONCE
        && output.loss().isDefault()
        && (output.head() instanceof Head.EnumClass || output.head() instanceof Head.YesNo);
  }

  /** Returns the network, which needs shapes that fit. */
  ClassPlan network(ShapedModel model);

  /** Returns the other classes, which follow from what users see of the model. */
  List<ClassPlan> api();

  /** Returns the class that implements the interface. */
  ClassPlan predictor();
}
