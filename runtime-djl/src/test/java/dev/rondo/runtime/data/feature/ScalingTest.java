package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Steps;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** Scales against the same computed from the definition, with all numbers in hand. */
class ScalingTest {
  private static float[] scaled(Scaling scaling, double[] training, double... values) {
    SeriesCodec.Learner learner = SeriesCodec.of("values").scaled(scaling).learner();
    learner.add(training);
    return learner.build().encode(values).features();
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Mean and deviation of the population in decimal numbers of 40 digits, in two passes. */
  private static double[] meanAndDeviation(double[] values) {
    MathContext precise = new MathContext(40);
    BigDecimal count = BigDecimal.valueOf(values.length);
    BigDecimal mean =
        Arrays.stream(values)
            .mapToObj(BigDecimal::new)
            .reduce(BigDecimal.ZERO, BigDecimal::add)
            .divide(count, precise);
    BigDecimal squares = BigDecimal.ZERO;
    for (double value : values) {
      BigDecimal difference = new BigDecimal(value).subtract(mean);
      squares = squares.add(difference.multiply(difference));
    }
    return new double[] {
      mean.doubleValue(), squares.divide(count, precise).sqrt(precise).doubleValue()
    };
  }

  private static double quantile(double[] values, double share) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double place = share * (sorted.length - 1);
    int below = (int) Math.floor(place);
    int above = (int) Math.ceil(place);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  private static void assertScaled(Scaling scaling, double[] training, double center, double by) {
    float[] found = scaled(scaling, training, training);
    for (int i = 0; i < training.length; i++) {
      double expected = by == 0 ? 0 : (training[i] - center) / by;
      assertWithMessage("%s of %s", scaling, training[i])
          .that((double) found[i])
          .isWithin(1e-5 * Math.max(1, Math.abs(expected)))
          .of(expected);
    }
  }

  @Property(seed = "1")
  void standardIsMeanAndDeviation(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double[] training = array(values);
    double[] expected = meanAndDeviation(training);
    assertScaled(Scaling.STANDARD, training, expected[0], expected[1]);
  }

  @Property(seed = "1")
  void minMaxIsLeastAndGreatest(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double[] training = array(values);
    double least = Arrays.stream(training).min().orElseThrow();
    double greatest = Arrays.stream(training).max().orElseThrow();
    assertScaled(Scaling.MIN_MAX, training, least, greatest - least);
  }

  @Property(seed = "1")
  void robustIsMedianAndQuartiles(
      @ForAll @Size(min = 4, max = 30) List<@DoubleRange(min = -1e6, max = 1e6) Double> values) {
    double[] training = array(values);
    double range = quantile(training, 0.75) - quantile(training, 0.25);
    double by = range > 0 ? range : meanAndDeviation(training)[1];
    assertScaled(Scaling.ROBUST, training, quantile(training, 0.5), by);
  }

  @Property(seed = "1")
  void logarithmicIsStandardOfTheSignedLogarithm(
      @ForAll @Size(min = 2, max = 30) List<@DoubleRange(min = -1e12, max = 1e12) Double> values) {
    double[] training = array(values);
    double[] logs =
        Arrays.stream(training).map(x -> Math.signum(x) * Math.log1p(Math.abs(x))).toArray();
    double[] expected = meanAndDeviation(logs);
    float[] found = scaled(Scaling.LOG, training, training);
    for (int i = 0; i < logs.length; i++) {
      double wanted = expected[1] == 0 ? 0 : (logs[i] - expected[0]) / expected[1];
      assertThat((double) found[i]).isWithin(1e-5).of(wanted);
    }
  }

  @Test
  void numbersFarFromZeroKeepTheirDifferences() {
    // sums of squares would lose them: 1e9² has no digits left for 1
    double[] training = {1e9 + 1, 1e9 + 2, 1e9 + 3};
    float[] found = scaled(Scaling.STANDARD, training, training);
    assertThat(found[0]).isWithin(1e-6f).of((float) -Math.sqrt(1.5));
    assertThat(found[1]).isEqualTo(0f);
  }

  @Test
  void withoutScalingNumbersStay() {
    assertThat(scaled(Scaling.NONE, new double[] {5, 5}, 3.5, -1e10, 0))
        .isEqualTo(new float[] {3.5f, -1e10f, 0});
  }

  @Test
  void whatNeverChangedInTrainingIsAlwaysZero() {
    for (Scaling scaling :
        List.of(Scaling.STANDARD, Scaling.MIN_MAX, Scaling.ROBUST, Scaling.LOG)) {
      assertThat(scaled(scaling, new double[] {0.1, 0.1, 0.1}, 0.1, 7, -1e300))
          .isEqualTo(new float[] {0, 0, 0});
    }
  }

  @Test
  void quartilesThatAreEqualGiveWayToTheDeviation() {
    double[] training = {3, 3, 3, 3, 3, 3, 3, 3, 3, 13};
    double[] expected = meanAndDeviation(training);
    assertThat(scaled(Scaling.ROBUST, training, 13)[0])
        .isWithin(1e-5f)
        .of((float) (10 / expected[1]));
  }

  @Test
  void quartilesOfManyNumbersAreThoseOfASampleAndTheSameEachTime() {
    Random random = new Random(5);
    double[] training = random.doubles(200_000).toArray();
    float[] found = scaled(Scaling.ROBUST, training, 0.5, 1);
    assertThat(found[0]).isWithin(0.03f).of(0);
    assertThat(found[1]).isWithin(0.04f).of(1);
    assertThat(scaled(Scaling.ROBUST, training, 0.5, 1)).isEqualTo(found);
  }

  @Test
  void numbersTooFarApartAreRefusedWithAWayOut() {
    double[] training = {-1e308, 1e308};
    for (Scaling scaling : List.of(Scaling.STANDARD, Scaling.MIN_MAX)) {
      IllegalArgumentException error =
          assertThrows(IllegalArgumentException.class, () -> scaled(scaling, training, 0));
      assertThat(error)
          .hasMessageThat()
          .isEqualTo(
              "values is between -1.0E308 and 1.0E308 in the training data, too far apart to"
                  + " scale. Use @Scale(LOG).");
    }
    // the quartiles are half as far apart: a number
    assertThat(scaled(Scaling.ROBUST, training, 1e308)[0]).isWithin(1e-6f).of(1);
    assertThat(scaled(Scaling.LOG, training, 1e308)[0]).isWithin(1e-6f).of(1);
  }

  @Test
  void aNumberThatNoFloatHoldsIsRefused() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> scaled(Scaling.STANDARD, new double[] {1, 2}, 1, 1e300));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("values[1] is 1.0E300, which no float holds when it is scaled");
  }

  @Property(seed = "1", tries = 50)
  void onlyWhatIsAddedIsLearned(@ForAll long seed) {
    Random random = new Random(seed);
    double[] training = random.doubles(20).toArray();
    SeriesCodec.Learner learner = SeriesCodec.of("values").learner();
    learner.add(training);
    SeriesCodec codec = learner.build();
    Steps before = codec.encode(training);
    // encoding other data, however much, changes nothing; nor does learning go on in a built codec
    codec.encode(random.doubles(1000, 50, 99).toArray());
    learner.add(random.doubles(1000, 50, 99).toArray());
    assertThat(codec.encode(training).features()).isEqualTo(before.features());
    assertThat(learner.build().encode(training).features()).isNotEqualTo(before.features());
  }
}
