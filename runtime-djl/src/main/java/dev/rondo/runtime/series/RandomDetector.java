package dev.rondo.runtime.series;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;

/**
 * What a detector reaches that knows nothing: uniform scores, with many seeds. A detector has to be
 * above most of them to have found something.
 *
 * @param mean the mean over the seeds
 * @param deviation their standard deviation
 * @param high their 95th percentile
 */
public record RandomDetector(double mean, double deviation, double high) {
  /**
   * Measures random scores.
   *
   * @param series whose steps are scored at random; their own scores do not matter but where they
   *     are NaN
   * @param seeds how many are tried, at least 2
   * @param measure what is measured, such as the score of a benchmark
   */
  public static RandomDetector measure(
      List<ScoredSeries> series, int seeds, ToDoubleFunction<List<ScoredSeries>> measure) {
    double[] results = new double[seeds];
    for (int seed = 0; seed < seeds; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      results[seed] =
          measure.applyAsDouble(series.stream().map(one -> random(one, random)).toList());
    }
    Arrays.sort(results);
    double mean = Arrays.stream(results).average().orElse(Double.NaN);
    double variance = Arrays.stream(results).map(r -> (r - mean) * (r - mean)).sum() / (seeds - 1);
    double high = results[(int) Math.ceil(0.95 * seeds) - 1];
    return new RandomDetector(mean, Math.sqrt(variance), high);
  }

  private static ScoredSeries random(ScoredSeries series, SplittableRandom random) {
    double[] scores = new double[series.scores().length];
    for (int i = 0; i < scores.length; i++) {
      double score = random.nextDouble();
      scores[i] = Double.isNaN(series.scores()[i]) ? Double.NaN : score;
    }
    return series.withScores(scores);
  }

  /** Returns mean, spread and percentile in a line. */
  @Override
  public String toString() {
    return "random: mean %s ± %s, 95th percentile %s"
        .formatted(Figures.text(mean), Figures.text(deviation), Figures.text(high));
  }
}
