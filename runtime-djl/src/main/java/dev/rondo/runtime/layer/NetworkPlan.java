package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.plan.Plan;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The {@link Plan} of a network, made when it is first asked for; none where a layer has no
 * operator of plans.
 *
 * <p>Safe for use by many threads.
 */
final class NetworkPlan {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkPlan.class);

  private final NetworkHost host;
  private final List<InputShape> shapes;
  private final BiFunction<Pass, Steps[], List<NDArray>> outputs;
  private volatile @Nullable Known known;

  /** That it is known whether there is a plan, and if not why. */
  private record Known(Optional<Plan> plan, String whyNot) {}

  /**
   * Has no plan yet.
   *
   * @param shapes of the inputs
   * @param outputs computes one row layer by layer
   */
  NetworkPlan(
      NetworkHost host, List<InputShape> shapes, BiFunction<Pass, Steps[], List<NDArray>> outputs) {
    this.host = host;
    this.shapes = shapes;
    this.outputs = outputs;
  }

  /** Returns the plan; empty where the network goes layer by layer. */
  Optional<Plan> plan() {
    return known().plan();
  }

  /** Returns why there is no plan; the empty text if there is one. */
  String whyNot() {
    return known().whyNot();
  }

  private Known known() {
    Known found = known;
    return found == null ? findOnce() : found;
  }

  private synchronized Known findOnce() {
    Known found = known;
    if (found == null) {
      found = obstacle().map(why -> new Known(Optional.empty(), why)).orElseGet(this::find);
      if (found.plan().isEmpty()) {
        LOG.debug("the network is computed layer by layer: {}", found.whyNot());
      }
      known = found;
    }
    return found;
  }

  private Optional<String> obstacle() {
    return shapes.stream().anyMatch(InputShape::nested)
        ? Optional.of("no operator of plans reads what is inside of steps")
        : host.network().notPlanned();
  }

  private Known find() {
    try (NDManager scratch = host.manager().newSubManager()) {
      PlanPass pass = new PlanPass(scratch);
      List<Integer> places =
          outputs.apply(pass, InputShape.blanks(shapes, 1)).stream()
              .map(output -> PlannedArray.of(output).place())
              .toList();
      return new Known(Optional.of(pass.plan().build(places)), "");
    } catch (NotPlannedException e) {
      return new Known(Optional.empty(), String.valueOf(e.getMessage()));
    }
  }
}
