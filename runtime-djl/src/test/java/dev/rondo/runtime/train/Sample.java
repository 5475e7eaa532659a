package dev.rondo.runtime.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** An example for the tests' small models. */
final class Sample {
  static final int VOCABULARY = 8;

  private final int[] tokens;
  private final Sign expected;

  Sample(int[] tokens, Sign expected) {
    this.tokens = tokens;
    this.expected = expected;
  }

  /** Returns tokens from 1 to below {@link #VOCABULARY}. */
  int[] tokens() {
    return tokens;
  }

  Sign expected() {
    return expected;
  }

  /** Returns samples of 1 to 7 tokens that are PLUS if there are more tokens below 4 than above. */
  static List<Sample> random(int count, long seed) {
    Random random = new Random(seed);
    List<Sample> samples = new ArrayList<>();
    while (samples.size() < count) {
      int[] tokens = random.ints(1 + random.nextInt(7), 1, VOCABULARY).toArray();
      int balance = 0;
      for (int token : tokens) {
        balance += Integer.signum(4 - token);
      }
      if (balance != 0) {
        samples.add(new Sample(tokens, balance > 0 ? Sign.PLUS : Sign.MINUS));
      }
    }
    return samples;
  }

  /** Returns samples with the wrong answers: the better a model gets, the worse it is on them. */
  static List<Sample> wrong(int count, long seed) {
    return random(count, seed).stream()
        .map(
            sample ->
                new Sample(
                    sample.tokens(), sample.expected() == Sign.PLUS ? Sign.MINUS : Sign.PLUS))
        .toList();
  }
}
