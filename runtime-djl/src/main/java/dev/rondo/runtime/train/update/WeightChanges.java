package dev.rondo.runtime.train.update;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How gradients become changes of weights: those of a batch at once, or those of a group of batches
 * together, by a rule; averages of the weights follow.
 */
public final class WeightChanges {
  private final UpdateRule rule;
  private final @Nullable GradientSum sum;
  private final @Nullable WeightAverages averages;
  private Map<Parameter, NDArray> due = Map.of();

  /** What a batch is in its group. */
  public enum Place {
    /** The only one of its group. */
    ALONE,
    /** Others of the group follow. */
    WITHIN,
    /** The last one of several. */
    LAST
  }

  /** Creates changes by the gradients of each batch alone. */
  public WeightChanges(UpdateRule rule) {
    this(rule, null, null);
  }

  /**
   * Creates changes by the gradients of groups.
   *
   * @param sum adds up the gradients of a group; null if each batch is one
   * @param averages follow each change; null for none
   */
  public WeightChanges(
      UpdateRule rule, @Nullable GradientSum sum, @Nullable WeightAverages averages) {
    this.rule = rule;
    this.sum = sum;
    this.averages = averages;
  }

  /**
   * Takes the gradients of a batch.
   *
   * @param examples over which its loss is the mean
   */
  public void take(Map<Parameter, NDArray> gradients, int examples, Place place) {
    if (sum == null || place == Place.ALONE) {
      due = gradients;
      return;
    }
    sum.add(gradients, examples);
    if (place == Place.LAST) {
      due = sum.mean();
    }
  }

  /** Returns the gradients that the weights are to be changed by now; empty within a group. */
  public Map<Parameter, NDArray> due() {
    return due;
  }

  /** Changes the weights, if gradients are due. */
  public void apply(double learningRate) {
    if (due.isEmpty()) {
      return;
    }
    rule.update(due, learningRate);
    due = Map.of();
    if (sum != null) {
      sum.clear();
    }
    if (averages != null) {
      averages.follow();
    }
  }
}
