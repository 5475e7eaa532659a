package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import org.junit.jupiter.api.Test;

/** The figures of a classifier, counted by hand; needs no engine. */
class EvaluationTest {
  private static final float[] SAYS_PLUS = {2, 0};
  private static final float[] SAYS_MINUS = {0, 2};

  private final ClassificationMetrics<Sign> metrics =
      new ClassificationMetrics<>(EnumCodec.of(Sign.values()));

  @Test
  void figuresAreThoseOfTheCounts() {
    metrics.add(SAYS_PLUS, Sign.PLUS);
    metrics.add(SAYS_PLUS, Sign.PLUS);
    metrics.add(SAYS_MINUS, Sign.PLUS);
    metrics.add(SAYS_PLUS, Sign.MINUS);

    Evaluation evaluation = metrics.evaluation();

    assertThat(evaluation.examples()).isEqualTo(4);
    assertThat(evaluation.accuracy()).isEqualTo(0.5);
    assertThat(evaluation.confusion()).isEqualTo(new long[][] {{2, 1}, {1, 0}});
    double right = Math.log1p(Math.exp(-2));
    assertThat(evaluation.loss()).isWithin(1e-12).of((2 * right + 2 * (right + 2)) / 4);
    assertThat(evaluation.perClass())
        .containsExactly(
            new ClassReport("PLUS", 2.0 / 3, 2.0 / 3, 2.0 / 3, 3),
            new ClassReport("MINUS", 0, 0, 0, 1))
        .inOrder();
    assertThat(evaluation.macroF1()).isWithin(1e-12).of(1.0 / 3);
  }

  @Test
  void yesAndNoAreTwoClasses() {
    ClassificationMetrics<Boolean> answers = new ClassificationMetrics<>(BooleanCodec.of());
    answers.add(new float[] {3}, true);
    answers.add(new float[] {3}, false);
    assertThat(answers.evaluation().confusion()).isEqualTo(new long[][] {{0, 1}, {0, 1}});
    assertThat(answers.evaluation().loss())
        .isWithin(1e-12)
        .of((Math.log1p(Math.exp(-3)) + Math.log1p(Math.exp(3))) / 2);
  }

  @Test
  void laterExamplesAndCallersLeaveAnEvaluationAsItIs() {
    metrics.add(SAYS_PLUS, Sign.PLUS);
    Evaluation evaluation = metrics.evaluation();

    metrics.add(SAYS_PLUS, Sign.MINUS);
    evaluation.confusion()[0][0] = 9;

    assertThat(evaluation.confusion()).isEqualTo(new long[][] {{1, 0}, {0, 0}});
    assertThat(evaluation.accuracy()).isEqualTo(1.0);
  }

  @Test
  void withoutExamplesThereAreNoFigures() {
    Evaluation evaluation = metrics.evaluation();
    assertThat(evaluation.examples()).isEqualTo(0);
    assertThat(evaluation.accuracy()).isNaN();
    assertThat(evaluation.loss()).isNaN();
    assertThat(evaluation.macroF1()).isEqualTo(0.0);
  }

  @Test
  void theTableShowsClassesAndCounts() {
    metrics.add(SAYS_PLUS, Sign.PLUS);
    metrics.add(SAYS_PLUS, Sign.MINUS);
    assertThat(metrics.evaluation().toString().lines().toList())
        .containsExactly(
            "accuracy 0.5000, loss 1.1269, 2 examples",
            // sure by 0.8808 twice, and right once; by chance it is right twice or once
            "negative log-likelihood 1.1269, calibration error 0.3808 (0.1192 to 0.3808 by chance)",
            "class     precision     recall         F1   examples",
            "PLUS         0.5000     1.0000     0.6667          1",
            "MINUS        0.0000     0.0000     0.0000          1",
            "expected (rows) answered as (columns)",
            "PLUS              1          0",
            "MINUS             1          0")
        .inOrder();
  }
}
