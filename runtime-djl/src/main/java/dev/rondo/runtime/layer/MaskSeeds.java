package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.util.HashMap;
import java.util.Map;

/**
 * The seeds of the masks that dropout draws in one step. Each depends on the training's seed, the
 * number of the step, the name of the layer, and how often the layer has drawn in the step before;
 * on nothing else. So a training needs no state of a random generator to go on from.
 *
 * <p>For use by one thread.
 */
public final class MaskSeeds {
  private final long start;
  private final Map<String, Integer> drawn = new HashMap<>();

  /**
   * Creates the seeds of a step.
   *
   * @param seed of the training
   * @param step counted over all epochs
   */
  public MaskSeeds(long seed, long step) {
    start = mixed(mixed(seed) + step);
  }

  /**
   * Creates the seeds of a step of somebody else's training: they are drawn from the state that all
   * of the process share, as everything that DJL's own layers draw.
   */
  static MaskSeeds ofProcess(NDManager manager) {
    try (NDArray number = manager.randomInteger(0, Long.MAX_VALUE, new Shape(1), DataType.INT64)) {
      return new MaskSeeds(number.getLong(0), 0);
    }
  }

  /**
   * Returns the seed of a mask.
   *
   * @param place the name of the layer, and which of its masks it is where it has several
   */
  int next(String place) {
    int before = drawn.merge(place, 1, Integer::sum);
    return (int) (mixed(mixed(start + place.hashCode()) + before) >>> 32);
  }

  /** The finalizer of SplitMix64, behind its step: close numbers become unlike ones. */
  private static long mixed(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
