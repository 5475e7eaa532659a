package dev.rondo.processor.plan;

import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.part.GeneratedClasses;
import java.util.List;

/**
 * Everything that is decided about the classes generated for one model.
 *
 * @param classes their names and what they have in common
 * @param types the classes themselves
 */
public record ModelPlan(GeneratedClasses classes, List<ClassPlan> types) {
  public ModelPlan {
    types = List.copyOf(types);
  }
}
