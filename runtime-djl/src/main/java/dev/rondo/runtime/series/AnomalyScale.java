package dev.rondo.runtime.series;

import dev.rondo.runtime.data.Arguments;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How surprising ordinary data is to a model that foretells it: what {@link AnomalyTracker}
 * measures new steps by. A channel is one surprise for each step, such as that of a component as
 * foretold a step ago, or 24 steps ago.
 *
 * <p>It is learned on ordinary data that the model did not learn from: surprises of what a model
 * has seen are too small.
 */
public final class AnomalyScale {
  /** How many steps the short term has: Lavin and Ahmad's choice. */
  static final int SHORT_TERM = 10;

  private final List<SurpriseRanks> ranks;
  private final double[] means;
  private final double[] deviations;
  private final List<Stillness> stillness;
  private final LongTerm longTerm;

  private AnomalyScale(
      List<SurpriseRanks> ranks,
      double[] means,
      double[] deviations,
      List<Stillness> stillness,
      LongTerm longTerm) {
    this.ranks = ranks;
    this.stillness = stillness;
    this.means = means;
    this.deviations = deviations;
    this.longTerm = longTerm;
  }

  /**
   * Learns from the surprises of ordinary series, and from their values, how long these stay the
   * same.
   *
   * @param surprises of the last steps of each series, of each channel: {@code [step][channel]};
   *     NaN where there is none
   * @param values of all steps of each series, of the numbers that the first channels are surprises
   *     of: {@code [step][number]}, no number where nothing is to be learned of them; NaN where one
   *     is missing. A model may have learned from them, for it learns nothing of how long they stay
   * @throws IllegalArgumentException if some channel has fewer than 20 surprises, steps have
   *     different numbers of channels, or values are fewer than surprises
   */
  public static AnomalyScale learn(List<double[][]> surprises, List<double[][]> values) {
    List<double[][]> series = Arguments.copyOf(surprises, "surprises");
    List<double[][]> numbers = Arguments.copyOf(values, "values");
    checkLengths(series, numbers);
    int channels =
        series.stream().filter(s -> s.length > 0).mapToInt(s -> s[0].length).max().orElse(0);
    List<SurpriseRanks> ranks = new ArrayList<>();
    double[] means = new double[channels];
    double[] deviations = new double[channels];
    for (int c = 0; c < channels; c++) {
      double[] all = channel(series, c, channels);
      if (all.length < 2 * SHORT_TERM) {
        throw new IllegalArgumentException(
            "channel %s has %s surprises on ordinary data, must be at least %s"
                .formatted(c, all.length, 2 * SHORT_TERM));
      }
      SurpriseRanks rank = SurpriseRanks.learn(all);
      ranks.add(rank);
      Moments moments = new Moments();
      for (double[][] steps : series) {
        ShortTerm recent = new ShortTerm();
        for (double[] step : steps) {
          if (!Double.isNaN(step[c])) {
            recent.add(rank.rank(step[c]));
            if (recent.full()) {
              moments.add(recent.logMean());
            }
          }
        }
      }
      means[c] = moments.mean;
      deviations[c] = moments.deviation();
    }
    List<Stillness> stillness = new ArrayList<>();
    int count =
        numbers.stream().filter(s -> s.length > 0).mapToInt(s -> s[0].length).max().orElse(0);
    for (int n = 0; n < count; n++) {
      int number = n;
      stillness.add(
          Stillness.learn(
              numbers.stream()
                  .map(steps -> Arrays.stream(steps).mapToDouble(step -> step[number]).toArray())
                  .toList()));
    }
    AnomalyScale scale =
        new AnomalyScale(ranks, means, deviations, stillness, LongTerm.learn(new double[0]));
    return new AnomalyScale(
        ranks, means, deviations, stillness, LongTerm.learn(scale.rawScores(series, numbers)));
  }

  private static void checkLengths(List<double[][]> surprises, List<double[][]> values) {
    for (int s = 0; s < Math.max(surprises.size(), values.size()); s++) {
      int steps = s < surprises.size() ? surprises.get(s).length : 0;
      int known = s < values.size() ? values.get(s).length : 0;
      if (surprises.size() != values.size() || known < steps) {
        throw new IllegalArgumentException(
            "series %s has values of %s steps, must be at least as many as have surprises: %s"
                .formatted(s, known, steps));
      }
    }
  }

