package dev.rondo.samples.anomaly;

import dev.rondo.runtime.series.NabProfile;
import dev.rondo.runtime.series.NabScore;
import dev.rondo.runtime.series.RandomDetector;
import dev.rondo.runtime.series.ScoredSeries;
import dev.rondo.runtime.series.VusPr;
import dev.rondo.samples.common.Results;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * How good scores are beside the windows that people marked, and beside those of detectors that
 * know little or nothing.
 *
 * @param nab the score of the Numenta Anomaly Benchmark, its threshold the best for all series
 * @param gaussian that of the windowed Gaussian
 * @param random that of random scores
 * @param vusPr the mean over the series
 * @param vusPrGaussian that of the windowed Gaussian
 * @param vusPrRandom that of random scores
 */
record Benchmark(
    NabScore nab,
    double gaussian,
    RandomDetector random,
    double vusPr,
    double vusPrGaussian,
    RandomDetector vusPrRandom) {
  private static final int SEEDS = 100;
  private static final int FEW_SEEDS = 10; // the volume takes longer, and hardly varies

  static Benchmark of(List<ScoredSeries> scored, List<ScoredSeries> gaussian) {
    return new Benchmark(
        NabScore.optimised(scored, NabProfile.STANDARD),
        NabScore.optimised(gaussian, NabProfile.STANDARD).score(),
        RandomDetector.measure(
            scored, SEEDS, random -> NabScore.optimised(random, NabProfile.STANDARD).score()),
        volume(scored),
        volume(gaussian),
        RandomDetector.measure(scored, FEW_SEEDS, Benchmark::volume));
  }

  private static double volume(List<ScoredSeries> series) {
    return series.stream()
        .mapToDouble(VusPr::of)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }

  /** Writes a table. */
  void print(PrintStream to) {
    line(to, "", "this model", "Gaussian", "random");
    line(
        to,
        "NAB score",
        text(nab.score()),
        text(gaussian),
        "%s, 95th percentile %s".formatted(text(random.mean()), text(random.high())));
    line(to, "VUS-PR", text(vusPr), text(vusPrGaussian), text(vusPrRandom.mean()));
  }

  private static void line(PrintStream to, String... cells) {
    to.println(
        String.format(Locale.ROOT, "%-12s %-12s %-12s %s", cells[0], cells[1], cells[2], cells[3])
            .stripTrailing());
  }

  private static String text(double figure) {
    return String.format(Locale.ROOT, Math.abs(figure) < 1 ? "%.3f" : "%.1f", figure);
  }

  Results results() {
    return new Results()
        .put("nab", nab.score())
        .put("nabThreshold", nab.threshold())
        .put("nabGaussian", gaussian)
        .put("nabRandom", random.mean())
        .put("nabRandom95", random.high())
        .put("vusPr", vusPr)
        .put("vusPrGaussian", vusPrGaussian)
        .put("vusPrRandom", vusPrRandom.mean());
  }
}
