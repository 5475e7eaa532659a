package dev.rondo.runtime.train.metric;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.AnswerCodec;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.answer.NumbersCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.HeadEvaluation;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Sign;
import dev.rondo.task.LossKind;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The loss that metrics report is the one that a step computes for the same answers. */
class MetricsEqualLossesTest {
  private static final float[] NONE = {};

  private final NDManager manager = Torch.newManager(Device.cpu());
  private final Random random = new Random(3);

  @AfterEach
  void free() {
    manager.close();
  }

  private <T> void assertEqual(
      AnswerCodec<T> codec,
      HeadMetrics<T, ? extends HeadEvaluation> metrics,
      BinaryOperator<NDArray> loss,
      List<@Nullable T> expected) {
    float[] all = new float[expected.size() * codec.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = (float) (2 * random.nextGaussian());
    }
    for (int i = 0; i < expected.size(); i++) {
      metrics.add(
          Arrays.copyOfRange(all, i * codec.size(), (i + 1) * codec.size()), expected.get(i));
    }
    List<float[][]> targets =
        expected.stream().map(answer -> new float[][] {codec.target(answer)}).toList();
    NDArray scores = manager.create(all, new Shape(expected.size(), codec.size()));
    NDArray found = loss.apply(scores, HeadTargets.of(manager, targets, 0, codec.targetSize()));
    assertThat(metrics.evaluation().loss()).isGreaterThan(0);
    assertThat((double) found.getFloat()).isWithin(1e-6).of(metrics.evaluation().loss());
  }

  @Test
  void ofClasses() {
    EnumCodec<Sign> codec = EnumCodec.of(Sign.values());
    List<@Nullable Sign> expected = Arrays.asList(Sign.PLUS, null, Sign.MINUS, Sign.PLUS);
    float[] weights = {0.5f, 3};
    assertEqual(
        codec,
        new ClassificationMetrics<>(codec),
        (x, y) -> Losses.classes(x, y, 0, NONE),
        expected);
    assertEqual(
        codec,
        new ClassificationMetrics<>(codec, HeadLoss.byDefault(), weights),
        (x, y) -> Losses.classes(x, y, 0, weights),
        expected);
    assertEqual(
        codec,
        new ClassificationMetrics<>(codec, HeadLoss.of(LossKind.FOCAL), weights),
        (x, y) -> Losses.focalClasses(x, y, weights),
        expected);
  }

  @Test
  void ofYesAndNo() {
    List<@Nullable Boolean> expected = Arrays.asList(true, null, false, false, true);
    float[] weights = {0.5f, 3};
    assertEqual(
        BooleanCodec.of(),
        new ClassificationMetrics<>(BooleanCodec.of(), HeadLoss.byDefault(), weights),
        (x, y) -> Losses.labels(x, y, 0, weights),
        expected);
    assertEqual(
        BooleanCodec.of(),
        new ClassificationMetrics<>(BooleanCodec.of(), HeadLoss.of(LossKind.FOCAL)),
        (x, y) -> Losses.focalLabels(x, y, NONE),
        expected);
  }

  @Test
  void ofLabels() {
    LabelsCodec<Sign> codec = LabelsCodec.of(Sign.values());
    List<@Nullable Set<Sign>> expected =
        Arrays.asList(Set.of(Sign.PLUS), null, Set.of(), Set.of(Sign.PLUS, Sign.MINUS));
    float[] weights = {0.5f, 3, 2, 0.25f};
    assertEqual(
        codec,
        new LabelsMetrics<>(codec, HeadLoss.byDefault(), weights),
        (x, y) -> Losses.labels(x, y, 0, weights),
        expected);
    assertEqual(
        codec,
        new LabelsMetrics<>(codec, HeadLoss.of(LossKind.FOCAL)),
        (x, y) -> Losses.focalLabels(x, y, NONE),
        expected);
  }

  @Test
  void ofNumbers() {
    NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
    learner.add(-40);
    learner.add(60);
    NumberCodec codec = learner.build();
    List<@Nullable Double> expected = Arrays.asList(13.0, null, -200.0, 7.5, 99.0);
    HeadLoss quantile = HeadLoss.of(LossKind.QUANTILE).withQuantile(0.2);
    assertEqual(codec, new NumberMetrics(codec), Losses::squared, expected);
    assertEqual(
        codec, new NumberMetrics(codec, HeadLoss.of(LossKind.MAE)), Losses::absolute, expected);
    assertEqual(
        codec, new NumberMetrics(codec, HeadLoss.of(LossKind.HUBER)), Losses::huber, expected);
    assertEqual(
        codec, new NumberMetrics(codec, quantile), (x, y) -> Losses.quantile(x, y, 0.2), expected);
  }

  @Test
  void ofVectors() {
    NumbersCodec.Learner<double[]> learner = NumbersCodec.doubles(2, Scaling.STANDARD);
    learner.add(new double[] {0, -100});
    learner.add(new double[] {2, 100});
    NumbersCodec<double[]> codec = learner.build();
    assertEqual(
        codec,
        new VectorMetrics<>(codec, HeadLoss.of(LossKind.HUBER)),
        Losses::huber,
        Arrays.asList(new double[] {1, 2}, null, new double[] {5, -300}));
  }

  @Test
  void ofSteps() {
    EnumCodec<Sign> sign = EnumCodec.of(Sign.values());
    EachStep<Sign> codec = EachStep.of(sign);
    StepMetrics<Sign, Evaluation> metrics =
        new StepMetrics<>(codec, new ClassificationMetrics<>(sign));
    float[] all = {1, 0, -1, 2, 0.5f, 3, 9, 9, 0, -2};
    metrics.add(Arrays.copyOf(all, 6), Arrays.asList(Sign.PLUS, null, Sign.MINUS));
    metrics.add(Arrays.copyOfRange(all, 6, 8), List.of());
    metrics.add(Arrays.copyOfRange(all, 8, 10), List.of(Sign.MINUS));
    List<float[][]> targets =
        List.of(
            new float[][] {codec.target(Arrays.asList(Sign.PLUS, null, Sign.MINUS), 3)},
            new float[][] {codec.target(List.of(), 0)},
            new float[][] {codec.target(List.of(Sign.MINUS), 1)});
    NDArray loss =
        Losses.classes(
            manager.create(all, new Shape(5, 2)), HeadTargets.of(manager, targets, 0, 1), 0, NONE);
    assertThat((double) loss.getFloat()).isWithin(1e-6).of(metrics.evaluation().loss());
  }
}
