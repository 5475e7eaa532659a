package dev.rondo.runtime.data.answer;

import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.Temperature;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a linear-chain conditional random field: how well each tag follows each, and
 * how well it begins and ends a sequence (Lafferty et al. 2001, "Conditional random fields"; with
 * the scores of a recurrent network Lample et al. 2016, <a
 * href="https://arxiv.org/abs/1603.01360">arXiv:1603.01360</a>). The score of a tagging y of n
 * steps with the network's scores x is
 *
 * <pre>{@code
 * s(y) = start[y_1] + x_1[y_1] + Σ (transition[y_(t-1), y_t] + x_t[y_t]) + end[y_n]
 * }</pre>
 *
 * <p>and its probability {@code exp(s(y)) / Σ exp(s(y'))}, over all taggings y' that the scheme of
 * the tags allows. At a {@linkplain #at temperature} T it is {@code exp(s(y) / T)} over the sum of
 * these. What the scheme forbids costs {@value #FORBIDDEN} in s, and is never answered, whatever
 * the parameters are. Immutable; safe for use by many threads. Computed in double.
 */
public final class Transitions {
  /** What a forbidden transition, start or end costs. */
  public static final double FORBIDDEN = 1e4;

  /** In a BIO or BIOES scheme each tag is reached from each in fewer steps. */
  private static final int STEPS_BETWEEN = 4;

  /** How much smaller than the largest a double may be with all its digits: exp(-708). */
  private static final double LEAST_EXPONENT = 600;

  private final int tags;
  private final TagScheme scheme;
  private final Temperature temperature;
  private final double[] between;
  private final double[] start;
  private final double[] end;

  // of what is allowed, scaled so that the greatest is 1; 0 of what is forbidden
  private final double[] ofBetween;
  private final double[] ofBetweenTransposed;
  private final double[] ofStart;
  private final double[] ofEnd;
  private final double greatestBetween;
  private final double greatestStart;
  private final double greatestEnd;
  private final double range;

  /** These at the temperature that was asked for last, which is that of the model. */
  private volatile @Nullable Transitions tempered;

  /**
   * Creates transitions.
   *
   * @param scheme of the tags
   * @param between (tags × tags), from each tag to each: from, then to
   * @param start (tags)
   * @param end (tags)
   * @throws IllegalArgumentException if there are others than the scheme has tags
   */
  public Transitions(TagScheme scheme, float[] between, float[] start, float[] end) {
    this(
        scheme,
        Temperature.NONE,
        doubles(between, scheme.names().size() * scheme.names().size()),
        doubles(start, scheme.names().size()),
        doubles(end, scheme.names().size()));
  }

  private Transitions(
      TagScheme scheme, Temperature temperature, double[] between, double[] start, double[] end) {
    this.scheme = scheme;
    this.tags = scheme.names().size();
    this.temperature = temperature;
    this.between = between;
    this.start = start;
    this.end = end;
    double[] allowed = new double[tags * tags];
    double[] allowedStart = new double[tags];
    double[] allowedEnd = new double[tags];
    for (int from = 0; from < tags; from++) {
      allowedStart[from] = scheme.starts(from) ? this.start[from] : Double.NEGATIVE_INFINITY;
      allowedEnd[from] = scheme.ends(from) ? this.end[from] : Double.NEGATIVE_INFINITY;
      for (int to = 0; to < tags; to++) {
        int at = from * tags + to;
        allowed[at] = scheme.allowed(from, to) ? this.between[at] : Double.NEGATIVE_INFINITY;
      }
    }
    greatestBetween = greatest(allowed);
    greatestStart = greatest(allowedStart);
    greatestEnd = greatest(allowedEnd);
    range = range(allowed) + range(allowedStart) + range(allowedEnd);
    ofBetween = scaled(allowed, greatestBetween);
    ofStart = scaled(allowedStart, greatestStart);
    ofEnd = scaled(allowedEnd, greatestEnd);
    ofBetweenTransposed = new double[tags * tags];
    for (int at = 0; at < allowed.length; at++) {
      ofBetweenTransposed[at % tags * tags + at / tags] = ofBetween[at];
    }
  }

  /**
   * Returns transitions that divide by a temperature what they are given and what they have: the
   * score of a tagging as a whole.
   */
  public Transitions at(Temperature other) {
    if (other.equals(temperature)) {
      return this;
    }
    Transitions known = tempered;
    if (known == null || !known.temperature.equals(other)) {
      double factor = temperature.value() / other.value();
      known =
          new Transitions(
              scheme,
              other,
              Arrays.stream(between).map(value -> value * factor).toArray(),
              Arrays.stream(start).map(value -> value * factor).toArray(),
              Arrays.stream(end).map(value -> value * factor).toArray());
      tempered = known;
    }
    return known;
  }

  private static double[] doubles(float[] values, int size) {
    Scores.checkSize(values, size);
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }

  private static double[] scaled(double[] values, double greatest) {
    return Arrays.stream(values).map(value -> Math.exp(value - greatest)).toArray();
  }

  static double greatest(double[] values) {
    double greatest = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  /** Returns how far what is allowed lies apart. */
  private static double range(double[] values) {
    double least = Double.POSITIVE_INFINITY;
    for (double value : values) {
      if (value != Double.NEGATIVE_INFINITY) {
        least = Math.min(least, value);
      }
    }
    return greatest(values) - least;
  }

  /** Returns what a score of the network counts. */
  double emission(float score) {
    return temperature.of(score);
  }

  /** Returns how many tags there are. */
  public int tags() {
    return tags;
  }

  /** Returns the scheme of the tags. */
  public TagScheme scheme() {
    return scheme;
  }

  /**
   * Returns whether probabilities of the tags of each step can be computed as numbers, each scaled
   * by the sum of its step, without any of them being too small for a double; else they are
   * computed as logarithms, which takes longer.
   *
   * @param rangeOfScores how far the network's scores of a step lie apart, at most
   */
  boolean fitNumbers(double rangeOfScores) {
    return STEPS_BETWEEN * (range + rangeOfScores) < LEAST_EXPONENT;
  }

  /** Returns exp(transition - {@link #greatestBetween()}), row by row; 0 where forbidden. */
  double[] ofBetween() {
    return ofBetween;
  }

  /** Returns the same, to each tag from each. */
  double[] ofBetweenTransposed() {
    return ofBetweenTransposed;
  }

  /** Returns exp(start - {@link #greatestStart()}); 0 where forbidden. */
  double[] ofStart() {
    return ofStart;
  }

  /** Returns exp(end - {@link #greatestEnd()}); 0 where forbidden. */
  double[] ofEnd() {
    return ofEnd;
  }

  double greatestBetween() {
    return greatestBetween;
  }

  double greatestStart() {
    return greatestStart;
  }

  double greatestEnd() {
    return greatestEnd;
  }

  /** Returns the transition; negative infinity where it is forbidden. */
  double between(int from, int to) {
    return scheme.allowed(from, to) ? between[from * tags + to] : Double.NEGATIVE_INFINITY;
  }

  /** Returns how well a tag begins a sequence; negative infinity where it is forbidden. */
  double start(int tag) {
    return scheme.starts(tag) ? start[tag] : Double.NEGATIVE_INFINITY;
  }

  /** Returns how well a tag ends a sequence; negative infinity where it is forbidden. */
  double end(int tag) {
    return scheme.ends(tag) ? end[tag] : Double.NEGATIVE_INFINITY;
  }

  /**
   * Returns the score s(y) of a tagging; at a temperature T that divided by T, but for what the
   * scheme forbids: that costs {@value #FORBIDDEN} each at every temperature.
   *
   * @param scores of the network, (steps × tags)
   * @param tagging the numbers of the tags, at least one
   */
  public double score(float[] scores, int[] tagging) {
    int last = tagging.length - 1;
    double score = start[tagging[0]] + end[tagging[last]];
    int broken = (scheme.starts(tagging[0]) ? 0 : 1) + (scheme.ends(tagging[last]) ? 0 : 1);
    for (int t = 0; t <= last; t++) {
      score += emission(scores[t * tags + tagging[t]]);
      if (t > 0) {
        score += between[tagging[t - 1] * tags + tagging[t]];
        broken += scheme.allowed(tagging[t - 1], tagging[t]) ? 0 : 1;
      }
    }
    return score - broken * FORBIDDEN;
  }

  /**
   * Returns the most probable tagging, by the algorithm of Viterbi (1967, "Error bounds for
   * convolutional codes"); of equally probable tags the first.
   *
   * @param scores of the network, (steps × tags), all finite
   * @param steps at least 1
   */
  public int[] mostProbable(float[] scores, int steps) {
    Scores.checkSize(scores, Math.multiplyExact(steps, tags));
    Scores.checkFinite(scores);
    int[][] before = new int[steps][tags];
    double[] best = new double[tags];
    for (int tag = 0; tag < tags; tag++) {
      best[tag] = start(tag) + emission(scores[tag]);
    }
    for (int t = 1; t < steps; t++) {
      double[] next = new double[tags];
      for (int to = 0; to < tags; to++) {
        int from = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int tag = 0; tag < tags; tag++) {
          double score = best[tag] + between(tag, to);
          if (score > most) {
            most = score;
            from = tag;
          }
        }
        next[to] = most + emission(scores[t * tags + to]);
        before[t][to] = from;
      }
      best = next;
    }
    int[] tagging = new int[steps];
    double most = Double.NEGATIVE_INFINITY;
    for (int tag = 0; tag < tags; tag++) {
      if (best[tag] + end(tag) > most) {
        most = best[tag] + end(tag);
        tagging[steps - 1] = tag;
      }
    }
    for (int t = steps - 1; t > 0; t--) {
      tagging[t - 1] = before[t][tagging[t]];
    }
    return tagging;
  }

  /**
   * Returns the probability of each tag at each step, over all allowed taggings.
   *
   * @param scores of the network, (steps × tags), all finite
   * @param steps at least 1
   * @return (steps × tags)
   */
  public double[] marginals(float[] scores, int steps) {
    Scores.checkSize(scores, Math.multiplyExact(steps, tags));
    Scores.checkFinite(scores);
    return new ForwardBackward(this).read(scores, 0, steps).marginals();
  }

  /**
   * Returns the natural logarithms of the same, also of what is too small for a double; negative
   * infinity of a tag that no allowed tagging has at its step. None is above 0.
   */
  public double[] logMarginals(float[] scores, int steps) {
    Scores.checkSize(scores, Math.multiplyExact(steps, tags));
    Scores.checkFinite(scores);
    return new ForwardBackward(this).read(scores, 0, steps).logMarginals();
  }

  /**
   * Returns what the right tag of a step costs by its own probability: the negative of its
   * {@linkplain #logMarginals logarithm}, {@value #FORBIDDEN} where that has no end.
   */
  public static double cost(double logMarginal) {
    return Math.min(FORBIDDEN, -logMarginal);
  }

  /**
   * Returns -ln of the probability of a tagging.
   *
   * @param scores of the network, (steps × tags)
   * @param tagging the numbers of the tags, at least one
   */
  public double loss(float[] scores, int[] tagging) {
    Scores.checkSize(scores, Math.multiplyExact(tagging.length, tags));
    ForwardBackward read = new ForwardBackward(this).forward(scores, 0, tagging.length);
    return read.logPartition() - score(scores, tagging);
  }
}
