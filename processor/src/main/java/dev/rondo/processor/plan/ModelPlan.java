package dev.rondo.processor.plan;

import java.util.Optional;

/** Everything that is decided about the classes generated for one model. */
public sealed interface ModelPlan {
  /** Returns their names and what they have in common. */
  GeneratedClasses classes();

  /**
   * The plan of a model that learns from examples.
   *
   * @param session absent for a model that cannot be fed step by step
   */
  record OfExamples(
      GeneratedClasses classes,
      NetworkPlan network,
      ExamplePlan example,
      TrainerPlan trainer,
      PredictorPlan predictor,
      Optional<SessionPlan> session)
      implements ModelPlan {}

  /** The plan of a model that writes one text given another. */
  record OfTranslation(
      GeneratedClasses classes,
      TranslationNetworkPlan network,
      ExamplePlan example,
      TranslationTrainerPlan trainer,
      TranslationPredictorPlan predictor)
      implements ModelPlan {}

  /** The plan of a language model, which learns from plain text. */
  record OfText(
      GeneratedClasses classes,
      NetworkPlan network,
      TextTrainerPlan trainer,
      TextPredictorPlan predictor,
      SessionPlan session)
      implements ModelPlan {}
}
