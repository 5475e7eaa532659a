package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import dev.rondo.runtime.train.metric.HeadLoss;
import dev.rondo.runtime.train.metric.LabelsMetrics;
import dev.rondo.task.LossKind;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * How good probabilities are: figures that NumPy gives by the definitions, of scores and answers
 * that are made up by a rule; needs no engine.
 */
class CalibrationTest {
  private static final int EXAMPLES = 40;
  private static final List<Wind> WINDS = List.of(Wind.values());

  private enum Wind {
    NORTH,
    SOUTH,
    CALM
  }

  private static float[] scores(int example) {
    float[] scores = new float[3];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (example * 7 + i * 13) % 19 / 4F - 2;
    }
    return scores;
  }

  private static int answer(int example) {
    return (example * example + example / 3) % 3;
  }

  private static Evaluation classes(ClassificationMetrics<Wind> metrics) {
    for (int i = 0; i < EXAMPLES; i++) {
      metrics.add(scores(i), WINDS.get(answer(i)));
    }
    return metrics.evaluation();
  }

  private static Evaluation yesOrNo(BooleanCodec codec) {
    ClassificationMetrics<Boolean> metrics = new ClassificationMetrics<>(codec);
    for (int i = 0; i < EXAMPLES; i++) {
      metrics.add(new float[] {scores(i)[0]}, answer(i) == 1);
    }
    return metrics.evaluation();
  }

  @Test
  void figuresOfClassesAreThoseOfNumPy() {
    Evaluation evaluation = classes(new ClassificationMetrics<>(EnumCodec.of(Wind.values())));
    assertThat(evaluation.negativeLogLikelihood()).isWithin(1e-12).of(1.7664464163557263);
    assertThat(evaluation.calibrationError()).isWithin(1e-12).of(0.45053680529114304);
    assertThat(evaluation.negativeLogLikelihood()).isWithin(1e-12).of(evaluation.loss());
  }

  @Test
  void weightsAndTheLossThatWasTrainedChangeNeither() {
    Evaluation evaluation =
        classes(
            new ClassificationMetrics<>(
                EnumCodec.of(Wind.values()), HeadLoss.of(LossKind.FOCAL), new float[] {1, 2, 3}));
    assertThat(evaluation.loss()).isNotWithin(0.1).of(1.7664464163557263);
    assertThat(evaluation.negativeLogLikelihood()).isWithin(1e-12).of(1.7664464163557263);
    assertThat(evaluation.calibrationError()).isWithin(1e-12).of(0.45053680529114304);
  }

  @Test
  void figuresOfYesAndNoAreThoseOfNumPyWhateverTheThreshold() {
    for (BooleanCodec codec : List.of(BooleanCodec.of(), BooleanCodec.of().threshold(0.9))) {
      Evaluation evaluation = yesOrNo(codec);
      assertThat(evaluation.negativeLogLikelihood()).isWithin(1e-12).of(1.0914982213116333);
      assertThat(evaluation.calibrationError()).isWithin(1e-12).of(0.41430371771139396);
    }
    assertThat(yesOrNo(BooleanCodec.of()).accuracy())
        .isNotEqualTo(yesOrNo(BooleanCodec.of().threshold(0.9)).accuracy());
  }

  @Test
  void figuresOfLabelsAreThoseOfNumPy() {
    LabelsMetrics<Wind> metrics = new LabelsMetrics<>(LabelsCodec.of(Wind.values()));
    for (int i = 0; i < EXAMPLES; i++) {
      metrics.add(scores(i), EnumSet.complementOf(EnumSet.of(WINDS.get(answer(i)))));
    }
    LabelsEvaluation evaluation = metrics.evaluation();
    assertThat(evaluation.negativeLogLikelihood()).isWithin(1e-12).of(0.8813629802099785);
    assertThat(evaluation.calibrationError()).isWithin(1e-12).of(0.27290484387854475);
  }

  /** Equally probable: the first is said, and right as often as it is. */
  @Test
  void probabilitiesThatAreAsOftenRightAsTheySayAreCalibrated() {
    ClassificationMetrics<Wind> metrics = new ClassificationMetrics<>(EnumCodec.of(Wind.values()));
    for (int i = 0; i < 30; i++) {
      metrics.add(new float[3], WINDS.get(i % 3));
    }
    assertThat(metrics.evaluation().calibrationError()).isWithin(1e-12).of(0);
    assertThat(metrics.evaluation().negativeLogLikelihood()).isWithin(1e-12).of(Math.log(3));
  }

  @Test
  void binsHoldTheirUpperEndsAndTheFirstOneZero() {
    CalibrationBins bins = new CalibrationBins();
    bins.add(0, false);
    bins.add(1, true);
    assertThat(bins.report().error()).isEqualTo(0.0);
    bins.add(3.0 / 15, true); // with the next in one bin: (0.2 + 0.14) / 2 against a half
    bins.add(0.14, false);
    assertThat(bins.report().error()).isWithin(1e-12).of(0.5 * Math.abs(0.5 - 0.17));
    assertThat(new CalibrationBins().report().error()).isNaN();
  }
}
