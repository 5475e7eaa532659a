package dev.rondo.runtime.anomaly;

import dev.rondo.Anomaly;
import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.series.Surprise;
import java.nio.DoubleBuffer;
import java.util.Arrays;

/**
 * What was foretold from one place: of all leads, means and deviations of numbers in the user's
 * units, and probabilities of symbols.
 */
final class Foretold {
  private static final double STEEPEST = 5; // exp(±5) times the linear forecast's deviation

  private final AnomalyCodec<?> codec;
  private final double[] means;
  private final double[] deviations;
  private final double[][] probabilities;

  private Foretold(
      AnomalyCodec<?> codec, double[] means, double[] deviations, double[][] probabilities) {
    this.codec = codec;
    this.means = means;
    this.deviations = deviations;
    this.probabilities = probabilities;
  }

  static Foretold of(AnomalyCodec<?> codec, Outlook outlook, float[] scores) {
    Scores.checkSize(scores, codec.size());
    Scores.checkFinite(scores);
    int numbers = codec.numbers();
    double[] means = new double[numbers];
    double[] deviations = new double[numbers];
    for (int i = 0; i < numbers; i++) {
      double unit = outlook.units()[i];
      means[i] = outlook.means()[i] + unit * scores[i];
      double log = Math.max(-STEEPEST, Math.min(STEEPEST, scores[numbers + i]));
      deviations[i] = unit / Math.sqrt(2) * Math.exp(log);
    }
    int[] classes = codec.classes();
    double[][] probabilities = new double[classes.length][];
    int from = 2 * numbers;
    for (int k = 0; k < classes.length; k++) {
      probabilities[k] = softmax(scores, from, classes[k]);
      from += classes[k];
    }
    return new Foretold(codec, means, deviations, probabilities);
  }

  private static double[] softmax(float[] scores, int from, int count) {
    double highest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < count; i++) {
      highest = Math.max(highest, scores[from + i]);
    }
    double[] shares = new double[count];
    double sum = 0;
    for (int i = 0; i < count; i++) {
      shares[i] = Math.exp(scores[from + i] - highest);
      sum += shares[i];
    }
    for (int i = 0; i < count; i++) {
      shares[i] /= sum;
    }
    return shares;
  }

  /** Returns how many numbers {@link #store} writes. */
  static int size(AnomalyCodec<?> codec) {
    return 2 * codec.numbers() + Arrays.stream(codec.classes()).sum();
  }

  /** Writes it down. */
  void store(DoubleBuffer to) {
    to.put(means).put(deviations);
    for (double[] shares : probabilities) {
      to.put(shares);
    }
  }

  /** Reads what was written. */
  static Foretold restore(AnomalyCodec<?> codec, DoubleBuffer from) {
    double[] means = new double[codec.numbers()];
    double[] deviations = new double[codec.numbers()];
    from.get(means).get(deviations);
    int[] classes = codec.classes();
    double[][] probabilities = new double[classes.length][];
    for (int k = 0; k < classes.length; k++) {
      probabilities[k] = new double[classes[k]];
      from.get(probabilities[k]);
    }
    return new Foretold(codec, means, deviations, probabilities);
  }

  /**
   * Writes the surprises of a step that was foretold from here.
   *
   * @param lead how far ahead it was
   * @param surprises of all channels, of which those of the lead are written; NaN of what is
   *     missing
   */
  <R> void surprises(AnomalyCodec<R> typed, R step, int lead, double[] surprises) {
    int numbers = codec.outlooks().size();
    int symbols = codec.symbolValues().size();
    int first = lead * (numbers + symbols);
    for (int n = 0; n < numbers; n++) {
      double value = typed.components().numbers().get(n).value().applyAsDouble(step);
      int i = lead * numbers + n;
      surprises[first + n] =
          Double.isNaN(value)
              ? Double.NaN
              : Surprise.ofNumber(value, means[i], deviations[i], codec.outlooks().get(n).floor());
    }
    for (int k = 0; k < symbols; k++) {
      String value = typed.components().symbol(k, step);
      surprises[first + numbers + k] =
          value == null ? Double.NaN : Surprise.ofClass(probability(lead * symbols + k, k, value));
    }
  }

  /** Returns the probability of a value; of one that training did not see half of the least. */
  private double probability(int slot, int symbol, String value) {
    int index = codec.symbolValues().get(symbol).indexOf(value);
    double[] all = probabilities[slot];
    if (index >= 0) {
      return all[index];
    }
    double least = 1;
    for (double share : all) {
      least = Math.min(least, share);
    }
    return Math.min(least / 2, 1e-6);
  }

  /** Returns what a channel contributes to a step. */
  <R> Anomaly.Part part(AnomalyCodec<R> typed, R step, int channel, double score) {
    int numbers = codec.outlooks().size();
    int symbols = codec.symbolValues().size();
    int lead = channel / (numbers + symbols);
    int component = channel % (numbers + symbols);
    if (component < numbers) {
      int i = lead * numbers + component;
      AnomalyComponents.Numeric<R> number = typed.components().numbers().get(component);
      return new Anomaly.Part(
          number.name(),
          codec.stepsAhead(lead),
          score,
          Double.toString(number.value().applyAsDouble(step)),
          new Anomaly.ExpectedNumber(means[i], deviations[i]));
    }
    int k = component - numbers;
    double[] all = probabilities[lead * symbols + k];
    int best = 0;
    for (int i = 1; i < all.length; i++) {
      best = all[i] > all[best] ? i : best;
    }
    String found = String.valueOf(typed.components().symbol(k, step));
    return new Anomaly.Part(
        typed.components().symbols().get(k).name(),
        codec.stepsAhead(lead),
        score,
        found,
        new Anomaly.ExpectedSymbol(
            codec.symbolValues().get(k).get(best),
            all[best],
            probability(lead * symbols + k, k, found)));
  }
}
