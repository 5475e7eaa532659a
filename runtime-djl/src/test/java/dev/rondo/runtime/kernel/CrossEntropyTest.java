package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.engine.EngineException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrossEntropyTest {
  private static final int CLASSES = 5;
  private static final long[] TARGETS = {3, 0, 1, 4, 0, 2};

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final double[][] scores = scores();

  @AfterEach
  void free() {
    manager.close();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void theLossIsTheMeanOverAllPlaces(double smoothing) {
    float loss =
        GradMode.off(
            () ->
                CrossEntropy.mean(batch(), targets(), CrossEntropy.NOTHING, smoothing).getFloat());
    assertThat((double) loss).isWithin(1e-6).of(expected(scores, -1, smoothing));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void ignoredPlacesCountForNothing(double smoothing) {
    float loss = GradMode.off(() -> CrossEntropy.mean(batch(), targets(), 0, smoothing).getFloat());
    assertThat((double) loss).isWithin(1e-6).of(expected(scores, 0, smoothing));
  }

  @Test
  void placesCanStandInAnyDimensions() {
    NDArray flat = CrossEntropy.mean(batch(), targets(), 0, 0.2);
    NDArray steps =
        CrossEntropy.mean(batch().reshape(2, 3, CLASSES), targets().reshape(2, 3), 0, 0.2);
    assertThat(steps.getFloat()).isEqualTo(flat.getFloat());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void theGradientIsThatOfTheEquation(double smoothing) {
    float[] gradient;
    try (GradMode recording = GradMode.on()) {
      NDArray leaf = batch();
      leaf.setName("scores.of.a.step"); // a name with dots must not turn it into a dictionary
      leaf.setRequiresGradient(true);
      NDArray loss = CrossEntropy.mean(leaf, targets(), 0, smoothing);
      assertThat(loss.getManager()).isEqualTo(manager);
      assertThat(leaf.getName()).isEqualTo("scores.of.a.step");
      assertThat(recording).isNotNull();
      JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.create(1f), false, false);
      gradient = leaf.getGradient().toFloatArray();
    }
    for (int i = 0; i < gradient.length; i++) {
      double[] row = scores[i / CLASSES];
      double kept = row[i % CLASSES];
      row[i % CLASSES] = kept + 1e-5;
      double above = expected(scores, 0, smoothing);
      row[i % CLASSES] = kept - 1e-5;
      double below = expected(scores, 0, smoothing);
      row[i % CLASSES] = kept;
      assertWithMessage("score %s", i)
          .that((double) gradient[i])
          .isWithin(1e-6)
          .of((above - below) / 2e-5);
    }
  }

  @Test
  void whatDoesNotFitIsRefused() {
    NDArray few = manager.create(new long[] {1, 2});
    assertThat(refused(() -> CrossEntropy.mean(batch(), few, 0, 0)))
        .isEqualTo("targets has shape (2), expected (6)");
    assertThat(refused(() -> CrossEntropy.mean(targets(), few, 0, 0)))
        .isEqualTo("scores have shape (6), expected (…, classes)");
    assertThat(refused(() -> CrossEntropy.mean(batch(), targets(), 0, 1)))
        .isEqualTo("smoothing is 1.0, must be in [0, 1)");
    NDArray foreign = manager.create(new long[] {3, 0, 1, 5, 0, 2});
    assertThrows(
        EngineException.class, () -> GradMode.off(() -> CrossEntropy.mean(batch(), foreign, 0, 0)));
  }

  private static String refused(Runnable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  private static double expected(double[][] scores, int ignored, double smoothing) {
    double sum = 0;
    int counted = 0;
    for (int i = 0; i < scores.length; i++) {
      if (TARGETS[i] != ignored) {
        sum += ReferenceLayers.crossEntropy(scores[i], (int) TARGETS[i], smoothing);
        counted++;
      }
    }
    return sum / counted;
  }

  private static double[][] scores() {
    Random random = new Random(4);
    double[][] scores = new double[TARGETS.length][CLASSES];
    for (double[] row : scores) {
      for (int i = 0; i < CLASSES; i++) {
        row[i] = (float) (3 * random.nextGaussian());
      }
    }
    return scores;
  }

  private NDArray batch() {
    float[] flat = new float[TARGETS.length * CLASSES];
    for (int i = 0; i < flat.length; i++) {
      flat[i] = (float) scores[i / CLASSES][i % CLASSES];
    }
    return manager.create(flat, new Shape(TARGETS.length, CLASSES)).duplicate();
  }

  private NDArray targets() {
    return manager.create(TARGETS);
  }
}
