package dev.rondo.runtime.train.metric;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.answer.NumbersCodec;
import dev.rondo.runtime.train.ClassWeights;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.HeadsEvaluation;
import dev.rondo.runtime.train.LabelReport;
import dev.rondo.runtime.train.LabelsEvaluation;
import dev.rondo.runtime.train.NumberEvaluation;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Sign;
import dev.rondo.runtime.train.VectorEvaluation;
import dev.rondo.task.LossKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/**
 * Figures of heads against those that scikit-learn 1.9.1 gives for the same answers, and against
 * their definitions; needs no engine.
 */
class HeadMetricsTest {
  private enum Risk {
    FALL,
    SEPSIS,
    STROKE
  }

  private static final LabelsCodec<Risk> RISKS = LabelsCodec.of(Risk.values());

  private static String messageOf(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  /** Numbers as they are. */
  private static NumberCodec unscaled() {
    return NumberCodec.learner(Scaling.NONE).build();
  }

  /** Numbers of mean 10 and deviation 10. */
  private static NumberCodec scaled() {
    NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
    learner.add(0);
    learner.add(20);
    return learner.build();
  }

  private static double averagePrecision(int[] expected, double... scores) {
    ClassificationMetrics<Boolean> metrics = new ClassificationMetrics<>(BooleanCodec.of());
    for (int i = 0; i < expected.length; i++) {
      metrics.add(new float[] {(float) scores[i]}, expected[i] == 1);
    }
    return metrics.evaluation().averagePrecision();
  }

  @Test
  void averagePrecisionIsThatOfScikitLearn() {
    assertThat(averagePrecision(new int[] {0, 0, 1, 1}, 0.1, 0.4, 0.35, 0.8))
        .isWithin(1e-15)
        .of(0.8333333333333333);
    int[] expected = {1, 0, 1, 1, 0, 0, 1, 0, 0, 1};
    assertThat(averagePrecision(expected, 3, 3, 2.5, 2.5, 2.5, 1, 0.5, 0.5, -1, -2))
        .isWithin(1e-15)
        .of(0.5399999999999999);
    assertThat(averagePrecision(expected, 0, -0.0, 0, 0, -0.0, 0, 0, 0, 0, 0)).isEqualTo(0.5);
    assertThat(averagePrecision(new int[] {1, 0}, Float.MIN_VALUE, -Float.MIN_VALUE)).isEqualTo(1);
  }

  @Test
  void averagePrecisionIsOfYesAndNoOnlyAndNeedsAYes() {
    assertThat(averagePrecision(new int[] {0, 0}, 1, 2)).isNaN();
    assertThat(averagePrecision(new int[] {})).isNaN();
    ClassificationMetrics<Sign> signs = new ClassificationMetrics<>(EnumCodec.of(Sign.values()));
    signs.add(new float[] {1, 0}, Sign.PLUS);
    assertThat(signs.evaluation().averagePrecision()).isNaN();
  }

  /** From the definition: each different score as a threshold, highest first. */
  private static double byDefinition(List<Integer> scores, List<Boolean> yes) {
    double positives = yes.stream().filter(y -> y).count();
    double sum = 0;
    double recall = 0;
    for (int threshold = 5; threshold >= -5; threshold--) {
      double found = 0;
      double said = 0;
      for (int i = 0; i < scores.size(); i++) {
        if (scores.get(i) >= threshold) {
          said++;
          found += yes.get(i) ? 1 : 0;
        }
      }
      sum += said == 0 ? 0 : (found / positives - recall) * found / said;
      recall = found / positives;
    }
    return sum;
  }

  @Property(seed = "1")
  void averagePrecisionEqualsItsDefinition(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(min = -5, max = 5) Integer> scores,
      @ForAll @Size(200) List<Boolean> all) {
    List<Boolean> yes = all.subList(0, scores.size());
    int[] expected = yes.stream().mapToInt(y -> y ? 1 : 0).toArray();
    double found =
        averagePrecision(expected, scores.stream().mapToDouble(Integer::doubleValue).toArray());
    if (yes.contains(true)) {
      assertThat(found).isWithin(1e-12).of(byDefinition(scores, yes));
    } else {
      assertThat(found).isNaN();
    }
  }

  @Test
  void aThresholdChangesAnswersButNoRanking() {
    ClassificationMetrics<Boolean> metrics =
        new ClassificationMetrics<>(BooleanCodec.of().threshold(0.2));
    metrics.add(new float[] {-1}, true); // probability 0.27
    metrics.add(new float[] {-2}, false); // 0.12
    assertThat(metrics.evaluation().accuracy()).isEqualTo(1.0);
    assertThat(metrics.evaluation().averagePrecision()).isEqualTo(1.0);
    assertThat(metrics.evaluation().toString())
        .startsWith("accuracy 1.0000, average precision 1.0000, loss 0.7201, 2 examples");
  }

  @Test
  void theLossOfClassesIsTheOneThatIsTrained() {
    double wrong = Math.log1p(Math.exp(2));
    double right = Math.log1p(Math.exp(-2));
    EnumCodec<Sign> codec = EnumCodec.of(Sign.values());
    ClassificationMetrics<Sign> focal =
        new ClassificationMetrics<>(codec, HeadLoss.of(LossKind.FOCAL));
    ClassificationMetrics<Sign> weighed =
        new ClassificationMetrics<>(codec, HeadLoss.byDefault(), new float[] {1, 4});
    for (ClassificationMetrics<Sign> metrics : List.of(focal, weighed)) {
      metrics.add(new float[] {2, 0}, Sign.PLUS);
      metrics.add(new float[] {2, 0}, Sign.MINUS);
      metrics.add(new float[] {9, 9}, null);
      assertThat(metrics.evaluation().examples()).isEqualTo(2);
      assertThat(metrics.evaluation().accuracy()).isEqualTo(0.5);
    }
    double unlikely = 1 - Math.exp(-right);
    double likely = 1 - Math.exp(-wrong);
    assertThat(focal.evaluation().loss())
        .isWithin(1e-12)
        .of((unlikely * unlikely * right + likely * likely * wrong) / 2);
    assertThat(weighed.evaluation().loss()).isWithin(1e-12).of((right + 4 * wrong) / 5);
    assertThat(messageOf(() -> new ClassificationMetrics<>(codec, HeadLoss.of(LossKind.HUBER))))
        .isEqualTo("classes have no loss HUBER: it is for numbers");
    assertThat(
            messageOf(
                () -> new ClassificationMetrics<>(codec, HeadLoss.byDefault(), new float[] {1})))
        .isEqualTo("there are 1 weights of 2 classes");
  }

  @Test
  void errorsOfNumbersAreThoseOfScikitLearn() {
    NumberMetrics metrics = new NumberMetrics(unscaled());
    double[] expected = {3, -0.5, 2, 7};
    float[] answers = {2.5f, 0, 2, 8};
    for (int i = 0; i < 4; i++) {
      metrics.add(new float[] {answers[i]}, expected[i]);
      metrics.add(new float[] {99}, null);
    }
    NumberEvaluation evaluation = metrics.evaluation();
    assertThat(evaluation.examples()).isEqualTo(4);
    assertThat(evaluation.mae()).isEqualTo(0.5);
    assertThat(evaluation.rmse()).isWithin(1e-15).of(0.6123724356957945);
    assertThat(evaluation.r2()).isWithin(1e-15).of(0.9486081370449679);
    assertThat(evaluation.loss()).isEqualTo(0.375);
    assertThat(evaluation.quality()).isEqualTo(Quality.error("MAE", 0.5));
    assertThat(evaluation.toString())
        .isEqualTo("MAE 0.5, RMSE 0.6124, R² 0.9486, loss 0.375, 4 examples");
  }

  @Test
  void errorsAreInTheUsersUnitsAndTheLossOnTheScale() {
    NumberMetrics metrics = new NumberMetrics(scaled());
    metrics.add(new float[] {1}, 10.0); // answers 20
    metrics.add(new float[] {0}, 40.0); // answers 10
    assertThat(metrics.evaluation().mae()).isEqualTo(20.0);
    assertThat(metrics.evaluation().rmse()).isWithin(1e-12).of(Math.sqrt(500));
    assertThat(metrics.evaluation().loss()).isEqualTo(5.0);
  }

  private static double lossOf(HeadLoss loss) {
    NumberMetrics metrics = new NumberMetrics(scaled(), loss);
    metrics.add(new float[] {0.5f}, 10.0); // error 1/2 on the scale
    metrics.add(new float[] {0}, 40.0); // error -3
    return metrics.evaluation().loss();
  }

  @Test
  void theLossOfNumbersIsTheOneThatIsTrained() {
    assertThat(lossOf(HeadLoss.byDefault())).isEqualTo((0.25 + 9) / 2);
    assertThat(lossOf(HeadLoss.of(LossKind.MSE))).isEqualTo((0.25 + 9) / 2);
    assertThat(lossOf(HeadLoss.of(LossKind.MAE))).isEqualTo(3.5 / 2);
    assertThat(lossOf(HeadLoss.of(LossKind.HUBER))).isEqualTo((0.125 + 2.5) / 2);
    assertThat(lossOf(HeadLoss.of(LossKind.QUANTILE).withQuantile(0.9)))
        .isWithin(1e-15)
        .of((0.1 * 0.5 + 0.9 * 3) / 2);
    assertThat(messageOf(() -> lossOf(HeadLoss.of(LossKind.FOCAL))))
        .isEqualTo("numbers have no loss FOCAL: it is for classes");
  }

  @Test
  void whereAllNumbersAreEqualR2IsThatOfScikitLearn() {
    NumberMetrics metrics = new NumberMetrics(unscaled());
    assertThat(metrics.evaluation().mae()).isNaN();
    assertThat(metrics.evaluation().loss()).isNaN();
    metrics.add(new float[] {2}, 2.0);
    assertThat(metrics.evaluation().r2()).isNaN();
    metrics.add(new float[] {2}, 2.0);
    assertThat(metrics.evaluation().r2()).isEqualTo(1.0);
    metrics.add(new float[] {3}, 2.0);
    assertThat(metrics.evaluation().r2()).isEqualTo(0.0);
  }

  @Test
  void errorsOfVectorsAreThoseOfScikitLearn() {
    VectorMetrics<double[]> metrics =
        new VectorMetrics<>(NumbersCodec.doubles(2, Scaling.NONE).build());
    metrics.add(new float[] {0, 2}, new double[] {0.5, 1});
    metrics.add(new float[] {-1, 2}, new double[] {-1, 1});
    metrics.add(new float[] {99, 99}, null);
    metrics.add(new float[] {8, -5}, new double[] {7, -6});
    VectorEvaluation evaluation = metrics.evaluation();
    assertThat(evaluation.examples()).isEqualTo(3);
    assertThat(evaluation.size()).isEqualTo(2);
    assertThat(evaluation.mae()).isEqualTo(0.75);
    assertThat(evaluation.rmse()).isWithin(1e-15).of(0.8416254115301732);
    assertThat(evaluation.r2()).isWithin(1e-15).of(0.9368005266622779);
    assertThat(evaluation.at(0).r2()).isWithin(1e-8).of(0.96543779);
    assertThat(evaluation.at(1).r2()).isWithin(1e-8).of(0.90816327);
    assertThat(evaluation.at(0).rmse()).isWithin(1e-8).of(0.64549722);
    assertThat(evaluation.at(1).mae()).isEqualTo(1.0);
    assertThat(evaluation.loss()).isWithin(1e-15).of(4.25 / 6);
    assertThat(evaluation.quality()).isEqualTo(Quality.error("MAE", 0.75));
    assertThat(evaluation.toString().lines().toList())
        .containsExactly(
            "MAE 0.75, RMSE 0.8416, R² 0.9368, loss 0.7083, 3 examples",
            "[0] MAE 0.5, RMSE 0.6455, R² 0.9654, loss 0.4167, 3 examples",
            "[1] MAE 1, RMSE 1, R² 0.9082, loss 1, 3 examples")
        .inOrder();
  }

  private static final float[][] SCORES = {
    {1.5f, -0.5f, 0.2f}, {-1, 2, 0.2f}, {0.3f, 0.4f, -3}, {-0.1f, -0.2f, -0.3f}, {0.7f, -1.5f, 0.9f}
  };

  private static final List<Set<Risk>> EXPECTED =
      List.of(
          Set.of(Risk.FALL, Risk.STROKE),
          Set.of(Risk.SEPSIS),
          Set.of(Risk.FALL),
          Set.of(),
          Set.of(Risk.STROKE));

  private static LabelsEvaluation evaluated(LabelsMetrics<Risk> metrics) {
    for (int i = 0; i < SCORES.length; i++) {
      metrics.add(SCORES[i], EXPECTED.get(i));
      metrics.add(new float[] {9, 9, 9}, null);
    }
    return metrics.evaluation();
  }

  @Test
  void figuresOfLabelsAreThoseOfScikitLearn() {
    LabelsEvaluation evaluation = evaluated(new LabelsMetrics<>(RISKS));
    assertThat(evaluation.examples()).isEqualTo(5);
    assertThat(evaluation.microF1()).isWithin(1e-15).of(0.7692307692307693);
    assertThat(evaluation.macroF1()).isWithin(1e-15).of(0.7555555555555555);
    assertThat(evaluation.subsetAccuracy()).isEqualTo(0.4);
    assertThat(evaluation.averagePrecision()).isWithin(1e-15).of(0.8888888888888888);
    assertThat(evaluation.loss()).isWithin(1e-7).of(0.4980373015635633);
    assertThat(evaluation.perLabel())
        .containsExactly(
            new LabelReport("FALL", 2.0 / 3, 1, 0.8, (1 + 2.0 / 3) / 2, 2),
            new LabelReport("SEPSIS", 0.5, 1, 2.0 / 3, 1, 1),
            new LabelReport("STROKE", 2.0 / 3, 1, 0.8, (1 + 2.0 / 3) / 2, 2))
        .inOrder();
    assertThat(evaluation.quality()).isEqualTo(Quality.share("micro F1", evaluation.microF1()));
    assertThat(evaluation.toString().lines().limit(4).toList())
        .containsExactly(
            "micro F1 0.7692, macro F1 0.7556, all labels right 0.4000, average precision 0.8889,"
                + " loss 0.4980, 5 examples",
            "negative log-likelihood 0.4980, calibration error 0.2120 (0.1781 to 0.4117 by chance)",
            "label     precision     recall         F1    average   examples",
            "FALL         0.6667     1.0000     0.8000     0.8333          2")
        .inOrder();
  }

  private static double lossOfLabels(HeadLoss loss, float... weights) {
    return evaluated(new LabelsMetrics<>(RISKS, loss, weights)).loss();
  }

  /** By the definition, label by label, from probabilities. */
  private static double lossOfLabels(boolean focal, double... weights) {
    double sum = 0;
    double all = 0;
    for (int i = 0; i < SCORES.length; i++) {
      for (int label = 0; label < 3; label++) {
        int yes = EXPECTED.get(i).contains(Risk.values()[label]) ? 1 : 0;
        double p = 1 / (1 + Math.exp(-SCORES[i][label]));
        double likely = yes == 1 ? p : 1 - p;
        double weight = weights[2 * label + yes];
        sum -= weight * Math.log(likely) * (focal ? (1 - likely) * (1 - likely) : 1);
        all += weight;
      }
    }
    return sum / all;
  }

  @Test
  void theLossOfLabelsIsTheOneThatIsTrained() {
    assertThat(lossOfLabels(HeadLoss.of(LossKind.FOCAL)))
        .isWithin(1e-12)
        .of(lossOfLabels(true, 1, 1, 1, 1, 1, 1));
    assertThat(lossOfLabels(HeadLoss.byDefault(), 1, 2, 3))
        .isWithin(1e-12)
        .of(lossOfLabels(false, 1, 1, 2, 2, 3, 3));
    assertThat(lossOfLabels(HeadLoss.byDefault(), 1, 2, 3, 4, 5, 6))
        .isWithin(1e-12)
        .of(lossOfLabels(false, 1, 2, 3, 4, 5, 6));
    assertThat(messageOf(() -> lossOfLabels(HeadLoss.byDefault(), 1, 2)))
        .isEqualTo("there are 2 weights of 3 labels, expected one or two for each");
    assertThat(messageOf(() -> lossOfLabels(HeadLoss.of(LossKind.MAE))))
        .isEqualTo("classes have no loss MAE: it is for numbers");
  }

  @Test
  void labelsThatNobodyHasAreNoDivisionByZero() {
    LabelsMetrics<Risk> metrics = new LabelsMetrics<>(RISKS);
    assertThat(metrics.evaluation().microF1()).isNaN();
    assertThat(metrics.evaluation().loss()).isNaN();
    assertThat(metrics.evaluation().subsetAccuracy()).isNaN();
    metrics.add(new float[] {-1, -1, -1}, EnumSet.noneOf(Risk.class));
    assertThat(metrics.evaluation().microF1()).isEqualTo(0.0);
    assertThat(metrics.evaluation().macroF1()).isEqualTo(0.0);
    assertThat(metrics.evaluation().subsetAccuracy()).isEqualTo(1.0);
    assertThat(metrics.evaluation().averagePrecision()).isNaN();
  }

  @Test
  void stepsAreMeasuredAlike() {
    EachStep<Boolean> codec = EachStep.of(BooleanCodec.of());
    StepMetrics<Boolean, Evaluation> metrics =
        new StepMetrics<>(codec, new ClassificationMetrics<>(BooleanCodec.of()));
    metrics.add(new float[] {1, -1, 1}, Arrays.asList(true, null, false));
    metrics.add(new float[] {1}, List.of()); // an empty sequence
    metrics.add(new float[] {1, 1}, null);
    metrics.add(new float[] {-1}, List.of(false));
    assertThat(metrics.evaluation().examples()).isEqualTo(3);
    assertThat(metrics.evaluation().confusion()).isEqualTo(new long[][] {{1, 1}, {0, 1}});
    assertThat(messageOf(() -> metrics.add(new float[2], List.of(true))))
        .isEqualTo("there are 1 expected answers, but 2 scores, of which a step has 1");
    assertThat(messageOf(() -> metrics.add(new float[2], List.of())))
        .isEqualTo("there are 0 expected answers, but 2 scores, of which a step has 1");
  }

  /** As it is generated for a record of a sign and hours. */
  private static final class VerdictEvaluation extends HeadsEvaluation {
    VerdictEvaluation(Evaluation sign, NumberEvaluation hours) {
      super(List.of("sign", "hours"), new double[] {1, 0.5}, List.of(sign, hours));
    }
  }

  private static Evaluation signs(Sign... expected) {
    ClassificationMetrics<Sign> metrics = new ClassificationMetrics<>(EnumCodec.of(Sign.values()));
    for (Sign sign : expected) {
      metrics.add(new float[] {0, 0}, sign);
    }
    return metrics.evaluation();
  }

  private static NumberEvaluation hours(double... expected) {
    NumberMetrics metrics = new NumberMetrics(unscaled());
    for (double number : expected) {
      metrics.add(new float[] {0}, number);
    }
    return metrics.evaluation();
  }

  @Test
  void theLossOfSeveralOutputsIsTheWeightedSum() {
    HeadsEvaluation both = new VerdictEvaluation(signs(Sign.PLUS, Sign.MINUS), hours(1, 3));
    assertThat(both.loss()).isWithin(1e-7).of(Math.log(2) + 0.5 * 5);
    assertThat(both.quality()).isEqualTo(Quality.accuracy(0.5).of("sign"));
    assertThat(both.toString().lines().limit(3).toList())
        .containsExactly("loss 3.193", "sign", "  accuracy 0.5000, loss 0.6931, 2 examples")
        .inOrder();
    assertThat(both.toString())
        .endsWith(
            String.format(Locale.ROOT, "hours%n  MAE 2, RMSE 2.236, R² -4, loss 5, 2 examples"));
  }

  @Test
  void anOutputWithoutAnswersIsLeftOut() {
    HeadsEvaluation hoursOnly = new VerdictEvaluation(signs(), hours(1, 3));
    assertThat(hoursOnly.loss()).isEqualTo(2.5);
    assertThat(hoursOnly.quality()).isEqualTo(Quality.error("hours MAE", 2));
    HeadsEvaluation none = new VerdictEvaluation(signs(), hours());
    assertThat(none.loss()).isNaN();
    assertThat(none.quality().name()).isEqualTo("sign accuracy");
  }

  @Test
  void whatIsNoLossOrNoEvaluationIsRefused() {
    assertThat(messageOf(() -> HeadLoss.of(LossKind.MSE).withWeight(0)))
        .isEqualTo("weight of a loss is 0.0, must be above 0 and finite");
    assertThat(messageOf(() -> HeadLoss.of(LossKind.MSE).withQuantile(1)))
        .isEqualTo("quantile is 1.0, must be in (0, 1)");
    assertThat(
            messageOf(() -> new HeadsEvaluation(List.of("a"), new double[2], List.of(hours(1))) {}))
        .isEqualTo("there are 1 names, 2 weights and 1 evaluations of outputs");
  }

  @Test
  void balancedLabelsCountEquallyWithAndWithoutEach() {
    ClassWeights<Risk> weights = new ClassWeights<>();
    weights.set(Risk.STROKE, 3);
    // 10 examples: 2 with FALL, none with SEPSIS, 5 with STROKE
    assertThat(weights.balancedLabels(RISKS.labels(), new long[] {2, 0, 5}, 10))
        .usingTolerance(1e-6)
        .containsExactly(new float[] {10 / 16f, 10 / 4f, 1, 1, 3, 3})
        .inOrder();
    assertThat(messageOf(() -> weights.balancedLabels(RISKS.labels(), new long[2], 10)))
        .isEqualTo("there are 2 counts of 3 labels");
  }
}
