package dev.rondo.processor.plan;

import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.part.GeneratedClasses;
import dev.rondo.processor.plan.task.TaskPlanner;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;

/** The stage from a checked model to all decisions about its generated classes. */
public final class Planner {
  private Planner() {}

  /**
   * Plans the generated classes of a model.
   *
   * @param api what was planned of them before the model was known to be right
   */
  public static ModelPlan plan(ShapedModel model, PlannedApi api) {
    TaskPlanner task = TaskPlanner.of(model.graph());
    List<ClassPlan> types = new ArrayList<>(List.of(task.network(model)));
    types.addAll(api.readable().equals(model.graph()) ? api.types() : task.api());
    return new ModelPlan(GeneratedClasses.of(model.graph().signature()), types);
  }
}
