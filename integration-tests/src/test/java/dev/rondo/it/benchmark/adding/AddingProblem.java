package dev.rondo.it.benchmark.adding;

import dev.rondo.runtime.data.Batch;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The adding problem (Hochreiter and Schmidhuber 1997, "Long short-term memory"), as Arjovsky, Shah
 * and Bengio 2016 pose it ("Unitary evolution recurrent neural networks"): each step is a number in
 * [0, 1) and a mark, which is 1 at one step of the first half and at one of the second, else 0. To
 * be told at the end is the sum of the two numbers that are marked.
 *
 * <p>To answer 1 always is wrong by the variance of that sum: a mean squared error of 1 / 6.
 */
final class AddingProblem {
  /** The features of a step. */
  static final int FEATURES = 2;

  private final int length;
  private final SplittableRandom random;

  /**
   * Creates a source of sequences.
   *
   * @param length steps of each, at least 2
   */
  AddingProblem(int length, long seed) {
    this.length = length;
    this.random = new SplittableRandom(seed);
  }

  /** Returns the next sequences, step by step, and their sums. */
  Batch<float[], Float> next(int count) {
    List<float[]> inputs = new ArrayList<>();
    List<Float> sums = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      float[] steps = new float[length * FEATURES];
      for (int step = 0; step < length; step++) {
        steps[step * FEATURES] = (float) random.nextDouble();
      }
      int first = random.nextInt(length / 2);
      int second = length / 2 + random.nextInt(length - length / 2);
      steps[first * FEATURES + 1] = 1;
      steps[second * FEATURES + 1] = 1;
      inputs.add(steps);
      sums.add(steps[first * FEATURES] + steps[second * FEATURES]);
    }
    return new Batch<>(inputs, sums, length);
  }

  /** Returns the mean squared error of the answer 1. */
  static double errorOfOne(Batch<?, Float> sequences) {
    double squares = 0;
    for (float sum : sequences.expected()) {
      squares += (sum - 1.0) * (sum - 1.0);
    }
    return squares / sequences.size();
  }
}
