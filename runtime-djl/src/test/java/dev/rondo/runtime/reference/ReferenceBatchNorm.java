package dev.rondo.runtime.reference;

import java.util.Map;

/**
 * The equation of batch normalization, for vectors whose features are so many channels of so many
 * places each.
 */
public record ReferenceBatchNorm(int channels, int places) {
  private static final double EPSILON = 1e-5;

  /** Returns vectors brought to mean and variance over all of them. */
  public double[][] ofBatch(Map<String, double[]> weights, String layer, double[][] x) {
    double[] mean = mean(x);
    double[] variance = new double[channels];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        double off = row[i] - mean[i / places];
        variance[i / places] += off * off / (x.length * places);
      }
    }
    return by(mean, variance, weights, layer, x);
  }

  /** Returns vectors brought to the mean and variance that the layer keeps. */
  public double[][] byRunning(Map<String, double[]> weights, String layer, double[][] x) {
    return by(
        ReferenceWeights.get(weights, layer + ".running_mean"),
        ReferenceWeights.get(weights, layer + ".running_var"),
        weights,
        layer,
        x);
  }

  private double[][] by(
      double[] mean, double[] variance, Map<String, double[]> weights, String layer, double[][] x) {
    double[] weight = ReferenceWeights.get(weights, layer + ".weight");
    double[] bias = ReferenceWeights.get(weights, layer + ".bias");
    double[][] y = new double[x.length][x[0].length];
    for (int r = 0; r < x.length; r++) {
      for (int i = 0; i < x[r].length; i++) {
        int c = i / places;
        y[r][i] = (x[r][i] - mean[c]) / Math.sqrt(variance[c] + EPSILON) * weight[c] + bias[c];
      }
    }
    return y;
  }

  /** Returns the mean of each channel. */
  public double[] mean(double[][] x) {
    double[] mean = new double[channels];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        mean[i / places] += row[i] / (x.length * places);
      }
    }
    return mean;
  }

  /** Returns the variance of each channel, over one less than there are. */
  public double[] variance(double[][] x) {
    double[] mean = mean(x);
    double[] variance = new double[channels];
    for (double[] row : x) {
      for (int i = 0; i < row.length; i++) {
        double off = row[i] - mean[i / places];
        variance[i / places] += off * off / (x.length * places - 1);
      }
    }
    return variance;
  }
}
