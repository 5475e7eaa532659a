package dev.rondo.runtime.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A hypothesis as it grows. What it shares with others is held once. */
final class Partial {
  private final @Nullable Partial before;
  private final int token;
  private final int length;
  private final double logProbability;
  private final int row;
  private final float[] shares;

  private Partial(
      @Nullable Partial before,
      int token,
      int length,
      double logProbability,
      int row,
      float[] shares) {
    this.before = before;
    this.token = token;
    this.length = length;
    this.logProbability = logProbability;
    this.row = row;
    this.shares = shares;
  }

  /** Returns the empty hypothesis of a source. */
  static Partial beginning(int source) {
    return new Partial(null, Beam.END, 0, 0, source, new float[0]);
  }

  /**
   * Returns this with one token more.
   *
   * @param at the row that foretold it
   * @param weights how much each source token weighed then; empty if that is not known
   */
  Partial with(int next, double nextLogProbability, int at, float[] weights) {
    return new Partial(this, next, length + 1, logProbability + nextLogProbability, at, weights);
  }

  /** Returns the last token, the end at the beginning. */
  int token() {
    return token;
  }

  /** Returns how many tokens there are, without the beginning. */
  int length() {
    return length;
  }

  /** Returns the log probability of all tokens. */
  double logProbability() {
    return logProbability;
  }

  /** Returns which row foretold the last token; at the beginning, which source it is of. */
  int row() {
    return row;
  }

  /** Returns the tokens in order; the end is not one of them. */
  int[] tokens() {
    return path().stream().mapToInt(partial -> partial.token).toArray();
  }

  /** Returns how much each source token weighed for each of the {@link #tokens()}. */
  float[][] weights() {
    return path().stream().map(partial -> partial.shares).toArray(float[][]::new);
  }

  private List<Partial> path() {
    Deque<Partial> path = new ArrayDeque<>();
    for (Partial at = this; at != null && at.before != null; at = at.before) {
      path.addFirst(at);
    }
    List<Partial> tokens = new ArrayList<>(path);
    if (!tokens.isEmpty() && token == Beam.END) {
      tokens.remove(tokens.size() - 1);
    }
    return tokens;
  }
}
