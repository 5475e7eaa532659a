package dev.rondo.runtime.reference;

import dev.rondo.layer.AttentionScore;
import java.util.Map;

/**
 * Attention, equation by equation: scores, weights, the mean of the memory, and the output.
 *
 * @param layer the name its weights begin with
 */
public record ReferenceAttention(
    AttentionScore score, String layer, Map<String, double[]> weights) {

  /** Returns how much each step of the memory weighs, e^score over the sum of all e^score. */
  public double[] shares(double[] state, double[][] memory) {
    double[] shares = new double[memory.length];
    double sum = 0;
    for (int s = 0; s < memory.length; s++) {
      shares[s] = Math.exp(score(state, memory[s]));
      sum += shares[s];
    }
    for (int s = 0; s < memory.length; s++) {
      shares[s] /= sum;
    }
    return shares;
  }

  private double score(double[] state, double[] step) {
    double[] none = new double[state.length];
    return switch (score) {
      case DOT -> dot(state, step);
      case GENERAL -> dot(state, Vectors.affine(weight("key"), step, none));
      case ADDITIVE -> {
        double[] sum =
            Vectors.sum(
                Vectors.affine(weight("query"), state, none),
                Vectors.affine(weight("key"), step, none));
        for (int i = 0; i < sum.length; i++) {
          sum[i] = Math.tanh(sum[i]);
        }
        yield dot(weight("energy"), sum);
      }
    };
  }

  /** Returns tanh(W [c; h]) with the weighted mean c of the memory. */
  public double[] output(double[] state, double[][] memory) {
    double[] shares = shares(state, memory);
    double[] mean = new double[memory[0].length];
    for (int s = 0; s < memory.length; s++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += shares[s] * memory[s][i];
      }
    }
    double[] output =
        Vectors.affine(weight("output"), Vectors.joined(mean, state), new double[state.length]);
    for (int i = 0; i < output.length; i++) {
      output[i] = Math.tanh(output[i]);
    }
    return output;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private double[] weight(String name) {
    return ReferenceWeights.get(weights, layer + "." + name + ".weight");
  }
}
