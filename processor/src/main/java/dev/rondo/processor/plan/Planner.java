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

  /** Plans the generated classes of a model. */
  public static ModelPlan plan(ShapedModel model) {
    TaskPlanner task = TaskPlanner.of(model.graph());
    List<ClassPlan> types = new ArrayList<>(List.of(task.network(model)));
    types.addAll(task.api());
    return new ModelPlan(GeneratedClasses.of(model.graph().signature()), types);
  }
}
