package dev.rondo.runtime.series;

import java.util.Arrays;

/**
 * Scores the steps of one stream by their surprises, one after the other (after Lavin and Ahmad
 * 2015).
 *
 * <p>Each channel's surprise is ranked among those of ordinary data. Three things make a step
 * unusual: its own rank; the mean of the last ten ranks compared with the long term, up or down:
 * ten steps that meet what was foretold too well are as unusual as ten that miss it; and, where the
 * channel has a value, that it has stayed exactly the same for longer than ordinary values do. All
 * are kept as logarithms, so that they do not saturate; the mean of the channels' likelihoods is
 * that of the step. How rare so small a likelihood is in the long term of the stream is its rarity,
 * a negative decimal logarithm.
 *
 * <p>An anomaly is seldom one step, and a step amid others that are rare is more likely part of
 * one: to its rarity is added by how much that of the last steps, in an exponential mean over 48 of
 * them, is above what is ordinary. That sum is the score: amid ordinary steps 3 is one in a
 * thousand.
 *
 * <p>During the first ten steps, and the first ten after a gap, there is no score. Not for use by
 * several threads at once.
 */
public final class AnomalyTracker {
  private static final double LONG_TERM = 1000;
  private static final double LEAST_DEVIATION = 0.1;
  private static final double AROUND = -Math.expm1(-1.0 / 48); // the weight of a step in the mean
  private static final double ORDINARY = 1 / Math.log(10); // the mean rarity of ordinary steps

  private final AnomalyScale scale;
  private final ShortTerm[] recent;
  private final Run[] runs;
  private final double[] means;
  private final double[] variances;
  private final double[] parts;
  private LongTerm longTerm;
  private double around = ORDINARY;

  AnomalyTracker(AnomalyScale scale) {
    this.scale = scale;
    int channels = scale.channels();
    recent = new ShortTerm[channels];
    means = new double[channels];
    variances = new double[channels];
    parts = new double[channels];
    runs = new Run[scale.values()];
    Arrays.setAll(runs, n -> new Run(scale.stillness(n)));
    longTerm = scale.longTerm();
    for (int c = 0; c < channels; c++) {
      recent[c] = new ShortTerm();
      means[c] = scale.mean(c);
      double deviation = Math.max(scale.deviation(c), LEAST_DEVIATION);
      variances[c] = deviation * deviation;
      parts[c] = Double.NaN;
    }
  }

  /**
   * Returns how unusual a step is; NaN while there is no score.
   *
   * @param surprises of each channel; NaN where there is none, which changes nothing of the channel
   * @param values of the first channels, as many as the scale has learned from; NaN where one is
   *     missing
   */
  public double next(double[] surprises, double[] values) {
    double raw = raw(surprises, values);
    if (Double.isNaN(raw)) {
      return raw;
    }
    double rarity = longTerm.score(raw);
    around += AROUND * (rarity - around);
    for (int c = 0; c < parts.length; c++) {
      parts[c] = Double.isNaN(parts[c]) ? parts[c] : longTerm.score(parts[c]);
    }
    longTerm.add(raw);
    return rarity + around - ORDINARY;
  }

  /** Returns how unlikely a step is to the model, whatever is usual in the stream. */
  double raw(double[] surprises, double[] values) {
    if (surprises.length != parts.length) {
      throw new IllegalArgumentException(
          surprises.length + " surprises, must be as many as channels: " + parts.length);
    }
    if (values.length < runs.length) {
      throw new IllegalArgumentException(
          values.length + " values, must be as many as were learned from: " + runs.length);
    }
    for (int n = 0; n < runs.length; n++) {
      runs[n].add(values[n]);
    }
    double highest = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < parts.length; c++) {
      parts[c] = Double.isNaN(surprises[c]) ? Double.NaN : score(c, surprises[c]);
      highest = Double.isNaN(parts[c]) ? highest : Math.max(highest, parts[c]);
    }
    double sum = 0;
    int scored = 0;
    for (double part : parts) {
      if (!Double.isNaN(part)) {
        sum += Math.pow(10, part - highest);
        scored++;
      }
    }
    return scored == 0 ? Double.NaN : highest + Math.log10(sum / scored);
  }

  private double score(int c, double surprise) {
    double rank = scale.ranks(c).rank(surprise);
    recent[c].add(rank);
    if (!recent[c].full()) {
      return Double.NaN;
    }
    double logMean = recent[c].logMean();
    double off = logMean - means[c];
    double shortTerm = -NormalTail.logTwoSided(off / Math.sqrt(variances[c]));
    means[c] += off / LONG_TERM;
    double variance = variances[c] + (off * off - variances[c]) / LONG_TERM;
    variances[c] = Math.max(variance, LEAST_DEVIATION * LEAST_DEVIATION);
    double still = c < runs.length ? runs[c].rank() : 0;
    return Math.max(Math.max(shortTerm, rank), still) / Math.log(10);
  }

  /**
   * Returns the scores of the channels at the last step, each as if it were alone, a copy; NaN
   * where a channel has none.
   */
  public double[] parts() {
    return parts.clone();
  }

  /** Forgets the last steps, after a gap in the stream; the long term stays. */
  public void gap() {
    for (ShortTerm channel : recent) {
      channel.clear();
    }
    for (Run run : runs) {
      run.clear();
    }
    around = ORDINARY;
  }

  /** Returns how many numbers the state has. */
  public int stateSize() {
    return (ShortTerm.size() + 2) * recent.length + Run.SIZE * runs.length + LongTerm.SIZE + 1;
  }

  /** Returns the state, to go on from with {@link #restore}. */
  public double[] state() {
    int size = ShortTerm.size() + 2;
    double[] state = new double[stateSize()];
    int from = size * recent.length;
    for (int n = 0; n < runs.length; n++) {
      runs[n].store(state, from + Run.SIZE * n);
    }
    from += Run.SIZE * runs.length;
    System.arraycopy(longTerm.stored(), 0, state, from, LongTerm.SIZE);
    state[state.length - 1] = around;
    for (int c = 0; c < recent.length; c++) {
      recent[c].store(state, c * size);
      state[c * size + size - 2] = means[c];
      state[c * size + size - 1] = variances[c];
    }
    return state;
  }

  /**
   * Goes on from a state.
   *
   * @throws IllegalArgumentException if it is of another number of channels, or damaged
   */
  public void restore(double[] state) {
    int size = ShortTerm.size() + 2;
    if (state.length != stateSize()) {
      throw new IllegalArgumentException(
          "a state of %s numbers, expected %s".formatted(state.length, stateSize()));
    }
    int from = size * recent.length;
    for (int n = 0; n < runs.length; n++) {
      runs[n].restore(state, from + Run.SIZE * n);
    }
    from += Run.SIZE * runs.length;
    longTerm = LongTerm.of(Arrays.copyOfRange(state, from, state.length - 1));
    around = state[state.length - 1];
    for (int c = 0; c < recent.length; c++) {
      recent[c].restore(state, c * size);
      means[c] = state[c * size + size - 2];
      variances[c] = state[c * size + size - 1];
    }
  }
}
