package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.SplittableRandom;

/**
 * Tokens that training shows once, which count as unknown in a share of their uses (Lample et al.
 * 2016, <a href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>): so the vector of unknown
 * tokens is learned, and what else is known of a token, such as its characters, is listened to.
 *
 * <p>Which uses these are is drawn anew in each step, by the seed of the step alone.
 *
 * @param first the first number of such a token; all behind it are such tokens, too
 * @param rate the share, in [0, 1)
 */
record RareTokens(int first, double rate) {
  /**
   * Returns the numbers of a batch's tokens, in training with the unknown one in place of some.
   *
   * @param place the name of the layer
   */
  NDArray drop(Pass pass, String place, NDArray tokens) {
    return rate > 0
        ? pass.seed(place + ".rare").map(seed -> drop(tokens, seed)).orElse(tokens)
        : tokens;
  }

  private NDArray drop(NDArray tokens, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] numbers = tokens.toLongArray();
    boolean changed = false;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] >= first && random.nextDouble() < rate) {
        numbers[i] = Vocabulary.UNKNOWN;
        changed = true;
      }
    }
    return changed ? tokens.getManager().create(numbers, tokens.getShape()) : tokens;
  }
}
