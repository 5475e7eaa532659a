package dev.rondo.processor.plan.task;

import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.ShapedModel;
import java.util.List;

/**
 * Plans the generated classes of a model: one implementation for each way to learn. Each composes
 * them of what all models share, and adds its rows, its loop, its step and its answers.
 */
public sealed interface TaskPlanner permits ExamplesTask, PlainTextTask, TranslationTask {
  /** Returns the planner of a model; the only place that tells tasks apart. */
  static TaskPlanner of(ModelGraph graph) {
    ModelSignature signature = graph.signature();
    ModelParts parts = ModelParts.of(signature);
    LayerFields fields = new LayerFields(graph);
    if (signature.translates()) {
      return new TranslationTask(graph, parts, fields);
    }
    return signature.languageModel()
        ? new PlainTextTask(graph, parts, fields)
        : new ExamplesTask(graph, parts, fields);
  }

  /** Returns the network, which needs shapes that fit. */
  ClassPlan network(ShapedModel model);

  /** Returns the other classes, which follow from what users see of the model. */
  List<ClassPlan> api();

  /** Returns the class that implements the interface. */
  ClassPlan predictor();
}
