package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.kernel.CrossEntropy;
import dev.rondo.runtime.kernel.DropoutMask;
import dev.rondo.runtime.kernel.Tape;
import dev.rondo.runtime.plan.Operator;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One pass of a batch through a network: where its arrays live, and which arrays stand for the
 * weights.
 *
 * <p>Everything that a pass creates belongs to its {@link #manager()} and is freed when the pass
 * ends. An operation's result belongs to the manager of its first operand, so layers put the data
 * first and the weight second.
 */
public abstract class Pass {
  private final NDManager manager;
  private final Optional<MaskSeeds> seeds;

  /**
   * Creates a pass.
   *
   * @param manager owns all arrays of the pass
   * @param seeds of the masks that dropout draws; empty for no dropout, as in prediction
   */
  protected Pass(NDManager manager, Optional<MaskSeeds> seeds) {
    this.manager = manager;
    this.seeds = seeds;
  }

  /** Returns the owner of this pass's arrays. */
  public NDManager manager() {
    return manager;
  }

  /** Returns whether this is a training pass, in which dropout is on. */
  public boolean training() {
    return seeds.isPresent();
  }

  /**
   * Draws a mask of dropout: 0 or 1 / (1 - rate); nothing in prediction or without a rate.
   *
   * @param place the name of the layer, and which of its masks it is where it has several
   * @param like an array of the pass, whose owner the mask has
   */
  Optional<NDArray> mask(String place, double rate, NDArray like, Shape shape) {
    return seeds
        .filter(all -> rate > 0)
        .map(all -> DropoutMask.draw(like, shape, rate, all.next(place)));
  }

  /**
   * Returns a seed of what is drawn for a layer in this step; nothing in prediction.
   *
   * @param place the name of the layer, and what is drawn
   */
  Optional<Integer> seed(String place) {
    return seeds.map(all -> all.next(place));
  }

  /**
   * Returns how many steps a batch is padded to; at least as many as its longest sequence has.
   *
   * @param longest the steps of the longest sequence
   */
  int steps(int longest) {
    return longest;
  }

  /**
   * Returns where operations are noted that compute their gradients themselves; empty if whoever
   * wants gradients of this pass has those that PyTorch records only.
   */
  public Optional<Tape> tape() {
    return Optional.empty();
  }

  /** Returns whether this pass computes nothing, and layers add to a plan what they would do. */
  boolean plans() {
    return false;
  }

  /**
   * Adds an operator to the plan, where this pass makes one.
   *
   * @param values what it is applied to, step by step or row by row
   * @param features that it gives
   * @return what stands for its result; empty in a pass that computes
   */
  Optional<NDArray> planned(NDArray values, int features, Supplier<Operator> operator) {
    return Optional.empty();
  }

  /** Returns whether this pass changes a weight, by gradients or by what it sees of the data. */
  protected boolean learns(Parameter parameter) {
    return training();
  }

  /** Returns the array itself of a weight that follows the data; it must not be closed. */
  NDArray statistic(Parameter parameter) {
    return parameter.getArray();
  }

  /** Returns the array that stands for a weight in this pass; it must not be closed. */
  public abstract NDArray weight(Parameter parameter);

  /**
   * Returns rows of a weight: (…) to (…, features).
   *
   * @param weight (rows, features)
   * @param numbers of the rows, int64 (…)
   */
  public NDArray rows(Parameter weight, NDArray numbers) {
    return numbers
        .getNDArrayInternal()
        .embedding(numbers, weight(weight), SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /**
   * Returns the softmax cross entropy of the scores {@code x W' + b}, the mean over the rows.
   *
   * @param values x, (rows, features)
   * @param weight W, (classes, features)
   * @param bias b, (classes)
   * @param targets numbers of the right classes, int64 (rows)
   * @param smoothing label smoothing, in [0, 1)
   * @return a scalar
   */
  public NDArray outputLoss(
      NDArray values, Parameter weight, Parameter bias, NDArray targets, double smoothing) {
    NDArray scores =
        values.getNDArrayInternal().linear(values, weight(weight), weight(bias)).singletonOrThrow();
    return CrossEntropy.mean(scores, targets, CrossEntropy.NOTHING, smoothing);
  }
}
