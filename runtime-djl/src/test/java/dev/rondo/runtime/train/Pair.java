package dev.rondo.runtime.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A sequence of tokens and what is to be written for it. */
final class Pair {
  /** Tokens from 2 up to here, this one not included. */
  static final int VOCABULARY = 10;

  private static final int LONGEST = 5;

  private final int[] source;
  private final int[] target;

  Pair(int[] source, int[] target) {
    this.source = source.clone();
    this.target = target.clone();
  }

  int[] source() {
    return source.clone();
  }

  int[] target() {
    return target.clone();
  }

  /** Returns random sequences, to be written as they are or from the end. */
  static List<Pair> random(long seed, int count, boolean reversed) {
    Random random = new Random(seed);
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = 1 + random.nextInt(LONGEST);
      int[] source = random.ints(length, 2, VOCABULARY).toArray();
      int[] target = new int[length];
      for (int t = 0; t < length; t++) {
        target[t] = source[reversed ? length - 1 - t : t];
      }
      pairs.add(new Pair(source, target));
    }
    return pairs;
  }
}
