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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1})
  void theLossOfADenseLayerAndItsGradientsAreThoseOfTheEquation(double smoothing) {
    int rows = 600;
    int part = 256; // three of them, the last one shorter
    Random random = new Random(9);
    double[] values = gaussians(random, rows * 3);
    double[] weight = gaussians(random, CLASSES * 3);
    double[] bias = gaussians(random, CLASSES);
    long[] next = random.longs(rows, 0, CLASSES).toArray();
    List<float[]> gradients = new ArrayList<>();
    try (GradMode recording = GradMode.on()) {
      NDArray x = leaf(values, new Shape(rows, 3));
      NDArray u = array(weight, new Shape(CLASSES, 3));
      NDArray b = array(bias, new Shape(CLASSES));
      CrossEntropy.DenseGradients written = written(part, 3, Float.NaN);
      NDArray loss = CrossEntropy.ofDense(x, u, b, manager.create(next), smoothing, written);
      assertThat(recording).isNotNull();
      assertThat(loss.getManager()).isEqualTo(manager);
      assertThat((double) loss.getFloat())
          .isWithin(1e-6)
          .of(ofDense(values, weight, bias, next, smoothing));
      // twice the loss has twice the gradients
      JniUtils.backward((PtNDArray) loss, (PtNDArray) manager.create(2f), false, false);
      NDArray factor = written.factor().getGradient();
      Stream.of(x.getGradient(), written.weight().mul(factor), written.bias().mul(factor))
          .forEach(gradient -> gradients.add(gradient.toFloatArray()));
    }
    List<double[]> arrays = List.of(values, weight, bias);
    for (int a = 0; a < arrays.size(); a++) {
      double[] array = arrays.get(a);
      for (int i = 0; i < array.length; i += 1 + array.length / 100) {
        double kept = array[i];
        array[i] = kept + 1e-4;
        double above = ofDense(values, weight, bias, next, smoothing);
        array[i] = kept - 1e-4;
        double below = ofDense(values, weight, bias, next, smoothing);
        array[i] = kept;
        assertWithMessage("array %s, value %s", a, i)
            .that((double) gradients.get(a)[i])
            .isWithin(1e-6)
            .of((above - below) / 1e-4);
      }
    }
  }

  @Test
  void scoresOfADenseLayerMayBeFarApart() {
    NDArray x = manager.create(new float[] {100, -100}, new Shape(2, 1));
    NDArray u = manager.create(new float[] {10, 0, -10}, new Shape(3, 1));
    NDArray b = manager.create(new float[] {0, 0, 0});
    CrossEntropy.DenseGradients written =
        new CrossEntropy.DenseGradients(
            manager.zeros(new Shape(3, 1)),
            manager.zeros(new Shape(3)),
            manager.zeros(CrossEntropy.scores(2, 3)),
            manager.ones(new Shape()));
    float loss =
        CrossEntropy.ofDense(x, u, b, manager.create(new long[] {2, 2}), 0, written).getFloat();
    assertThat(loss).isEqualTo(1000f); // the first is wrong by 2000, the second right
  }

  @Test
  void thatManyScoresAreMadeAtATime() {
    assertThat(CrossEntropy.scores(10, 5)).isEqualTo(new Shape(10, 16));
    assertThat(CrossEntropy.scores(2000, 16)).isEqualTo(new Shape(1024, 16));
    assertThat(CrossEntropy.scores(2000, 50_000)).isEqualTo(new Shape(335, 50_000));
    assertThat(CrossEntropy.scores(2000, 20_000_000)).isEqualTo(new Shape(1, 20_000_000));
  }

  /** Memory for gradients, full of a value that must not be found in them. */
  private CrossEntropy.DenseGradients written(int part, int features, float rest) {
    NDArray factor = manager.ones(new Shape());
    factor.setRequiresGradient(true);
    return new CrossEntropy.DenseGradients(
        manager.full(new Shape(CLASSES, features), rest),
        manager.full(new Shape(CLASSES), rest),
        manager.full(CrossEntropy.scores(part, CLASSES), rest),
        factor);
  }

  private NDArray leaf(double[] values, Shape shape) {
    NDArray leaf = array(values, shape);
    leaf.setRequiresGradient(true);
    return leaf;
  }

  private NDArray array(double[] values, Shape shape) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return manager.create(floats, shape).duplicate();
  }

  /** Values that are the same in float32. */
  private static double[] gaussians(Random random, int count) {
    return IntStream.range(0, count).mapToDouble(i -> (float) random.nextGaussian()).toArray();
  }

  private static double ofDense(
      double[] values, double[] weight, double[] bias, long[] next, double smoothing) {
    int features = values.length / next.length;
    double sum = 0;
    for (int row = 0; row < next.length; row++) {
      double[] scores = bias.clone();
      for (int i = 0; i < scores.length * features; i++) {
        scores[i / features] += weight[i] * values[row * features + i % features];
      }
      sum += ReferenceLayers.crossEntropy(scores, (int) next[row], smoothing);
    }
    return sum / next.length;
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
    NDArray weight = manager.zeros(new Shape(7, CLASSES));
    NDArray bias = manager.zeros(new Shape(7));
    CrossEntropy.DenseGradients into = written(6, CLASSES, 0);
    assertThat(refused(() -> CrossEntropy.ofDense(batch(), weight, bias, few, 0, into)))
        .isEqualTo("targets has shape (2), expected (6)");
    assertThat(refused(() -> CrossEntropy.ofDense(batch(), batch(), bias, targets(), 0, into)))
        .isEqualTo("bias has shape (7), expected (6)");
    assertThat(refused(() -> CrossEntropy.ofDense(batch(), weight, bias, targets(), 0, into)))
        .isEqualTo("gradient of the weight has shape (5, 5), expected (7, 5)");
    NDArray square = manager.zeros(new Shape(CLASSES, CLASSES));
    NDArray five = manager.zeros(new Shape(CLASSES));
    CrossEntropy.DenseGradients narrow =
        new CrossEntropy.DenseGradients(square, five, square, into.factor());
    assertThat(refused(() -> CrossEntropy.ofDense(batch(), square, five, targets(), 0, narrow)))
        .isEqualTo("memory for scores has shape (5, 5), expected (5, 16)");
    assertThat(refused(() -> CrossEntropy.ofDense(batch(), square, five, targets(), -1, into)))
        .isEqualTo("smoothing is -1.0, must be in [0, 1)");
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
