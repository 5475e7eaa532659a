package dev.rondo.processor.plan;

import java.util.List;

/** Decides the class of examples. */
final class ExamplePlanner {
  private ExamplePlanner() {}

  static ExamplePlan plan(ModelParts parts) {
    Names names =
        Names.none()
            .withModel(parts.names())
            .withLocals(List.of(ExamplePlan.OTHER, ExamplePlan.THAT));
    return new ExamplePlan(
        List.of(parts.inputCode().inExample(parts.input().name(), names), parts.expected(names)),
        names);
  }
}
