package dev.rondo.runtime.data.sound;

/**
 * Triangles over the frequencies of a transform that lie evenly on the mel scale (Stevens, Volkmann
 * and Newman 1937), equations as in {@link dev.rondo.data.Audio}. Immutable.
 */
final class MelBands {
  private final int[] first;
  private final double[][] weights;

  private static final double MULTIPLIED = 0.6;

  /**
   * Prepares.
   *
   * @param warp by what frequencies are multiplied where a band is looked for; 1 for not
   */
  MelBands(SoundSettings settings, double warp) {
    int bins = settings.transform() / 2 + 1;
    double low = mel(settings.lowest());
    double high = mel(settings.top());
    double[] edges = new double[settings.bands() + 2];
    for (int b = 0; b < edges.length; b++) {
      edges[b] = warped(hertz(low + (high - low) * b / (edges.length - 1)), warp, settings.top());
    }
    first = new int[settings.bands()];
    weights = new double[settings.bands()][];
    double bin = settings.rate() / (double) settings.transform();
    for (int b = 0; b < first.length; b++) {
      int from = (int) Math.max(0, Math.floor(edges[b] / bin));
      int to = (int) Math.min(bins - 1, Math.ceil(edges[b + 2] / bin));
      first[b] = from;
      weights[b] = new double[to - from + 1];
      for (int k = from; k <= to; k++) {
        double rising = (k * bin - edges[b]) / (edges[b + 1] - edges[b]);
        double falling = (edges[b + 2] - k * bin) / (edges[b + 2] - edges[b + 1]);
        weights[b][k - from] = Math.max(0, Math.min(rising, falling));
      }
    }
  }

  /** In a line from 0 to a bend, and in another one from there to the top, which stays. */
  private static double warped(double hertz, double warp, double top) {
    double image = MULTIPLIED * top * Math.min(warp, 1);
    double bend = image / warp;
    return hertz <= bend || bend >= top
        ? hertz * warp
        : top - (top - image) / (top - bend) * (top - hertz);
  }

  private static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  private static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }

  /** Writes the energy of each band. */
  void sum(double[] power, double[] bands) {
    for (int b = 0; b < bands.length; b++) {
      double[] weight = weights[b];
      double sum = 0;
      for (int k = 0; k < weight.length; k++) {
        sum += weight[k] * power[first[b] + k];
      }
      bands[b] = sum;
    }
  }
}
