package dev.rondo.processor.plan;

import dev.rondo.processor.shape.ShapedModel;

/** The stage from a checked model to all decisions about its generated classes. */
public final class Planner {
  private Planner() {}

  /** Plans the generated classes of a model. */
  public static ModelPlan plan(ShapedModel model) {
    ModelParts parts = ModelParts.of(model.graph().signature());
    LayerFields layers = new LayerFields(model.graph());
    return new ModelPlan(
        parts.classes(),
        NetworkPlanner.plan(model, parts, layers),
        ExamplePlanner.plan(parts),
        TrainerPlanner.plan(model.graph().training(), parts, layers.nodes()),
        PredictorPlanner.plan(model.graph().signature(), parts));
  }
}
