package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.metric.HeadTargets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The losses of heads against their equations, computed here row by row in double; their gradients
 * against central differences of these equations.
 */
class HeadLossesTest {
  private static final float[] NONE = {};
  private static final double NAN = Double.NaN;
  private static final double STEP = 1e-5;

  private final NDManager manager = Torch.newManager(Device.cpu());

  @AfterEach
  void free() {
    manager.close();
  }

  /** Computes a loss of rows of scores and rows of targets. */
  private interface Equation {
    double of(double[][] scores, double[][] targets);
  }

  /** A loss, what it must be, and rows of targets that it is tried on. */
  private record Loss(
      String name, BinaryOperator<NDArray> actual, Equation equation, List<double[]> rows) {
    double[][] targets() {
      return rows.toArray(double[][]::new);
    }

    int width() {
      if (name.equals("quantiles")) {
        return 4 * rows.get(0).length;
      }
      return name.contains("lasses") ? 3 : rows.get(0).length;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static double logSoftmax(double[] scores, int i) {
    return scores[i] - Math.log(Arrays.stream(scores).map(Math::exp).sum());
  }

  private static Equation classes(double smoothing, double... weights) {
    return (scores, targets) -> {
      double sum = 0;
      double all = 0;
      for (int row = 0; row < scores.length; row++) {
        if (!Double.isNaN(targets[row][0])) {
          int right = (int) targets[row][0];
          sum -= (1 - smoothing) * weights[right] * logSoftmax(scores[row], right);
          for (int i = 0; i < weights.length; i++) {
            sum -= smoothing / weights.length * weights[i] * logSoftmax(scores[row], i);
          }
          all += weights[right];
        }
      }
      return all == 0 ? 0 : sum / all;
    };
  }

  private static Equation focalClasses(double... weights) {
    return (scores, targets) -> {
      double sum = 0;
      double all = 0;
      for (int row = 0; row < scores.length; row++) {
        if (!Double.isNaN(targets[row][0])) {
          int right = (int) targets[row][0];
          double logarithm = logSoftmax(scores[row], right);
          sum -= weights[right] * Math.pow(1 - Math.exp(logarithm), 2) * logarithm;
          all += weights[right];
        }
      }
      return all == 0 ? 0 : sum / all;
    };
  }

  /** Weights of no and yes, label by label. */
  private static Equation labels(double smoothing, boolean focal, double... weights) {
    return (scores, targets) -> {
      double sum = 0;
      double all = 0;
      for (int row = 0; row < scores.length; row++) {
        for (int i = 0; i < scores[row].length; i++) {
          double target = targets[row][i];
          if (!Double.isNaN(target)) {
            double yes = 1 / (1 + Math.exp(-scores[row][i]));
            double wanted = target * (1 - smoothing) + smoothing / 2;
            double loss = -wanted * Math.log(yes) - (1 - wanted) * Math.log(1 - yes);
            double weight = weights[2 * i + (int) target];
            double likely = target == 1 ? yes : 1 - yes;
            sum += weight * loss * (focal ? (1 - likely) * (1 - likely) : 1);
            all += weight;
          }
        }
      }
      return all == 0 ? 0 : sum / all;
    };
  }

  private static Equation numbers(ToDoubleFunction<Double> cost) {
    return (scores, targets) -> {
      double sum = 0;
      int all = 0;
      for (int row = 0; row < scores.length; row++) {
        for (int i = 0; i < scores[row].length; i++) {
          if (!Double.isNaN(targets[row][i])) {
            sum += cost.applyAsDouble(scores[row][i] - targets[row][i]);
            all++;
          }
        }
      }
      return all == 0 ? 0 : sum / all;
    };
  }

  /** Of the levels 0.2, 0.5, 0.7 and 0.95: the second score is the median. */
  private static double quantiles(double[][] scores, double[][] targets) {
    double[] levels = {0.2, 0.5, 0.7, 0.95};
    double sum = 0;
    int count = 0;
    for (int row = 0; row < scores.length; row++) {
      for (int i = 0; i < targets[row].length; i++) {
        double[] s = Arrays.copyOfRange(scores[row], 4 * i, 4 * i + 4);
        double third = s[1] + Math.log1p(Math.exp(s[2]));
        double[] values = {
          s[1] - Math.log1p(Math.exp(s[0])), s[1], third, third + Math.log1p(Math.exp(s[3]))
        };
        for (int k = 0; k < 4 && !Double.isNaN(targets[row][i]); k++) {
          double e = targets[row][i] - values[k];
          sum += Math.max(levels[k] * e, (levels[k] - 1) * e);
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  static Stream<Loss> losses() {
    List<double[]> classes = List.of(new double[][] {{2}, {0}, {NAN}, {1}, {2}, {NAN}});
    List<double[]> binary = List.of(new double[][] {{1}, {0}, {NAN}, {0}, {NAN}, {0}});
    List<double[]> labels =
        List.of(new double[][] {{1, 0}, {0, 0}, {NAN, NAN}, {1, 1}, {NAN, NAN}, {0, 1}});
    List<double[]> numbers =
        List.of(new double[][] {{0.3, -2}, {NAN, NAN}, {1.5, 0}, {-0.2, 4}, {0, 0}, {NAN, 0.7}});
    return Stream.of(
        new Loss("classes", (x, y) -> Losses.classes(x, y, 0, NONE), classes(0, 1, 1, 1), classes),
        new Loss(
            "smoothed classes",
            (x, y) -> Losses.classes(x, y, 0.2, NONE),
            classes(0.2, 1, 1, 1),
            classes),
        new Loss(
            "weighed classes",
            (x, y) -> Losses.classes(x, y, 0, new float[] {0.5f, 3, 1.25f}),
            classes(0, 0.5, 3, 1.25),
            classes),
        new Loss(
            "smoothed weighed classes",
            (x, y) -> Losses.classes(x, y, 0.3, new float[] {0.5f, 3, 1.25f}),
            classes(0.3, 0.5, 3, 1.25),
            classes),
        new Loss(
            "focal classes",
            (x, y) -> Losses.focalClasses(x, y, NONE),
            focalClasses(1, 1, 1),
            classes),
        new Loss(
            "focal weighed classes",
            (x, y) -> Losses.focalClasses(x, y, new float[] {2, 1, 0.25f}),
            focalClasses(2, 1, 0.25),
            classes),
        new Loss(
            "yes or no", (x, y) -> Losses.labels(x, y, 0, NONE), labels(0, false, 1, 1), binary),
        new Loss(
            "weighed yes or no",
            (x, y) -> Losses.labels(x, y, 0.1, new float[] {0.75f, 4}),
            labels(0.1, false, 0.75, 4),
            binary),
        new Loss(
            "labels",
            (x, y) -> Losses.labels(x, y, 0.1, NONE),
            labels(0.1, false, 1, 1, 1, 1),
            labels),
        new Loss(
            "labels, a weight each",
            (x, y) -> Losses.labels(x, y, 0, new float[] {0.5f, 3}),
            labels(0, false, 0.5, 0.5, 3, 3),
            labels),
        new Loss(
            "labels, two weights each",
            (x, y) -> Losses.labels(x, y, 0, new float[] {0.5f, 3, 2, 0.25f}),
            labels(0, false, 0.5, 3, 2, 0.25),
            labels),
        new Loss(
            "focal labels",
            (x, y) -> Losses.focalLabels(x, y, NONE),
            labels(0, true, 1, 1, 1, 1),
            labels),
        new Loss(
            "focal yes or no",
            (x, y) -> Losses.focalLabels(x, y, new float[] {1, 5}),
            labels(0, true, 1, 5),
            binary),
        new Loss("squared", Losses::squared, numbers(e -> e * e), numbers),
        new Loss(
            "weighed squared",
            (x, y) -> Losses.weighted(Losses.squared(x, y), 0.25),
            numbers(e -> 0.25 * e * e),
            numbers),
        new Loss("absolute", Losses::absolute, numbers(Math::abs), numbers),
        new Loss(
            "huber",
            Losses::huber,
            numbers(e -> Math.abs(e) <= 1 ? e * e / 2 : Math.abs(e) - 0.5),
            numbers),
        new Loss(
            "quantile",
            (x, y) -> Losses.quantile(x, y, 0.9),
            numbers(e -> Math.max(0.9 * -e, (0.9 - 1) * -e)),
            numbers),
        new Loss(
            "quantiles",
            (x, y) -> Losses.quantiles(x, y, 0.2, 0.5, 0.7, 0.95),
            HeadLossesTest::quantiles,
            numbers));
  }

  private static double[][] scores(int rows, int width) {
    Random random = new Random(7);
    double[][] scores = new double[rows][width];
    for (double[] row : scores) {
      Arrays.setAll(row, i -> 2 * random.nextGaussian());
    }
    return scores;
  }

  private static double[] flat(double[][] rows) {
    return Arrays.stream(rows).flatMapToDouble(Arrays::stream).toArray();
  }

  private static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  private NDArray doubles(double[][] rows) {
    return manager.create(flat(rows), new Shape(rows.length, rows[0].length));
  }

  private NDArray floats(double[][] rows) {
    return manager.create(floats(flat(rows)), new Shape(rows.length, rows[0].length));
  }

  private static double value(NDArray loss) {
    return loss.toType(DataType.FLOAT64, false).getDouble();
  }

  /**
   * Asserts a loss and its gradient; what else a step does happens between forward and backward.
   */
  private void assertLoss(
      BinaryOperator<NDArray> loss,
      NDArray scores,
      NDArray targets,
      double expected,
      double[] gradient,
      double within) {
    GradMode recording = GradMode.on();
    try {
      scores.setRequiresGradient(true);
      NDArray found = loss.apply(scores, targets);
      assertThat(found.getShape().dimension()).isEqualTo(0);
      assertThat(value(found)).isWithin(within).of(expected);
      for (int i = 0; i < 100; i++) {
        // memory that the loss has freed gets other contents
        manager.create(new double[] {NAN, NAN, NAN, NAN, NAN, NAN, NAN, NAN}).close();
      }
      JniUtils.backward((PtNDArray) found, (PtNDArray) found.onesLike(), false, false);
      NDArray actual = scores.getGradient().toType(DataType.FLOAT64, false);
      for (int i = 0; i < gradient.length; i++) {
        assertWithMessage("gradient at " + i)
            .that(actual.flatten().getDouble(i))
            .isWithin(within)
            .of(gradient[i]);
      }
    } finally {
      recording.close();
    }
  }

  private static double[] differences(Equation equation, double[][] scores, double[][] targets) {
    double[] gradient = new double[scores.length * scores[0].length];
    for (int i = 0; i < gradient.length; i++) {
      double[] row = scores[i / scores[0].length];
      int at = i % row.length;
      double before = row[at];
      row[at] = before + STEP;
      double above = equation.of(scores, targets);
      row[at] = before - STEP;
      double below = equation.of(scores, targets);
      row[at] = before;
      gradient[i] = (above - below) / (2 * STEP);
    }
    return gradient;
  }

  @ParameterizedTest
  @MethodSource("losses")
  void valuesAndGradientsEqualTheEquationsInDouble(Loss loss) {
    double[][] targets = loss.targets();
    double[][] scores = scores(targets.length, loss.width());
    double[] gradient = differences(loss.equation(), scores, targets);
    double expected = loss.equation().of(scores, targets);
    assertThat(expected).isGreaterThan(0);
    assertLoss(loss.actual(), doubles(scores), doubles(targets), expected, gradient, 1e-9);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void valuesAndGradientsEqualTheEquationsInFloat(Loss loss) {
    double[][] targets = loss.targets();
    double[][] scores = scores(targets.length, loss.width());
    double[] gradient = differences(loss.equation(), scores, targets);
    double expected = loss.equation().of(scores, targets);
    assertLoss(loss.actual(), floats(scores), floats(targets), expected, gradient, 2e-6);
  }

  @ParameterizedTest
  @MethodSource("losses")
  void absentRowsChangeNothing(Loss loss) {
    double[][] targets = loss.targets();
    double[][] scores = scores(targets.length, loss.width());
    int[] present =
        IntStream.range(0, targets.length)
            .filter(row -> Arrays.stream(targets[row]).noneMatch(Double::isNaN))
            .toArray();
    double[][] whole = targets.clone();
    for (int row = 0; row < whole.length; row++) {
      if (Arrays.stream(whole[row]).anyMatch(Double::isNaN)) {
        whole[row] = new double[whole[row].length];
        Arrays.fill(whole[row], NAN);
      }
    }
    NDArray masked = loss.actual().apply(floats(scores), floats(whole));
    NDArray rest =
        loss.actual()
            .apply(
                floats(Arrays.stream(present).mapToObj(i -> scores[i]).toArray(double[][]::new)),
                floats(Arrays.stream(present).mapToObj(i -> whole[i]).toArray(double[][]::new)));
    assertThat(masked.getFloat()).isWithin(1e-6f).of(rest.getFloat());
  }

  @ParameterizedTest
  @MethodSource("losses")
  void whereAllAreAbsentLossAndGradientAreZero(Loss loss) {
    double[][] targets = new double[3][loss.targets()[0].length];
    Arrays.stream(targets).forEach(row -> Arrays.fill(row, NAN));
    double[][] scores = scores(3, loss.width());
    assertLoss(loss.actual(), floats(scores), floats(targets), 0, new double[3 * loss.width()], 0);
  }

  @Test
  void weightsAreThoseOfAMeanByHand() {
    // two classes of equal scores: each loss is ln 2, whatever the weights
    double[][] scores = {{0, 0}, {0, Math.log(3)}};
    // p of the right classes: 1/2 and 3/4; (1 · ln 2 + 3 · ln 4/3) / 4
    NDArray loss =
        Losses.classes(floats(scores), floats(new double[][] {{0}, {1}}), 0, new float[] {1, 3});
    assertThat((double) loss.getFloat())
        .isWithin(1e-7)
        .of((Math.log(2) + 3 * Math.log(4.0 / 3)) / 4);
  }

  @Test
  void lossesOfLargeScoresStayFiniteWithTheirGradients() {
    for (double score : new double[] {1e4, -1e4}) {
      double likely = score > 0 ? 1 : 0;
      assertLoss(
          (x, y) -> Losses.labels(x, y, 0, NONE),
          floats(new double[][] {{score}}),
          floats(new double[][] {{1}}),
          1e4 * (1 - likely),
          new double[] {likely - 1},
          0);
      assertLoss(
          (x, y) -> Losses.focalLabels(x, y, NONE),
          floats(new double[][] {{score}}),
          floats(new double[][] {{1}}),
          1e4 * (1 - likely),
          new double[] {likely - 1},
          0);
      assertLoss(
          (x, y) -> Losses.focalClasses(x, y, NONE),
          floats(new double[][] {{0, score}}),
          floats(new double[][] {{1}}),
          1e4 * (1 - likely),
          new double[] {1 - likely, likely - 1},
          0);
    }
  }

  @Test
  void aHugeTargetInAnAbsentPlaceOfAnotherRowIsNoMatter() {
    // a row with both an absent and a present number: only the present one counts
    NDArray loss =
        Losses.squared(
            floats(new double[][] {{3, 5}, {1, 1}}), floats(new double[][] {{NAN, 3}, {1, NAN}}));
    assertThat(loss.getFloat()).isEqualTo(2f);
  }

  @Test
  void whatDoesNotBelongTogetherIsRefused() {
    NDArray scores = floats(new double[][] {{0, 0}, {0, 0}});
    NDArray targets = floats(new double[][] {{0}, {1}});
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Losses.classes(scores, scores, 0, NONE)))
        .hasMessageThat()
        .isEqualTo("targets has shape (2, 2), expected (2, 1)");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Losses.classes(scores, targets, 0, new float[3])))
        .hasMessageThat()
        .isEqualTo("there are 3 weights of 2 classes");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> Losses.labels(scores, scores, 0, new float[3])))
        .hasMessageThat()
        .isEqualTo("there are 3 weights of 2 labels, expected one or two for each");
    assertThat(
            assertThrows(IllegalArgumentException.class, () -> Losses.quantile(scores, scores, 1)))
        .hasMessageThat()
        .isEqualTo("quantile is 1.0, must be in (0, 1)");
    assertThrows(IllegalArgumentException.class, () -> Losses.squared(scores, targets));
    assertThrows(IllegalArgumentException.class, () -> Losses.classes(scores, targets, 1, NONE));
  }

  @Test
  void targetsOfAHeadAreThoseOfItsRowsOneAfterTheOther() {
    List<float[][]> expected =
        List.of(
            new float[][] {{1}, {1, 2, 3, 4}},
            new float[][] {{0}, {5, 6}},
            new float[][] {{Float.NaN}, {7, 8, 9, 10}});
    NDArray once = HeadTargets.of(manager, expected, 0, 1);
    assertThat(once.getShape()).isEqualTo(new Shape(3, 1));
    assertThat(once.toFloatArray()).isEqualTo(new float[] {1, 0, Float.NaN});
    NDArray eachStep = HeadTargets.of(manager, expected, 1, 2);
    assertThat(eachStep.getShape()).isEqualTo(new Shape(5, 2));
    assertThat(eachStep.toFloatArray()).isEqualTo(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> HeadTargets.of(manager, expected, 0, 2)))
        .hasMessageThat()
        .isEqualTo("row 0 of the batch has 1 targets of output 0, expected 2 for each answer");
  }
}