  private double[] rawScores(List<double[][]> series, List<double[][]> values) {
    List<Double> scores = new ArrayList<>();
    for (int s = 0; s < series.size(); s++) {
      double[][] steps = series.get(s);
      int before = values.get(s).length - steps.length;
      AnomalyTracker tracker = tracker();
      for (int t = 0; t < steps.length; t++) {
        double score = tracker.raw(steps[t], values.get(s)[before + t]);
        if (!Double.isNaN(score)) {
          scores.add(score);
        }
      }
    }
    return scores.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double[] channel(List<double[][]> series, int c, int channels) {
    List<Double> values = new ArrayList<>();
    for (double[][] steps : series) {
      for (double[] step : steps) {
        if (step.length != channels) {
          throw new IllegalArgumentException(
              "a step has %s channels, another %s".formatted(step.length, channels));
        }
        if (!Double.isNaN(step[c])) {
          values.add(step[c]);
        }
      }
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static final class Moments {
    private int count;
    private double mean;
    private double squares;

    void add(double value) {
      count++;
      double from = value - mean;
      mean += from / count;
      squares += from * (value - mean);
    }

    double deviation() {
      return count == 0 ? 0 : Math.sqrt(squares / count);
    }
  }

  /** Returns how many channels it has. */
  public int channels() {
    return means.length;
  }

  /** Returns a tracker of one stream, at its beginning. */
  public AnomalyTracker tracker() {
    return new AnomalyTracker(this);
  }

  LongTerm longTerm() {
    return longTerm.copy();
  }

  SurpriseRanks ranks(int channel) {
    return ranks.get(channel);
  }

  /** Returns of how many numbers it knows how long they stay the same. */
  int values() {
    return stillness.size();
  }

  Stillness stillness(int number) {
    return stillness.get(number);
  }

  double mean(int channel) {
    return means[channel];
  }

  double deviation(int channel) {
    return deviations[channel];
  }

  /** Returns all of it as one array for each channel and one of the long term, to be stored. */
  public double[][] stored() {
    double[][] stored = new double[channels() + 1][];
    stored[channels()] = longTerm.stored();
    for (int c = 0; c < channels(); c++) {
      double[] rank = ranks.get(c).stored();
      stored[c] = new double[rank.length + 2];
      stored[c][0] = means[c];
      stored[c][1] = deviations[c];
      System.arraycopy(rank, 0, stored[c], 2, rank.length);
    }
    return stored;
  }

  /** Returns how long numbers stay the same as one array for each of them, to be stored. */
  public double[][] storedStillness() {
    return stillness.stream().map(Stillness::stored).toArray(double[][]::new);
  }

  /**
   * Returns what was {@link #stored stored}.
   *
   * @param stillness what {@link #storedStillness} returned; none where nothing was learned of it
   * @throws IllegalArgumentException if it is not what these methods return
   */
  public static AnomalyScale of(double[][] stored, double[][] stillness) {
    List<SurpriseRanks> ranks = new ArrayList<>();
    int channels = stored.length - 1;
    LongTerm longTerm = LongTerm.of(channels < 0 ? new double[0] : stored[channels]);
    double[] means = new double[channels];
    double[] deviations = new double[channels];
    for (int c = 0; c < channels; c++) {
      check(stored[c], c);
      means[c] = stored[c][0];
      deviations[c] = stored[c][1];
      ranks.add(SurpriseRanks.of(Arrays.copyOfRange(stored[c], 2, stored[c].length)));
    }
    List<Stillness> still = Arrays.stream(stillness).map(Stillness::of).toList();
    return new AnomalyScale(ranks, means, deviations, still, longTerm);
  }

  private static void check(double[] channel, int c) {
    boolean right = channel.length >= 4 && channel[1] >= 0 && channel[channel.length - 1] > 0;
    for (int i = 0; i < channel.length && right; i++) {
      right = Double.isFinite(channel[i]);
      if (i > 2 && i < channel.length - 1) {
        right &= channel[i] >= channel[i - 1];
      }
    }
    if (!right) {
      throw new IllegalArgumentException("channel " + c + " is no stored scale of surprises");
    }
  }
}
