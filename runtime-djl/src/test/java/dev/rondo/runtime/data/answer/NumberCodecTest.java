package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.StoredCodec;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Numbers and vectors as answers: to the scale and back. */
class NumberCodecTest {
  private static NumberCodec learned(Scaling scaling, double... numbers) {
    NumberCodec.Learner learner = NumberCodec.learner(scaling);
    for (double number : numbers) {
      learner.add(number);
    }
    return learner.build();
  }

  private static String messageOf(Executable executable) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, executable).getMessage());
  }

  @Test
  void targetsAreStandardisedAndAnswersAreInTheUsersUnits() {
    // mean 4, deviation of the population 2
    NumberCodec codec = learned(Scaling.STANDARD, 2, 2, 6, 6);
    assertThat(codec.target(8.0)).isEqualTo(new float[] {2});
    assertThat(codec.answer(new float[] {2})).isEqualTo(8.0);
    assertThat(codec.answer(new float[] {-0.5f})).isEqualTo(3.0);
    assertThat(codec.size()).isEqualTo(1);
    assertThat(codec.targetSize()).isEqualTo(1);
  }

  @Test
  void aLogarithmicScaleKeepsTheSign() {
    // logarithms -ln 10 and ln 10: mean 0, deviation ln 10
    NumberCodec codec = learned(Scaling.LOG, -9, 9);
    assertThat(codec.target(99.0)[0]).isWithin(1e-6f).of(2);
    assertThat(codec.answer(new float[] {2})).isWithin(1e-9).of(99);
    assertThat(codec.answer(new float[] {-3})).isWithin(1e-9).of(-999);
    assertThat(codec.answer(new float[] {0})).isEqualTo(0.0);
  }

  @Test
  void whatNeverChangedInTrainingIsAlwaysAnswered() {
    for (Scaling scaling : Scaling.values()) {
      NumberCodec codec = learned(scaling, 0.1, 0.1, 0.1);
      if (scaling == Scaling.NONE) {
        assertThat(codec.answer(new float[] {7})).isEqualTo(7.0);
      } else {
        assertThat(codec.target(0.1)).isEqualTo(new float[] {0});
        assertThat(codec.target(5.0)).isEqualTo(new float[] {0});
        assertThat(codec.answer(new float[] {7})).isWithin(1e-15).of(0.1);
      }
    }
  }

  @Property(seed = "1")
  void targetsAnswerThemselves(
      @ForAll @Size(min = 2, max = 20) List<@DoubleRange(min = -1e6, max = 1e6) Double> numbers,
      @ForAll Scaling scaling) {
    double[] training = numbers.stream().mapToDouble(Double::doubleValue).toArray();
    NumberCodec codec = learned(scaling, training);
    double least = numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double greatest = numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    double size = Math.max(Math.abs(least), Math.abs(greatest));
    for (double number : training) {
      float[] target = codec.target(number);
      // floats hold 24 bits; on a logarithmic scale an error of the logarithm is one of the ratio
      double within = scaling == Scaling.LOG ? 1e-5 * (1 + size) : 1e-6 * (1 + size);
      assertThat(codec.answer(target)).isWithin(within).of(number);
    }
  }

  @Property(seed = "1")
  void whatIsStoredIsRestored(
      @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers,
      @ForAll Scaling scaling,
      @ForAll @DoubleRange(min = -10, max = 10) double score) {
    NumberCodec codec =
        learned(scaling, numbers.stream().mapToDouble(Double::doubleValue).toArray());
    NumberCodec restored = NumberCodec.restore(codec.stored());
    float[] scores = {(float) score};
    assertThat(restored.answer(scores)).isEqualTo(codec.answer(scores));
    assertThat(restored.target(score)).isEqualTo(codec.target(score));
    assertThat(restored.stored()).isEqualTo(codec.stored());
    assertThat(restored.learned()).isEqualTo(codec.learned());
  }

  @Test
  void theSettingsThatAreLearnedAreThoseOfTheScale() {
    assertThat(learned(Scaling.STANDARD, 1, 3).stored())
        .isEqualTo(
            new StoredCodec(
                "number",
                Map.of("scaling", "STANDARD", "mean", "2.0", "deviation", "1.0"),
                List.of()));
    assertThat(learned(Scaling.STANDARD, 1, 3).learned()).containsExactly("mean", "deviation");
    assertThat(learned(Scaling.MIN_MAX, 1, 3).learned()).containsExactly("least", "range");
    assertThat(learned(Scaling.NONE, 1, 3).learned()).isEmpty();
  }

  @Test
  void absentAnswersAreNoNumbers() {
    assertThat(learned(Scaling.STANDARD, 1, 3).target(null)).isEqualTo(new float[] {Float.NaN});
  }

  @Test
  void numbersThatAreNoneAreRefusedToBeReadBehindTheName() {
    NumberCodec codec = learned(Scaling.STANDARD, 1, 3);
    assertThat(messageOf(() -> codec.target(Double.NaN)))
        .isEqualTo("is NaN, expected a finite number");
    assertThat(messageOf(() -> codec.target(1e300)))
        .isEqualTo("is 1.0E300, which no float holds when it is scaled");
    assertThat(messageOf(() -> NumberCodec.learner(Scaling.LOG).add(Double.NEGATIVE_INFINITY)))
        .isEqualTo("is -Infinity, expected a finite number");
    assertThat(messageOf(() -> AnswerTargets.of("expected.hours", codec, Double.NaN)))
        .isEqualTo("expected.hours is NaN, expected a finite number");
    assertThat(messageOf(() -> learned(Scaling.STANDARD, -1e308, 1e308)))
        .contains("too far apart to scale. Use @Scale(LOG).");
  }

  @Test
  void scoresThatAreNoNumbersOrTooManyAreRefused() {
    NumberCodec codec = learned(Scaling.STANDARD, 1, 3);
    assertThat(messageOf(() -> codec.answer(new float[2])))
        .isEqualTo("there are 2 scores, expected 1");
    assertThat(messageOf(() -> codec.answer(new float[] {Float.NaN})))
        .startsWith("scores are not finite");
  }

  private static String messageOfRestoring(Map<String, String> settings, String... entries) {
    return messageOf(
        () -> NumberCodec.restore(new StoredCodec("number", settings, List.of(entries))));
  }

  @Test
  void aDamagedCodecIsRefused() {
    assertThat(messageOfRestoring(Map.of("scaling", "STANDARD", "mean", "1")))
        .isEqualTo("stored codec of kind \"number\" lacks the setting \"deviation\"");
    assertThat(messageOfRestoring(Map.of("scaling", "WILD")))
        .isEqualTo(
            "stored codec of kind \"number\" has scaling = \"WILD\", expected one of [STANDARD,"
                + " MIN_MAX, ROBUST, LOG, WINDOW, NONE]");
    assertThat(messageOfRestoring(Map.of("scaling", "LOG", "mean", "Infinity", "deviation", "1")))
        .isEqualTo(
            "stored codec of kind \"number\" has mean = \"Infinity\", expected a finite number");
    assertThat(messageOfRestoring(Map.of("scaling", "LOG", "mean", "0", "deviation", "-1")))
        .isEqualTo("stored codec of kind \"number\" has deviation = \"-1.0\", expected 0 or more");
    assertThat(messageOfRestoring(Map.of("scaling", "LOG", "mean", "0 0", "deviation", "1 1")))
        .isEqualTo("stored codec of kind \"number\" has 2 numbers in mean, expected 1");
    assertThat(messageOfRestoring(Map.of("scaling", "NONE"), "a"))
        .isEqualTo("stored codec of kind \"number\" has entries, expected none");
    assertThat(messageOf(() -> NumbersCodec.restoreFloats(learned(Scaling.NONE, 1).stored(), 1)))
        .isEqualTo("stored codec is of kind \"number\", expected \"numbers\"");
    for (String size : List.of("0", "-1", "2", "4000000000", "x")) {
      assertThat(
              messageOf(
                  () ->
                      NumbersCodec.restoreFloats(
                          new StoredCodec(
                              "numbers", Map.of("scaling", "NONE", "size", size), List.of()),
                          3)))
          .isEqualTo("stored codec of kind \"numbers\" has size = \"" + size + "\", expected 3");
    }
  }

  @Test
  void eachPlaceOfAVectorHasAScaleOfItsOwn() {
    NumbersCodec.Learner<double[]> learner = NumbersCodec.doubles(3, Scaling.STANDARD);
    learner.add(new double[] {0, 100, 5});
    learner.add(null);
    learner.add(new double[] {2, 300, 5});
    NumbersCodec<double[]> codec = learner.build();
    assertThat(codec.size()).isEqualTo(3);
    assertThat(codec.target(new double[] {3, 0, 9})).isEqualTo(new float[] {2, -2, 0});
    assertThat(codec.answer(new float[] {2, -2, 7})).isEqualTo(new double[] {3, 0, 5});
    assertThat(codec.target(null)).isEqualTo(new float[] {Float.NaN, Float.NaN, Float.NaN});
  }

  @Property(seed = "1")
  void storedVectorsAreRestored(
      @ForAll @Size(min = 1, max = 9) List<@DoubleRange(min = -1e9, max = 1e9) Double> numbers,
      @ForAll Scaling scaling) {
    float[] vector = new float[numbers.size()];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = numbers.get(i).floatValue();
    }
    NumbersCodec.Learner<float[]> learner = NumbersCodec.floats(vector.length, scaling);
    learner.add(vector);
    learner.add(new float[vector.length]);
    NumbersCodec<float[]> codec = learner.build();
    NumbersCodec<float[]> restored = NumbersCodec.restoreFloats(codec.stored(), vector.length);
    assertThat(restored.target(vector)).isEqualTo(codec.target(vector));
    assertThat(restored.answer(codec.target(vector))).isEqualTo(codec.answer(codec.target(vector)));
    assertThat(restored.stored()).isEqualTo(codec.stored());
    double size = 0;
    for (float number : vector) {
      size = Math.max(size, Math.abs(number));
    }
    assertThat(codec.answer(codec.target(vector)))
        .usingTolerance(1e-5 * (1 + size))
        .containsExactly(vector)
        .inOrder();
  }

  @Test
  void errorsOfVectorsNameThePlace() {
    NumbersCodec.Learner<float[]> learner = NumbersCodec.floats(2, Scaling.NONE);
    assertThat(messageOf(() -> learner.add(new float[] {0, Float.NaN})))
        .isEqualTo("[1] is NaN, expected a finite number");
    assertThat(messageOf(() -> learner.add(new float[3]))).isEqualTo("has 3 numbers, expected 2");
    NumbersCodec<float[]> codec = learner.build();
    assertThat(messageOf(() -> AnswerTargets.of("limits", codec, new float[] {0, Float.NaN})))
        .isEqualTo("limits[1] is NaN, expected a finite number");
    assertThat(messageOf(() -> AnswerTargets.of("limits", codec, new float[3])))
        .isEqualTo("limits has 3 numbers, expected 2");
    assertThat(messageOf(() -> NumbersCodec.doubles(0, Scaling.NONE)))
        .isEqualTo("size is 0, must be at least 1");
    NumbersCodec.Learner<double[]> far = NumbersCodec.doubles(2, Scaling.STANDARD);
    far.add(new double[] {0, -1e308});
    far.add(new double[] {0, 1e308});
    assertThat(messageOf(far::build)).startsWith("[1] is between");
  }
}
