package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceBatchNorm;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceWeights;
import dev.rondo.runtime.train.Gradients;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batch normalization against its equation, over real steps only. */
class BatchNormLayerTest {
  private static final double KEPT = 0.9;

  private static final class Small extends TypedNetwork {
    final BatchNormLayer norm;
    final DenseLayer dense;

    Small(ReferenceBatchNorm like) {
      norm = add(new BatchNormLayer("norm", like.channels()));
      dense = add(new DenseLayer("dense", like.channels() * like.places(), 2, Activation.TANH));
    }
  }

  private static NDArray loss(Small network, Pass pass, double[][][] rows, int time) {
    NDArray real =
        network.dense.forward(pass, network.norm.forward(pass, padded(pass, rows, time))).real();
    return real.mul(real).sum();
  }

  private static double loss(
      ReferenceBatchNorm norm, Map<String, double[]> weights, double[][][] rows) {
    double sum = 0;
    for (double[] step : norm.ofBatch(weights, "norm", real(rows))) {
      for (double value : ReferenceLayers.dense(weights, "dense", Activation.TANH, step)) {
        sum += value * value;
      }
    }
    return sum;
  }

  private static double[][] real(double[][][] rows) {
    return Stream.of(rows).flatMap(Arrays::stream).toArray(double[][]::new);
  }

  /** What stands in the padding is far from anything real. */
  private static Sequences padded(Pass pass, double[][][] rows, int time) {
    int width = rows[0][0].length;
    float[] flat = new float[rows.length * time * width];
    Arrays.fill(flat, 1e4f);
    int[] lengths = new int[rows.length];
    for (int b = 0; b < rows.length; b++) {
      lengths[b] = rows[b].length;
      for (int t = 0; t < rows[b].length; t++) {
        for (int f = 0; f < width; f++) {
          flat[(b * time + t) * width + f] = (float) rows[b][t][f];
        }
      }
    }
    return new Sequences(
        pass.manager().create(flat, new Shape(rows.length, time, width)),
        new Lengths(pass.manager(), lengths, time));
  }

  @ParameterizedTest
  @CsvSource({"5, 1, 4", "5, 1, 7", "2, 6, 4", "3, 4, 9"})
  void gradientsAreThoseOfTheEquationOverRealSteps(int channels, int places, int time) {
    ReferenceBatchNorm reference = new ReferenceBatchNorm(channels, places);
    double[][][] rows = randomRows(new Random(9), channels * places, 4, 1, 2);
    Small network = new Small(reference);

    GradientCheck.assertGradients(
        network,
        pass -> loss(network, pass, rows, time),
        weights -> loss(reference, weights, rows));
  }

  @Test
  void runningOnesFollowTheBatchesAndAreWhatAnswersAreGivenBy() {
    ReferenceBatchNorm reference = new ReferenceBatchNorm(2, 3);
    Small network = new Small(reference);
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      double[] mean = {0, 0};
      double[] variance = {1, 1};
      for (int step = 0; step < 3; step++) {
        double[][][] rows = randomRows(new Random(step), 6, 3, 1);
        Gradients.of(host, pass -> loss(network, pass, rows, 5));
        follow(mean, reference.mean(real(rows)));
        follow(variance, reference.variance(real(rows)));
      }
      Map<String, double[]> weights = ReferenceWeights.of(host.weights());
      assertClose(kept(weights, "norm.running_mean"), mean);
      assertClose(kept(weights, "norm.running_var"), variance);

      double[][][] rows = randomRows(new Random(7), 6, 2, 4);
      host.compute(
          pass -> {
            assertSteps(
                network.norm.forward(pass, padded(pass, rows, 5)),
                Stream.of(rows)
                    .map(row -> reference.byRunning(weights, "norm", row))
                    .toArray(double[][][]::new));
            return pass;
          });
    }
  }

  private static double[] kept(Map<String, double[]> weights, String name) {
    return Objects.requireNonNull(weights.get(name));
  }

  private static void follow(double[] running, double[] batch) {
    for (int i = 0; i < running.length; i++) {
      running[i] = KEPT * running[i] + (1 - KEPT) * batch[i];
    }
  }

  private static void assertClose(double[] found, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat(found[i]).isWithin(1e-6).of(expected[i]);
    }
  }

  @Test
  void oneVectorIsBroughtByTheRunningOnesAndLeavesThemAsTheyAre() {
    ReferenceBatchNorm reference = new ReferenceBatchNorm(3, 1);
    Small network = new Small(reference);
    try (NetworkHost host =
        NetworkHost.restore(
            network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.5, 3))) {
      host.weight("norm.running_var").muli(0).addi(2);
      Map<String, double[]> weights = ReferenceWeights.of(host.weights());
      double[][][] rows = randomRows(new Random(1), 3, 1);
      float[][] found = new float[1][];
      Gradients.of(
          host,
          pass -> {
            NDArray real = network.norm.forward(pass, padded(pass, rows, 2)).real();
            found[0] = real.toFloatArray();
            return real.sum();
          });

      double[] expected = reference.byRunning(weights, "norm", rows[0])[0];
      for (int i = 0; i < 3; i++) {
        assertThat((double) found[0][i]).isWithin(1e-5).of(expected[i]);
      }
      assertThat(kept(ReferenceWeights.of(host.weights()), "norm.running_mean"))
          .isEqualTo(kept(weights, "norm.running_mean"));
    }
  }
}
