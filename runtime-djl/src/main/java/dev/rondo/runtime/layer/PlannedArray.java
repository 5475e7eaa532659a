package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrayAdapter;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * An array that is not there: what a network computes on it becomes operators of a {@link Plan}.
 * Whatever no operator stands for is refused, and the network is then computed layer by layer.
 */
final class PlannedArray extends NDArrayAdapter {
  private final PlanPass pass;
  private final int place;
  private final Plan.Step step;

  private PlannedArray(PlanPass pass, int place, Plan.Step step, Shape shape) {
    super(pass.manager(), null, shape, DataType.FLOAT32, "planned" + place);
    this.pass = pass;
    this.place = place;
    this.step = step;
  }

  /** Adds an operator to the plan. */
  static PlannedArray add(PlanPass pass, Plan.Step step) {
    Shape shape =
        step.kind() == Plan.Kind.SEQUENCES
            ? new Shape(-1, -1, step.features())
            : new Shape(-1, step.features());
    return new PlannedArray(pass, pass.plan().add(step), step, shape);
  }

  /**
   * Returns an array that stands for a value of a plan.
   *
   * @throws NotPlannedException if it is another
   */
  static PlannedArray of(NDArray array) {
    if (array instanceof PlannedArray planned) {
      return planned;
    }
    throw new NotPlannedException("an array of numbers is part of it");
  }

  int place() {
    return place;
  }

  int features() {
    return step.features();
  }

  int input() {
    return step.input();
  }

  private boolean sequences() {
    return step.kind() == Plan.Kind.SEQUENCES;
  }

  /** Adds an operator that gives as many features for each step or row as it is told. */
  PlannedArray then(Operator operator, int features) {
    return add(pass, new Plan.Step(operator, List.of(place), step.kind(), step.input(), features));
  }

  /** Adds an operator that makes something else of sequences. */
  PlannedArray then(Operator operator, Plan.Kind kind) {
    if (!sequences()) {
      throw new NotPlannedException("vectors have no steps");
    }
    return add(pass, new Plan.Step(operator, List.of(place), kind, step.input(), features()));
  }

  /** Adds values side by side, of which the first ones are sequences if any are. */
  static PlannedArray join(List<NDArray> arrays) {
    PlannedArray first = of(arrays.get(0));
    List<Integer> operands = new ArrayList<>();
    int features = 0;
    for (NDArray array : arrays) {
      PlannedArray part = of(array);
      if (part.step.kind() == Plan.Kind.REAL_STEPS || (part.sequences() && !first.sequences())) {
        throw new NotPlannedException("such values are not joined");
      }
      if (part.sequences()) {
        first.pass.plan().align(first.input(), part.input());
      }
      operands.add(part.place);
      features += part.features();
    }
    return add(
        first.pass,
        new Plan.Step(new Operator.Join(), operands, first.step.kind(), first.input(), features));
  }

  @Override
  public NDArray add(NDArray other) {
    PlannedArray second = of(other);
    if (second.step.kind() != step.kind() || second.features() != features()) {
      throw new NotPlannedException("values of other shapes are not added");
    }
    return PlannedArray.add(
        pass,
        new Plan.Step(
            new Operator.Add(),
            List.of(place, second.place),
            step.kind(),
            step.input(),
            features()));
  }

  @Override
  public NDArray concat(NDArray other, int axis) {
    boolean features = axis == -1 || axis == getShape().dimension() - 1;
    if (!features) {
      throw new NotPlannedException("only features are joined");
    }
    return join(List.of(this, other));
  }

  /** Returns the features from one number to before another. */
  PlannedArray slice(int from, int to) {
    return then(new Operator.Slice(from, to), to - from);
  }

  @Override
  public ByteBuffer toByteBuffer(boolean tryDirect) {
    throw new NotPlannedException("a planned array has no numbers");
  }

  @Override
  public void intern(NDArray replaced) {
    throw new NotPlannedException("a planned array has no memory");
  }

  @Override
  public void detach() {
    throw new NotPlannedException("a planned array has no memory");
  }
}
