package dev.rondo.runtime.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How far probabilities are from how often what they are of is so: the expected calibration error
 * (Guo et al. 2017, "On calibration of modern neural networks", arXiv:1706.04599) over 15 bins of
 * equal width, and what it would be by chance alone. Immutable.
 */
public final class CalibrationReport {
  /** So many models are drawn: the ends of a band of 95 % are then right to some per cent. */
  private static final int DRAWS = 2_000;

  private static final int SEED = 1;

  /** From so many on a count is drawn from a normal distribution. */
  private static final double MANY = 200;

  private final List<Bin> bins;
  private final long examples;

  /**
   * The answers whose probability lies in a range.
   *
   * @param from above this
   * @param to at most this; the first bin holds 0, too
   * @param examples how many there are, at least 1
   * @param probability the mean of their probabilities
   * @param share how many of them are so, as a share in [0, 1]
   */
  public record Bin(double from, double to, long examples, double probability, double share) {}

  /**
   * A range of errors.
   *
   * @param low its lower end
   * @param high its upper end
   */
  public record Band(double low, double high) {
    /** Returns whether an error lies in it, its ends included. */
    public boolean contains(double error) {
      return error >= low && error <= high;
    }

    /** Returns both ends: {@code 0.0108 to 0.0372}. */
    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.4f to %.4f", low, high);
    }
  }

  CalibrationReport(List<Bin> bins) {
    this.bins = List.copyOf(bins);
    this.examples = bins.stream().mapToLong(Bin::examples).sum();
  }

  /** Returns the bins that have answers, by their probability: those of a reliability diagram. */
  public List<Bin> bins() {
    return bins;
  }

  /**
   * Returns the expected calibration error {@code Σ n_b / n |share - mean probability|}, in [0, 1];
   * NaN without examples.
   */
  public double error() {
    double sum = 0;
    for (Bin bin : bins) {
      sum += bin.examples() * Math.abs(bin.share() - bin.probability());
    }
    return sum / examples;
  }

  /**
   * Returns where the error of a model lies by chance that gives these probabilities, for so many
   * answers, and is right exactly as often as they say. An error above it tells that probabilities
   * are off; one within it that so many examples cannot tell.
   *
   * <p>It is drawn by simulation (Bröcker and Smith 2007, "Increasing the reliability of
   * reliability diagrams"): 2,000 such models, in each bin of each the number of answers that are
   * so from the binomial distribution with the bin's mean probability. The same bins always give
   * the same band. It takes some milliseconds. Answers count as independent of each other, which
   * those of the steps of a sequence, and the labels of an example, are not quite: their band is
   * too narrow.
   *
   * @param share of such models whose error lies in it, in (0, 1): 0.95
   * @return NaN to NaN without examples
   * @throws IllegalArgumentException if the share is out of range
   */
  public Band byChance(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share is " + share + ", must be in (0, 1)");
    }
    SplittableRandom random = new SplittableRandom(SEED);
    double[] errors = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (Bin bin : bins) {
        double expected = bin.examples() * bin.probability();
        sum += Math.abs(drawn(bin.examples(), bin.probability(), random) - expected);
      }
      errors[draw] = sum / examples;
    }
    Arrays.sort(errors);
    int outside = (int) Math.round(DRAWS * (1 - share) / 2);
    int low = Math.min(outside, DRAWS / 2 - 1);
    return new Band(errors[low], errors[DRAWS - 1 - low]);
  }

  /** Returns how many of so many happen, each with a probability. */
  static double drawn(long count, double probability, SplittableRandom random) {
    if (probability > 0.5) {
      return count - drawn(count, 1 - probability, random);
    }
    double mean = count * probability;
    if (mean >= MANY) {
      double deviation = Math.sqrt(mean * (1 - probability));
      double number = Math.rint(mean + deviation * random.nextGaussian());
      return Math.max(0, Math.min((double) count, number));
    }
    if (probability <= 0) {
      return 0;
    }
    // from one that happens to the next: how long that takes is geometrically distributed
    double logarithm = Math.log1p(-probability);
    double number = 0;
    double at = Math.floor(Math.log(1 - random.nextDouble()) / logarithm) + 1;
    while (at <= count) {
      number++;
      at += Math.floor(Math.log(1 - random.nextDouble()) / logarithm) + 1;
    }
    return number;
  }

  /** Returns the error, and where it lies in 95 % by chance, in a line. */
  @Override
  public String toString() {
    return examples == 0
        ? "calibration error NaN"
        : String.format(
            Locale.ROOT, "calibration error %.4f (%s by chance)", error(), byChance(0.95));
  }
}
