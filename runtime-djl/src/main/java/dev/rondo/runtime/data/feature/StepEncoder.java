package dev.rondo.runtime.data.feature;

import org.jspecify.annotations.Nullable;

/**
 * Encodes a sequence step by step, for sessions: fed one step after the other it gives what the
 * codec gives for all of them. What it remembers of the steps before is in the caller's array.
 * Immutable; safe for use by many threads.
 *
 * @param <S> the type of a step
 */
public final class StepEncoder<S> {
  private final String name;
  private final LearnedFeature<S> feature;

  /** Whether the codec has a last feature that says that a sequence is empty. */
  private final boolean flagged;

  StepEncoder(String name, LearnedFeature<S> feature, boolean flagged) {
    this.name = name;
    this.feature = feature;
    this.flagged = flagged;
  }

  /** Returns how many features a step has. */
  public int width() {
    return feature.width() + (flagged ? 1 : 0);
  }

  /** Returns how many symbols a step has. */
  public int columns() {
    return feature.columns();
  }

  /** Returns how many numbers are remembered from step to step; all 0 before the first. */
  public int stateSize() {
    return feature.stateSize();
  }

  /**
   * Encodes a step.
   *
   * @param state what was remembered, (stateSize); what is to be remembered afterwards
   * @param features where its features go, (width)
   * @param symbols where its symbols go, (columns)
   * @throws IllegalArgumentException if the network cannot read the step, naming the component and
   *     what was found; the state is then as it was, so that the sequence can go on. Also if an
   *     array has another size.
   */
  public void encode(@Nullable S step, double[] state, float[] features, int[] symbols) {
    checkSize("state", state.length, stateSize());
    checkSize("features", features.length, width());
    checkSize("symbols", symbols.length, columns());
    double[] next = state.length == 0 ? state : state.clone();
    StepWriter out = new StepWriter(features, symbols, next);
    try {
      if (step == null) {
        throw WrongValue.isNull();
      }
      feature.encode(step, out);
    } catch (WrongValue e) {
      throw e.in(name);
    }
    if (flagged) {
      out.feature(0);
    }
    System.arraycopy(next, 0, state, 0, state.length);
  }

  private static void checkSize(String array, int found, int expected) {
    if (found != expected) {
      throw new IllegalArgumentException(
          "%s has %s numbers, expected %s".formatted(array, found, expected));
    }
  }
}
