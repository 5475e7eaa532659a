package dev.rondo.processor.plan;

/**
 * Everything that is decided about the classes generated for one model.
 *
 * @param classes their names and what they have in common
 */
public record ModelPlan(
    GeneratedClasses classes,
    NetworkPlan network,
    ExamplePlan example,
    TrainerPlan trainer,
    PredictorPlan predictor) {}
