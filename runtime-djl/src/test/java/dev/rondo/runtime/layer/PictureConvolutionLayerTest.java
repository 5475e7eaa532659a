package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferencePictureConvolution;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The convolution over pictures against its equation: alone, padded, and its gradients. */
class PictureConvolutionLayerTest {
  private static PictureConvolutionLayer layer(ReferencePictureConvolution like) {
    return PictureConvolutionLayer.builder("convolution")
        .setPictures(like.channels(), like.height(), like.width())
        .setFilters(like.filters())
        .setKernel(like.kernel())
        .optStride(like.stride())
        .optPool(like.pool())
        .optActivation(like.activation())
        .build();
  }

  @Property(tries = 40, seed = "7")
  void equalsItsEquationAloneAndAmongLongerOnes(
      @ForAll @IntRange(min = 1, max = 3) int channels,
      @ForAll @IntRange(min = 1, max = 9) int height,
      @ForAll @IntRange(min = 1, max = 9) int width,
      @ForAll @IntRange(min = 1, max = 6) int kernel,
      @ForAll @IntRange(min = 1, max = 4) int stride,
      @ForAll @IntRange(min = 1, max = 4) int pool,
      @ForAll Activation activation) {
    ReferencePictureConvolution reference =
        new ReferencePictureConvolution(
            channels, height, width, 4, kernel, stride, pool, activation);
    Random random = new Random(kernel);
    PictureConvolutionLayer layer = layer(reference);
    try (LayerFixture fixture = new LayerFixture(5, layer)) {
      double[][][] rows = randomRows(random, channels * height * width, 1, 3, 2);
      double[][][] expected = new double[rows.length][][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] =
            Arrays.stream(rows[b])
                .map(step -> reference.apply(fixture.weights(), "convolution", step))
                .toArray(double[][]::new);
        Sequences alone = layer.forward(fixture.pass(), fixture.alone(rows[b]));
        assertSteps(alone, new double[][][] {expected[b]});
      }
      for (int time : new int[] {3, 5}) {
        Sequences padded = layer.forward(fixture.pass(), fixture.sequences(rows, time, random));
        assertSteps(padded, expected);
        assertThat(padded.lengths().real()).asList().containsExactly(1, 3, 2).inOrder();
      }
    }
  }

  private static final class Small extends TypedNetwork {
    final PictureConvolutionLayer convolution;
    final DenseLayer dense;

    Small(ReferencePictureConvolution like) {
      convolution = add(layer(like));
      dense = add(new DenseLayer("dense", like.features(), 2, Activation.TANH));
    }
  }

  @ParameterizedTest
  @CsvSource({"3, 1, 1, TANH", "2, 2, 1, GELU", "3, 1, 2, TANH", "4, 2, 3, GELU"})
  void gradientsAreThoseOfTheEquationWhateverThePadding(
      int kernel, int stride, int pool, Activation activation) {
    ReferencePictureConvolution reference =
        new ReferencePictureConvolution(2, 4, 5, 3, kernel, stride, pool, activation);
    Small network = new Small(reference);
    double[][][] rows = randomRows(new Random(9), 40, 2, 1);
    GradientCheck.assertGradients(
        network,
        pass -> {
          Sequences out =
              network.dense.forward(pass, network.convolution.forward(pass, padded(pass, rows, 4)));
          NDArray real = out.real();
          return real.mul(real).sum();
        },
        weights -> {
          double sum = 0;
          for (double[][] row : rows) {
            for (double[] step : row) {
              double[] seen = reference.apply(weights, "convolution", step);
              for (double value : ReferenceLayers.dense(weights, "dense", Activation.TANH, seen)) {
                sum += value * value;
              }
            }
          }
          return sum;
        });
  }

  /** What stands in the padding is far from anything that is computed. */
  private static Sequences padded(Pass pass, double[][][] rows, int time) {
    int width = rows[0][0].length;
    float[] flat = new float[rows.length * time * width];
    Arrays.fill(flat, 1e6f);
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

  @Test
  void sizesThatWereNotSetAreTold() {
    PictureConvolutionLayer.Builder builder =
        PictureConvolutionLayer.builder("convolution").setFilters(4).setKernel(3);

    assertThat(assertThrows(IllegalArgumentException.class, builder::build))
        .hasMessageThat()
        .isEqualTo("channels is 0, must be at least 1");
  }
}
