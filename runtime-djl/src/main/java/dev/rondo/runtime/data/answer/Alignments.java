package dev.rondo.runtime.data.answer;

import java.util.Arrays;

/**
 * The ways to spread labels over the steps of a sequence (Graves et al. 2006): the labels in order,
 * each over one step or several, with blanks before, between and behind them, where between two
 * equal ones there must be one. Blank is number 0.
 *
 * <p>Computed by the logarithms of probabilities, over labels with blanks around each: place 2 k +
 * 1 is label k, the others are blanks.
 */
public final class Alignments {
  /** The number of the blank. */
  public static final int BLANK = 0;

  private final double[] logs;
  private final int steps;
  private final int size;

  /**
   * Takes the scores of a sequence.
   *
   * @param scores before the softmax, (steps × size), not changed
   * @param size how many numbers are told apart, the blank among them
   * @throws IllegalArgumentException if they are no multiple of the size, or one is not finite
   */
  public Alignments(float[] scores, int size) {
    if (scores.length == 0 || scores.length % size != 0) {
      throw new IllegalArgumentException(
          "there are %s scores, expected a multiple of %s".formatted(scores.length, size));
    }
    this.steps = scores.length / size;
    this.size = size;
    this.logs = new double[scores.length];
    for (int t = 0; t < steps; t++) {
      double largest = Double.NEGATIVE_INFINITY;
      for (int i = t * size; i < (t + 1) * size; i++) {
        if (!Float.isFinite(scores[i])) {
          throw new IllegalArgumentException(
              "score %s of step %s is %s".formatted(i - t * size, t, scores[i]));
        }
        largest = Math.max(largest, scores[i]);
      }
      double sum = 0;
      for (int i = t * size; i < (t + 1) * size; i++) {
        sum += Math.exp(scores[i] - largest);
      }
      double norm = largest + Math.log(sum);
      for (int i = t * size; i < (t + 1) * size; i++) {
        logs[i] = scores[i] - norm;
      }
    }
  }

  /** Returns how many steps there are. */
  public int steps() {
    return steps;
  }

  /** Returns how many numbers are told apart. */
  int size() {
    return size;
  }

  /** Returns the logarithm of the probability of a number at a step. */
  double log(int step, int number) {
    return logs[step * size + number];
  }

  /** Returns how many steps labels need at least: one each, and one between two equal ones. */
  public static int needed(int... labels) {
    int needed = labels.length;
    for (int k = 1; k < labels.length; k++) {
      needed += labels[k] == labels[k - 1] ? 1 : 0;
    }
    return needed;
  }

  /** Returns ln(exp(a) + exp(b)). */
  static double add(double a, double b) {
    double high = Math.max(a, b);
    return high == Double.NEGATIVE_INFINITY
        ? high
        : high + Math.log1p(Math.exp(Math.min(a, b) - high));
  }

  /** Returns the likeliest number of each step. */
  public int[] likeliest() {
    int[] path = new int[steps];
    for (int t = 0; t < steps; t++) {
      for (int i = 1; i < size; i++) {
        if (log(t, i) > log(t, path[t])) {
          path[t] = i;
        }
      }
    }
    return path;
  }

  /** Returns the labels of a path: equal neighbours once, without blanks. */
  public static int[] collapsed(int... path) {
    int[] labels = new int[path.length];
    int count = 0;
    for (int t = 0; t < path.length; t++) {
      if (path[t] != BLANK && (t == 0 || path[t] != path[t - 1])) {
        labels[count++] = path[t];
      }
    }
    return Arrays.copyOf(labels, count);
  }

  /**
   * Returns the logarithm of the probability of labels, over all ways to spread them; negative
   * infinity if they need more steps.
   */
  public double logProbability(int... labels) {
    int places = 2 * labels.length + 1;
    double[] now = new double[places];
    Arrays.fill(now, Double.NEGATIVE_INFINITY);
    now[0] = log(0, BLANK);
    if (places > 1) {
      now[1] = log(0, labels[0]);
    }
    for (int t = 1; t < steps; t++) {
      double[] next = new double[places];
      for (int s = 0; s < places; s++) {
        double before = s > 0 ? add(now[s], now[s - 1]) : now[s];
        if (skips(labels, s)) {
          before = add(before, now[s - 2]);
        }
        next[s] = before + log(t, number(labels, s));
      }
      now = next;
    }
    return places > 1 ? add(now[places - 1], now[places - 2]) : now[0];
  }

  private static int number(int[] labels, int place) {
    return place % 2 == 0 ? BLANK : labels[place / 2];
  }

  /** A label may follow the one before it directly if it is another one. */
  private static boolean skips(int[] labels, int place) {
    return place % 2 == 1 && place > 1 && labels[place / 2] != labels[place / 2 - 1];
  }

  /**
   * Returns where labels are on the likeliest way to spread them: for each its first step and the
   * one behind its last.
   *
   * @throws IllegalArgumentException if they need more steps than there are
   */
  public int[][] places(int... labels) {
    if (needed(labels) > steps) {
      throw new IllegalArgumentException(
          "labels that need %s steps are not in %s".formatted(needed(labels), steps));
    }
    int places = 2 * labels.length + 1;
    double[] now = new double[places];
    Arrays.fill(now, Double.NEGATIVE_INFINITY);
    now[0] = log(0, BLANK);
    if (places > 1) {
      now[1] = log(0, labels[0]);
    }
    int[][] from = new int[steps][places];
    for (int t = 1; t < steps; t++) {
      double[] next = new double[places];
      for (int s = 0; s < places; s++) {
        int best = s;
        if (s > 0 && now[s - 1] > now[best]) {
          best = s - 1;
        }
        if (skips(labels, s) && now[s - 2] > now[best]) {
          best = s - 2;
        }
        from[t][s] = best;
        next[s] = now[best] + log(t, number(labels, s));
      }
      now = next;
    }
    int place = places > 1 && now[places - 2] > now[places - 1] ? places - 2 : places - 1;
    int[][] found = new int[labels.length][];
    for (int t = steps - 1; t >= 0; t--) {
      if (place % 2 == 1) {
        int[] known = found[place / 2];
        found[place / 2] = new int[] {t, known == null ? t + 1 : known[1]};
      }
      place = from[t][place];
    }
    return found;
  }
}
