package dev.rondo.runtime.reference;

import dev.rondo.layer.Activation;
import java.util.Map;

/** The equation of a convolution over time, and of the maximum behind it, for one sequence. */
public record ReferenceConvolution(
    int inputs, int filters, int kernel, int stride, int pool, Activation activation) {
  /** Returns what comes out of the steps of one sequence. */
  public double[][] apply(Map<String, double[]> weights, String layer, double[][] x) {
    double[] weight = ReferenceWeights.get(weights, layer + ".weight");
    double[] bias = ReferenceWeights.get(weights, layer + ".bias");
    double[][] convolved = new double[(x.length + stride - 1) / stride][filters];
    for (int t = 0; t < convolved.length; t++) {
      for (int f = 0; f < filters; f++) {
        double sum = bias[f];
        for (int k = 0; k < kernel; k++) {
          int from = t * stride + k - (kernel - 1) / 2;
          for (int i = 0; from >= 0 && from < x.length && i < inputs; i++) {
            sum += weight[(f * inputs + i) * kernel + k] * x[from][i];
          }
        }
        convolved[t][f] = ReferenceLayers.activate(activation, sum);
      }
    }
    double[][] pooled = new double[(convolved.length + pool - 1) / pool][filters];
    for (int t = 0; t < pooled.length; t++) {
      for (int f = 0; f < filters; f++) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int p = t * pool; p < Math.min(convolved.length, (t + 1) * pool); p++) {
          largest = Math.max(largest, convolved[p][f]);
        }
        pooled[t][f] = largest;
      }
    }
    return pooled;
  }
}
