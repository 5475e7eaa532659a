package dev.rondo.runtime.decode;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hypothesis as it grows. What it shares with others is held once.
 *
 * @param before what it goes on from; null at the beginning
 * @param token its last token, the end for the beginning
 * @param length its tokens, without the beginning
 * @param logProbability of all its tokens
 * @param row which row of the decoder foretold its last token; at the beginning its source
 * @param attention how much each source token weighed when its last token was chosen; empty if that
 *     was not asked for
 */
record Partial(
    @Nullable Partial before,
    int token,
    int length,
    double logProbability,
    int row,
    float[] attention) {

  static Partial beginning(int source) {
    return new Partial(null, Beam.END, 0, 0, source, new float[0]);
  }

  Partial with(int next, double nextLogProbability, int atRow, float[] nextAttention) {
    return new Partial(
        this, next, length + 1, logProbability + nextLogProbability, atRow, nextAttention);
  }

  /** Returns the tokens in order; the end is not one of them. */
  int[] tokens() {
    return path().stream().mapToInt(Partial::token).toArray();
  }

  /** Returns how much each source token weighed for each of the {@link #tokens()}. */
  float[][] weights() {
    return path().stream().map(Partial::attention).toArray(float[][]::new);
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
