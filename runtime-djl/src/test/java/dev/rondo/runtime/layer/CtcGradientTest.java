package dev.rondo.runtime.layer;

import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.answer.Alignments;
import dev.rondo.runtime.kernel.CtcLoss;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gradients of the loss of transcripts, through the softmax, against differences of all paths. */
class CtcGradientTest {
  private static final int TOKENS = 3;
  private static final int[] STEPS = {4, 2, 1, 5};
  private static final int[][] LABELS = {{1, 1}, {2}, {}, {1, 2}};
  private static final float[] WEIGHTS = {0.5f, 1, 0.25f, 2};

  private static final class Scorer extends TypedNetwork {
    final DenseLayer dense = add(new DenseLayer("dense", 2, TOKENS, Activation.NONE));
  }

  private static float[] features() {
    Random random = new Random(5);
    float[] features = new float[24];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    return features;
  }

  /** -ln of the sum over all paths, one by one. */
  private static double loss(double[][] scores, int[] labels) {
    int steps = scores.length;
    double sum = 0;
    for (int number = 0; number < Math.pow(TOKENS, steps); number++) {
      int[] path = new int[steps];
      double probability = 1;
      for (int t = 0, rest = number; t < steps; t++, rest /= TOKENS) {
        path[t] = rest % TOKENS;
        double norm = 0;
        for (double score : scores[t]) {
          norm += Math.exp(score);
        }
        probability *= Math.exp(scores[t][path[t]]) / norm;
      }
      if (java.util.Arrays.equals(Alignments.collapsed(path), labels)) {
        sum += probability;
      }
    }
    return -Math.log(sum);
  }

  private static double reference(Map<String, double[]> weights) {
    double[] weight = Objects.requireNonNull(weights.get("dense.weight"));
    double[] bias = Objects.requireNonNull(weights.get("dense.bias"));
    float[] features = features();
    double sum = 0;
    for (int row = 0, step = 0; row < STEPS.length; row++) {
      double[][] scores = new double[STEPS[row]][TOKENS];
      for (int t = 0; t < STEPS[row]; t++, step++) {
        for (int k = 0; k < TOKENS; k++) {
          scores[t][k] =
              bias[k]
                  + weight[2 * k] * features[2 * step]
                  + weight[2 * k + 1] * features[2 * step + 1];
        }
      }
      sum += WEIGHTS[row] * loss(scores, LABELS[row]);
    }
    return sum;
  }

  @Test
  void gradientsAreThoseOfTheDefinition() {
    Scorer network = new Scorer();
    GradientCheck.assertGradients(
        network,
        pass ->
            CtcLoss.sum(
                network.dense.forward(pass, pass.manager().create(features(), new Shape(12, 2))),
                STEPS,
                LABELS,
                WEIGHTS),
        CtcGradientTest::reference);
  }
}
