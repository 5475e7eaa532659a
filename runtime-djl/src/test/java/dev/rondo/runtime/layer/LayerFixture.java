package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.Map;
import java.util.Random;

/** Layers with random weights on the CPU, and a pass to run them in. */
final class LayerFixture implements AutoCloseable {
  private final NetworkHost host;
  private final NDManager scratch;

  LayerFixture(long seed, Layer... layers) {
    Model network = new Model(layers);
    host =
        NetworkHost.restore(
            network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, seed));
    scratch = host.manager().newSubManager();
  }

  Pass pass() {
    return new InferencePass(scratch, false);
  }

  Map<String, double[]> weights() {
    return ReferenceWeights.of(host.weights());
  }

  /** Sets all values of the weights whose names begin so. */
  void setAll(String prefix, float value) {
    for (Parameter parameter : host.network().getDirectParameters().values()) {
      if (parameter.getName().startsWith(prefix)) {
        parameter.getArray().muli(0).addi(value);
      }
    }
  }

  NetworkHost host() {
    return host;
  }

  NDManager manager() {
    return scratch;
  }

  @Override
  public void close() {
    host.close();
  }

  /**
   * Makes a batch.
   *
   * @param time the steps of the batch, at least those of the longest sequence
   * @param garbage fills the padding with random numbers up to 3
   */
  Sequences sequences(double[][][] rows, int time, Random garbage) {
    int features = rows[0][0].length;
    float[] flat = new float[rows.length * time * features];
    int[] lengths = new int[rows.length];
    for (int b = 0, i = 0; b < rows.length; b++) {
      lengths[b] = rows[b].length;
      for (int t = 0; t < time; t++) {
        for (int f = 0; f < features; f++, i++) {
          flat[i] = (float) (t < rows[b].length ? rows[b][t][f] : 6 * garbage.nextDouble() - 3);
        }
      }
    }
    return new Sequences(
        scratch.create(flat, new Shape(rows.length, time, features)),
        new Lengths(scratch, lengths, time));
  }

  /** Makes a batch of one row, without padding. */
  Sequences alone(double[][] row) {
    return sequences(new double[][][] {row}, row.length, new Random(0));
  }

  /** Returns random numbers in ±1 that float can hold: (length) vectors for each length. */
  static double[][][] randomRows(Random random, int features, int... lengths) {
    double[][][] rows = new double[lengths.length][][];
    for (int b = 0; b < rows.length; b++) {
      rows[b] = new double[lengths[b]][features];
      for (double[] step : rows[b]) {
        for (int f = 0; f < features; f++) {
          step[f] = (float) (2 * random.nextDouble() - 1);
        }
      }
    }
    return rows;
  }

  static int longest(double[][][] rows) {
    int time = 0;
    for (double[][] row : rows) {
      time = Math.max(time, row.length);
    }
    return time;
  }

  /** Asserts that the real steps are what is expected, to 1e-5 of the largest number. */
  static void assertSteps(Sequences actual, double[][][] expected) {
    NDArray values = actual.values();
    assertThat(values.getShape())
        .isEqualTo(new Shape(expected.length, values.getShape().get(1), expected[0][0].length));
    float[] flat = values.toFloatArray();
    int time = Math.toIntExact(values.getShape().get(1));
    int features = expected[0][0].length;
    for (int b = 0; b < expected.length; b++) {
      for (int t = 0; t < expected[b].length; t++) {
        int from = (b * time + t) * features;
        assertClose("row " + b + ", step " + t, flat, from, expected[b][t]);
      }
    }
  }

  /** Asserts that each row's vector is what is expected, to 1e-5 of the largest number. */
  static void assertVectors(NDArray actual, double[][] expected) {
    assertThat(actual.getShape()).isEqualTo(new Shape(expected.length, expected[0].length));
    float[] flat = actual.toFloatArray();
    for (int b = 0; b < expected.length; b++) {
      assertClose("row " + b, flat, b * expected[b].length, expected[b]);
    }
  }

  private static void assertClose(String where, float[] actual, int from, double[] expected) {
    double scale = 1;
    for (double value : expected) {
      scale = Math.max(scale, Math.abs(value));
    }
    for (int f = 0; f < expected.length; f++) {
      assertWithMessage(where + ", feature " + f)
          .that((double) actual[from + f])
          .isWithin(1e-5 * scale)
          .of(expected[f]);
    }
  }
}
