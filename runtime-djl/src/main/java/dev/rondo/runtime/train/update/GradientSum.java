package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.WeightUpdates;
import dev.rondo.runtime.train.checkpoint.Position;
import dev.rondo.runtime.train.checkpoint.StateArray;
import dev.rondo.runtime.train.checkpoint.StoredArrays;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gradients of several batches, added up. A batch counts as much as it has examples: where its
 * loss is the mean over them, the mean gradient is that of all batches joined in one.
 */
public final class GradientSum {
  private static final String EXAMPLES = "accumulated";

  private final NDManager memory;
  private final List<Parameter> weights;
  private final Map<Parameter, NDArray> sums = new LinkedHashMap<>();
  private final Set<Parameter> taking = new LinkedHashSet<>();
  private long examples;

  /**
   * Creates a sum of nothing.
   *
   * @param memory owns the arrays
   * @param weights all of the network
   */
  public GradientSum(NDManager memory, Collection<Parameter> weights) {
    this.memory = memory;
    this.weights = List.copyOf(weights);
  }

  /** Adds the gradients of a batch. */
  void add(Map<Parameter, NDArray> gradients, int batchExamples) {
    List<NDArray> found = new ArrayList<>();
    gradients
        .keySet()
        .forEach(
            weight -> {
              taking.add(weight);
              found.add(sums.computeIfAbsent(weight, this::zeros));
            });
    WeightUpdates.addUp(found, List.copyOf(gradients.values()), batchExamples);
    examples += batchExamples;
  }

  private NDArray zeros(Parameter weight) {
    return memory.zeros(weight.getArray().getShape());
  }

  /**
   * Returns the mean over all examples, of the weights that any batch had a gradient of. The sum
   * means nothing from now on, until {@link #clear}.
   */
  Map<Parameter, NDArray> mean() {
    Map<Parameter, NDArray> mean = new LinkedHashMap<>();
    // by the network's order, on which the last bits of their norm depend: it is the same where a
    // training goes on in the middle of a group
    for (Parameter weight : weights) {
      NDArray sum = sums.get(weight);
      if (sum != null && taking.contains(weight)) {
        mean.put(weight, sum);
      }
    }
    WeightUpdates.scale(List.copyOf(mean.values()), 1 / (double) examples);
    return mean;
  }

  /** Begins anew. */
  void clear() {
    WeightUpdates.scale(List.copyOf(sums.values()), 0);
    taking.clear();
    examples = 0;
  }

  /** Returns the sums of the weights that took part, by name; they stay this object's. */
  public Map<String, NDArray> arrays() {
    Map<String, NDArray> arrays = new LinkedHashMap<>();
    sums.forEach(
        (weight, sum) -> {
          if (taking.contains(weight)) {
            arrays.put(weight.getName(), sum);
          }
        });
    return arrays;
  }

  /** Returns how many examples are added up; nothing for none. */
  public Map<String, String> position() {
    return examples == 0 ? Map.of() : Map.of(EXAMPLES, Long.toString(examples));
  }

  /**
   * Goes on from a checkpoint.
   *
   * @param position what {@link #position()} gave, among others
   * @param arrays what {@link #arrays()} gave
   * @throws IllegalStateException if an array has another shape than its weight
   */
  public void restore(Map<String, String> position, Map<String, StateArray> arrays) {
    Position from = new Position(position);
    if (!from.has(EXAMPLES)) {
      return;
    }
    examples = from.count(EXAMPLES);
    for (Parameter weight : weights) {
      String name = weight.getName();
      if (arrays.containsKey(name)) {
        taking.add(weight);
        sums.put(weight, StoredArrays.copy(memory, name, weight.getArray().getShape(), arrays));
      }
    }
  }
}
