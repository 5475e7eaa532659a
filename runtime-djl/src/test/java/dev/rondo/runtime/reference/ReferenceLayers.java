package dev.rondo.runtime.reference;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import java.util.Arrays;
import java.util.Map;

/** The equations of the layers that do not recur. */
public final class ReferenceLayers {
  private ReferenceLayers() {}

  /**
   * Looks tokens up.
   *
   * @param size features of a token's vector
   */
  public static double[][] embedding(
      Map<String, double[]> weights, String layer, int size, int[] tokens) {
    double[] table = ReferenceWeights.get(weights, layer + ".weight");
    double[][] steps = new double[tokens.length][size];
    for (int t = 0; t < tokens.length; t++) {
      System.arraycopy(table, tokens[t] * size, steps[t], 0, size);
    }
    return steps;
  }

  /** Returns activation(W x + b). */
  public static double[] dense(
      Map<String, double[]> weights, String layer, Activation activation, double[] x) {
    double[] result =
        Vectors.affine(
            ReferenceWeights.get(weights, layer + ".weight"),
            x,
            ReferenceWeights.get(weights, layer + ".bias"));
    for (int i = 0; i < result.length; i++) {
      result[i] = activate(activation, result[i]);
    }
    return result;
  }

  /** Returns (x - mean) / √(variance + 1e-5) ∘ weight + bias. */
  public static double[] layerNorm(Map<String, double[]> weights, String layer, double[] x) {
    double[] weight = ReferenceWeights.get(weights, layer + ".weight");
    double[] bias = ReferenceWeights.get(weights, layer + ".bias");
    double mean = Arrays.stream(x).average().orElseThrow();
    double variance = Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElseThrow();
    double[] result = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      result[i] = (x[i] - mean) / Math.sqrt(variance + 1e-5) * weight[i] + bias[i];
    }
    return result;
  }

  static double activate(Activation activation, double x) {
    return switch (activation) {
      case NONE -> x;
      case RELU -> Math.max(0, x);
      case TANH -> Math.tanh(x);
      case SIGMOID -> ReferenceCell.sigmoid(x);
      case GELU -> x * normalDistribution(x);
    };
  }

  /** Returns Φ(x) by its Taylor series around 0: 1/2 + φ(x) (x + x³/3 + x⁵/15 + …). */
  static double normalDistribution(double x) {
    double sum = 0;
    double term = x;
    for (int k = 1; k < 200; k++) {
      sum += term;
      term *= x * x / (2 * k + 1);
    }
    return 0.5 + sum * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
  }

  /** Makes one vector of the steps; attention has the weights of its layer. */
  public static double[] pool(
      Pooling pooling, Map<String, double[]> weights, String layer, double[][] steps) {
    double[] result = new double[steps[0].length];
    switch (pooling) {
      case LAST -> result = steps[steps.length - 1];
      case MEAN -> addWeighted(result, steps, equal(steps.length));
      case ATTENTION -> addWeighted(result, steps, attention(weights, layer, steps));
      case MAX -> {
        for (int i = 0; i < result.length; i++) {
          result[i] = Double.NEGATIVE_INFINITY;
          for (double[] step : steps) {
            result[i] = Math.max(result[i], step[i]);
          }
        }
      }
    }
    return result;
  }

  /** Returns the softmax cross entropy, its target smoothed over all classes. */
  public static double crossEntropy(double[] scores, int expected, double smoothing) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    double loss = 0;
    for (int i = 0; i < scores.length; i++) {
      double target = (i == expected ? 1 - smoothing : 0) + smoothing / scores.length;
      loss -= target * (scores[i] - Math.log(sum));
    }
    return loss;
  }

  private static double[] equal(int length) {
    double[] shares = new double[length];
    Arrays.fill(shares, 1.0 / length);
    return shares;
  }

  private static double[] attention(Map<String, double[]> weights, String layer, double[][] steps) {
    double[] query = ReferenceWeights.get(weights, layer + ".query");
    double[] shares = new double[steps.length];
    double sum = 0;
    for (int t = 0; t < steps.length; t++) {
      double[] key =
          Vectors.affine(
              ReferenceWeights.get(weights, layer + ".projection.weight"),
              steps[t],
              ReferenceWeights.get(weights, layer + ".projection.bias"));
      double score = 0;
      for (int i = 0; i < key.length; i++) {
        score += query[i] * Math.tanh(key[i]);
      }
      shares[t] = Math.exp(score);
      sum += shares[t];
    }
    for (int t = 0; t < steps.length; t++) {
      shares[t] /= sum;
    }
    return shares;
  }

  private static void addWeighted(double[] sum, double[][] steps, double[] shares) {
    for (int t = 0; t < steps.length; t++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += shares[t] * steps[t][i];
      }
    }
  }
}
