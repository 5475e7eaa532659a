package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.reference.ReferenceLayers;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The losses and their gradients against their equations in double. */
class LossesTest {
  private final NDManager manager = Torch.newManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.9})
  void crossEntropyEqualsItsEquation(double smoothing) {
    Random random = new Random(1);
    float[] scores = new float[4 * 5];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) (4 * random.nextGaussian());
    }
    int[] expected = {3, 0, 4, 1};
    double loss = 0;
    double[] gradient = new double[scores.length];
    for (int b = 0; b < 4; b++) {
      double[] row = new double[5];
      double sum = 0;
      for (int i = 0; i < 5; i++) {
        row[i] = scores[b * 5 + i];
        sum += Math.exp(row[i]);
      }
      loss += ReferenceLayers.crossEntropy(row, expected[b], smoothing) / 4;
      for (int i = 0; i < 5; i++) {
        double target = (i == expected[b] ? 1 - smoothing : 0) + smoothing / 5;
        gradient[b * 5 + i] = (Math.exp(row[i]) / sum - target) / 4;
      }
    }
    NDArray classes = manager.create(new long[] {3, 0, 4, 1});

    assertLoss(
        manager.create(scores, new Shape(4, 5)),
        x -> Losses.crossEntropy(x, classes, smoothing),
        loss,
        gradient);
  }

  @Test
  void crossEntropyOfLargeScoresStaysFinite() {
    NDArray scores = manager.create(new float[] {1000, -1000}, new Shape(1, 2));
    NDArray classes = manager.create(new long[] {1});
    assertLoss(scores, x -> Losses.crossEntropy(x, classes, 0), 2000, new double[] {1, -1});
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1", "0, 0", "100, 1", "100, 0", "-100, 1", "-100, 0", "15, 1", "-15, 0", "1.5, 0", "-2, 1",
    "30, 1", "-30, 0"
  })
  void binaryCrossEntropyEqualsItsEquation(double score, double expected) {
    for (double smoothing : new double[] {0, 0.2}) {
      double target = expected * (1 - smoothing) + smoothing / 2;
      double loss =
          target * Math.log1p(Math.exp(-Math.abs(score)))
              + (1 - target) * Math.log1p(Math.exp(-Math.abs(score)))
              + (score > 0 ? (1 - target) * score : -target * score);
      NDArray targets = manager.create(new float[] {(float) expected}, new Shape(1, 1));

      assertLoss(
          manager.create(new float[] {(float) score}, new Shape(1, 1)),
          x -> Losses.binaryCrossEntropy(x, targets, smoothing),
          loss,
          new double[] {1 / (1 + Math.exp(-score)) - target});
    }
  }

  @Test
  void binaryCrossEntropyIsTheMeanOverTheBatch() {
    NDArray scores = manager.create(new float[] {0, 2, -1}, new Shape(3, 1));
    NDArray expected = manager.create(new float[] {1, 0, 1}, new Shape(3, 1));
    double mean = (Math.log(2) + Math.log1p(Math.exp(2)) + Math.log1p(Math.exp(1))) / 3;
    assertThat((double) Losses.binaryCrossEntropy(scores, expected, 0).getFloat())
        .isWithin(1e-6)
        .of(mean);
  }

  /** Asserts a loss to 1e-6 of its size, however small, and its gradient to 1e-6. */
  private static void assertLoss(
      NDArray scores, UnaryOperator<NDArray> function, double expected, double[] gradient) {
    GradMode recording = GradMode.on();
    try {
      scores.setRequiresGradient(true);
      NDArray loss = function.apply(scores);
      assertWithMessage("loss")
          .that((double) loss.getFloat())
          .isWithin(1e-6 * expected + 1e-9)
          .of(expected);
      JniUtils.backward((PtNDArray) loss, (PtNDArray) loss.onesLike(), false, false);
      float[] actual = scores.getGradient().toFloatArray();
      for (int i = 0; i < gradient.length; i++) {
        assertWithMessage("gradient at " + i)
            .that((double) actual[i])
            .isWithin(1e-6)
            .of(gradient[i]);
      }
    } finally {
      recording.close();
    }
  }
}
