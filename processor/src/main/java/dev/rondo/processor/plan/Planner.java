package dev.rondo.processor.plan;

import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.shape.ShapedModel;
import java.util.Optional;

/** The stage from a checked model to all decisions about its generated classes. */
public final class Planner {
  private Planner() {}

  /** Plans the generated classes of a model. */
  public static ModelPlan plan(ShapedModel model) {
    ModelParts parts = ModelParts.of(model.graph().signature());
    LayerFields layers = new LayerFields(model.graph());
    if (model.graph().signature().translates()) {
      return new ModelPlan.OfTranslation(
          parts.classes(),
          TranslationNetworkPlanner.plan(model, parts, layers),
          ExamplePlanner.plan(parts),
          TranslationTrainerPlanner.plan(model.graph().training(), parts, layers.nodes()),
          TranslationPredictorPlanner.plan(model.graph().signature(), parts));
    }
    NetworkPlan network = NetworkPlanner.plan(model, parts, layers);
    if (model.graph().signature().languageModel()) {
      return new ModelPlan.OfText(
          parts.classes(),
          network,
          TextTrainerPlanner.plan(model.graph().training(), parts, layers.nodes()),
          TextPredictorPlanner.plan(model.graph().signature(), parts),
          SessionPlan.of(parts));
    }
    return new ModelPlan.OfExamples(
        parts.classes(),
        network,
        ExamplePlanner.plan(parts),
        TrainerPlanner.plan(model.graph().training(), parts, layers.nodes()),
        PredictorPlanner.plan(model.graph(), parts),
        Causality.obstacle(model.graph().nodes()).isEmpty()
            ? Optional.of(SessionPlan.of(parts))
            : Optional.empty());
  }
}
