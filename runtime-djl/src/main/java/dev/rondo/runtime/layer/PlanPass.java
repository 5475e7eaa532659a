package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A pass that computes nothing: the network's layers add to a plan what they would compute. */
final class PlanPass extends Pass {
  private final Plan.Builder plan = new Plan.Builder();

  PlanPass(NDManager manager) {
    super(manager, Optional.empty());
  }

  Plan.Builder plan() {
    return plan;
  }

  @Override
  boolean plans() {
    return true;
  }

  @Override
  Optional<NDArray> planned(NDArray values, int features, Supplier<Operator> operator) {
    return Optional.of(PlannedArray.of(values).then(operator.get(), features));
  }

  /** Returns tokens of an input, or a column of its symbols. */
  NDArray symbols(int input, int column, Plan.Kind kind) {
    return PlannedArray.add(
        this, new Plan.Step(new Operator.Symbols(input, column), List.of(), kind, input, 0));
  }

  /** Returns the features of an input. */
  NDArray features(int input, int width, Plan.Kind kind) {
    return PlannedArray.add(
        this, new Plan.Step(new Operator.Features(input), List.of(), kind, input, width));
  }

  @Override
  public NDArray weight(Parameter parameter) {
    throw new NotPlannedException(
        "no operator of plans stands for what is done with " + parameter.getName());
  }

  @Override
  public NDArray rows(Parameter weight, NDArray numbers) {
    return PlannedArray.of(numbers)
        .then(new Operator.Rows(weight.getName()), Math.toIntExact(weight.getShape().get(1)));
  }
}
