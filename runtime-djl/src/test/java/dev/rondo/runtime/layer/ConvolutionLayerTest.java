package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.reference.ReferenceConvolution;
import dev.rondo.runtime.reference.ReferenceLayers;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The convolution over time against its equation: alone, padded, and its gradients. */
class ConvolutionLayerTest {
  private static ConvolutionLayer layer(int kernel, int stride, int pool, Activation activation) {
    return ConvolutionLayer.builder("convolution")
        .setInputs(3)
        .setFilters(4)
        .setKernel(kernel)
        .optStride(stride)
        .optPool(pool)
        .optActivation(activation)
        .build();
  }

  private static double[][] expected(
      Map<String, double[]> weights, ReferenceConvolution convolution, double[][] row) {
    return convolution.apply(weights, "convolution", row);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, NONE",
    "2, 1, 1, RELU",
    "3, 1, 1, RELU",
    "3, 2, 1, TANH",
    "3, 1, 2, RELU",
    "4, 3, 2, NONE",
    "5, 2, 3, RELU",
    "5, 7, 1, NONE",
    "1, 3, 1, GELU",
    "2, 9, 2, NONE",
    "11, 2, 1, SIGMOID",
    "3, 1, 20, NONE"
  })
  void equalsItsEquationAloneAndAmongLongerOnes(
      int kernel, int stride, int pool, Activation activation) {
    Random random = new Random(kernel);
    ConvolutionLayer layer = layer(kernel, stride, pool, activation);
    ReferenceConvolution reference =
        new ReferenceConvolution(3, 4, kernel, stride, pool, activation);
    try (LayerFixture fixture = new LayerFixture(5, layer)) {
      double[][][] rows = randomRows(random, 3, 1, 2, 3, 4, 5, 6, 7, 11, 12);
      double[][][] expected = new double[rows.length][][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] = expected(fixture.weights(), reference, rows[b]);
        Sequences alone = layer.forward(fixture.pass(), fixture.alone(rows[b]));
        assertSteps(alone, new double[][][] {expected[b]});
        assertThat(alone.lengths().real()).asList().containsExactly(expected[b].length);
      }
      for (int time : new int[] {12, 13, 17, 24}) {
        Sequences padded = layer.forward(fixture.pass(), fixture.sequences(rows, time, random));
        assertSteps(padded, expected);
        for (int b = 0; b < rows.length; b++) {
          assertThat(padded.lengths().real()[b]).isEqualTo(expected[b].length);
        }
      }
    }
  }

  @Test
  void severalAreExactOneBehindTheOther() {
    Random random = new Random(8);
    ConvolutionLayer first = layer(3, 2, 2, Activation.RELU);
    ConvolutionLayer second =
        ConvolutionLayer.builder("second").setInputs(4).setFilters(2).setKernel(4).build();
    ReferenceConvolution one = new ReferenceConvolution(3, 4, 3, 2, 2, Activation.RELU);
    ReferenceConvolution two = new ReferenceConvolution(4, 2, 4, 1, 1, Activation.NONE);
    try (LayerFixture fixture = new LayerFixture(6, first, second)) {
      double[][][] rows = randomRows(random, 3, 1, 9, 16, 3);
      double[][][] expected = new double[rows.length][][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] =
            two.apply(fixture.weights(), "second", expected(fixture.weights(), one, rows[b]));
      }
      Sequences padded = fixture.sequences(rows, 19, random);

      assertSteps(second.forward(fixture.pass(), first.forward(fixture.pass(), padded)), expected);
    }
  }

  private static final class Small extends TypedNetwork {
    final ConvolutionLayer convolution;
    final DenseLayer dense = add(new DenseLayer("dense", 4, 2, Activation.TANH));

    Small(int kernel, int stride, int pool) {
      convolution = add(layer(kernel, stride, pool, Activation.TANH));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1", "4, 2, 1", "3, 2, 2", "2, 3, 1", "5, 1, 3"})
  void gradientsAreThoseOfTheEquationWhateverThePadding(int kernel, int stride, int pool) {
    Small network = new Small(kernel, stride, pool);
    ReferenceConvolution reference =
        new ReferenceConvolution(3, 4, kernel, stride, pool, Activation.TANH);
    double[][][] rows = randomRows(new Random(9), 3, 7, 2, 4);
    GradientCheck.assertGradients(
        network,
        pass -> {
          Sequences steps = padded(pass, rows, 10, new Random(1));
          Sequences out = network.dense.forward(pass, network.convolution.forward(pass, steps));
          NDArray real = out.real();
          return real.mul(real).sum();
        },
        weights -> {
          double sum = 0;
          for (double[][] row : rows) {
            for (double[] step : reference.apply(weights, "convolution", row)) {
              for (double value : ReferenceLayers.dense(weights, "dense", Activation.TANH, step)) {
                sum += value * value;
              }
            }
          }
          return sum;
        });
  }

  private static Sequences padded(Pass pass, double[][][] rows, int time, Random garbage) {
    float[] flat = new float[rows.length * time * 3];
    int[] lengths = new int[rows.length];
    for (int b = 0, i = 0; b < rows.length; b++) {
      lengths[b] = rows[b].length;
      for (int t = 0; t < time; t++) {
        for (int f = 0; f < 3; f++, i++) {
          flat[i] = (float) (t < rows[b].length ? rows[b][t][f] : 6 * garbage.nextDouble() - 3);
        }
      }
    }
    return new Sequences(
        pass.manager().create(flat, new Shape(rows.length, time, 3)),
        new Lengths(pass.manager(), lengths, time));
  }

  @Test
  void sizesThatWereNotSetAreTold() {
    ConvolutionLayer.Builder builder =
        ConvolutionLayer.builder("convolution").setInputs(3).setFilters(4);

    assertThat(assertThrows(IllegalArgumentException.class, builder::build))
        .hasMessageThat()
        .isEqualTo("kernel is 0, must be at least 1");
    builder.setKernel(3).optStride(0);
    assertThat(assertThrows(IllegalArgumentException.class, builder::build))
        .hasMessageThat()
        .isEqualTo("stride is 0, must be at least 1");
  }
}
