package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ClassCodecTest {
  enum Weather {
    SUN,
    RAIN,
    SNOW {
      @Override
      public String toString() {
        return "a constant with a class of its own";
      }
    }
  }

  private static final EnumCodec<Weather> CODEC = EnumCodec.of(Weather.values());

  private static EnumCodec<Weather> restored(String... names) {
    return EnumCodec.restore(new StoredCodec("enum", Map.of(), List.of(names)), Weather.values());
  }

  private static String messageOfRestoring(String... names) {
    return messageOf(IllegalArgumentException.class, () -> restored(names));
  }

  private static float[] floats(List<Float> values) {
    float[] floats = new float[values.size()];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = values.get(i);
    }
    return floats;
  }

  @Test
  void constantsAreNumberedInTheirOrder() {
    assertThat(CODEC.size()).isEqualTo(3);
    assertThat(CODEC.classes()).containsExactly((Object[]) Weather.values()).inOrder();
    assertThat(CODEC.index(Weather.SNOW)).isEqualTo(2);
    assertThat(CODEC.value(2)).isEqualTo(Weather.SNOW);
    assertThat(CODEC.stored())
        .isEqualTo(new StoredCodec("enum", Map.of(), List.of("SUN", "RAIN", "SNOW")));
  }

  @Test
  void anEnumThatWasReorderedKeepsTheNumbersOfTheFile() {
    EnumCodec<Weather> codec = restored("SNOW", "SUN", "RAIN");
    assertThat(codec.index(Weather.SNOW)).isEqualTo(0);
    assertThat(codec.value(2)).isEqualTo(Weather.RAIN);
    assertThat(codec.prediction(new float[] {5, 0, 0}).value()).isEqualTo(Weather.SNOW);
    assertThat(codec.stored().entries()).containsExactly("SNOW", "SUN", "RAIN").inOrder();
  }

  @Test
  void anEnumWithOtherConstantsIsRefusedNamingThem() {
    assertThat(messageOfRestoring("SUN", "FOG", "RAIN", "HAIL"))
        .isEqualTo(
            "Weather has other constants than in training: FOG, HAIL are missing, and SNOW is new."
                + " Restore the constants, or train the model again.");
    assertThat(messageOfRestoring("SUN", "RAIN"))
        .isEqualTo(
            "Weather has other constants than in training: SNOW is new. Restore the constants, or"
                + " train the model again, going on from what loadForTraining gives with"
                + " continueFrom.");
    assertThat(messageOfRestoring("SUN", "RAIN", "SNOW", "FOG"))
        .isEqualTo(
            "Weather has other constants than in training: FOG is missing. Restore the constants,"
                + " or train the model again.");
  }

  @Test
  void forATrainingThatGoesOnNewConstantsComeLast() {
    StoredCodec stored = new StoredCodec("enum", Map.of(), List.of("SNOW", "SUN")).toTrain();
    EnumCodec<Weather> codec = EnumCodec.restore(stored, Weather.values());
    assertThat(codec.classes()).containsExactly(Weather.SNOW, Weather.SUN).inOrder();
    assertThat(messageOf(IllegalArgumentException.class, () -> codec.index(Weather.RAIN)))
        .isEqualTo("RAIN is none of [SNOW, SUN]");
    assertThat(codec.forTraining().classes())
        .containsExactly(Weather.SNOW, Weather.SUN, Weather.RAIN)
        .inOrder();
    assertThat(codec.stored()).isEqualTo(new StoredCodec("enum", Map.of(), List.of("SNOW", "SUN")));
    StoredCodec lost = new StoredCodec("enum", Map.of(), List.of("SNOW", "FOG")).toTrain();
    assertThat(
            messageOf(
                IllegalArgumentException.class, () -> EnumCodec.restore(lost, Weather.values())))
        .isEqualTo(
            "Weather has other constants than in training: FOG is missing, and SUN, RAIN are new."
                + " Restore the constants, or train the model again.");
  }

  @Test
  void aDamagedListOfConstantsIsRefused() {
    assertThat(messageOfRestoring("SUN", "RAIN", "SNOW", "SUN"))
        .isEqualTo("stored codec of kind \"enum\" has the constant \"SUN\" twice");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () ->
                    EnumCodec.restore(
                        new StoredCodec("text", Map.of(), List.of()), Weather.values())))
        .isEqualTo("stored codec is of kind \"text\", expected \"enum\"");
  }

  @Test
  void fewerThanTwoClassesAreRefused() {
    assertThat(
            messageOf(
                IllegalArgumentException.class, () -> EnumCodec.of(new Weather[] {Weather.SUN})))
        .isEqualTo("a classifier needs at least two classes, found [SUN]");
  }

  @Test
  void nullAndNumbersOutsideAreRefused() {
    assertThat(messageOf(IllegalArgumentException.class, () -> CODEC.index(null)))
        .isEqualTo("class is null");
    assertThat(messageOf(IllegalArgumentException.class, () -> CODEC.value(3)))
        .isEqualTo("class number 3 is not in [0, 3)");
    assertThat(messageOf(IllegalArgumentException.class, () -> BooleanCodec.of().index(null)))
        .isEqualTo("class is null");
    assertThrows(IllegalArgumentException.class, () -> BooleanCodec.of().value(2));
  }

  @Test
  void scoresBecomeProbabilitiesBySoftmax() {
    Prediction<Weather> prediction = CODEC.prediction(new float[] {0, (float) Math.log(2), 0});
    assertThat(prediction.value()).isEqualTo(Weather.RAIN);
    assertThat(prediction.probability()).isWithin(1e-7).of(0.5);
    assertThat(prediction.probability(Weather.SNOW)).isWithin(1e-7).of(0.25);
  }

  @Test
  void hugeScoresDoNotOverflow() {
    float[] scores = {Float.MAX_VALUE, -Float.MAX_VALUE, 0};
    assertThat(CODEC.prediction(scores).probability(Weather.SUN)).isEqualTo(1);
    assertThat(CODEC.loss(new float[] {1e30f, 0, 0}, Weather.SUN)).isEqualTo(0);
    assertThat(CODEC.loss(new float[] {2000, 0, 0}, Weather.RAIN)).isEqualTo(2000);
    assertThat(BooleanCodec.of().prediction(new float[] {1e30f}).probability(true)).isEqualTo(1);
    assertThat(BooleanCodec.of().prediction(new float[] {-1e30f}).probability(true)).isEqualTo(0);
    assertThat(BooleanCodec.of().loss(new float[] {-2000}, true)).isEqualTo(2000);
    assertThat(BooleanCodec.of().loss(new float[] {-2000}, false)).isEqualTo(0);
  }

  @Property(seed = "1")
  void theLossIsTheNegativeLogarithmOfTheProbability(
      @ForAll @Size(3) List<@FloatRange(min = -20, max = 20) Float> values,
      @ForAll Weather expected) {
    float[] scores = floats(values);
    assertThat(CODEC.loss(scores, expected))
        .isWithin(1e-9)
        .of(-Math.log(CODEC.prediction(scores).probability(expected)));
  }

  @Property(seed = "1")
  void theBinaryLossIsTheNegativeLogarithmOfTheProbability(
      @ForAll @FloatRange(min = -30, max = 30) float score, @ForAll boolean expected) {
    float[] scores = {score};
    assertThat(BooleanCodec.of().loss(scores, expected))
        .isWithin(1e-9)
        .of(-Math.log(BooleanCodec.of().prediction(scores).probability(expected)));
  }

  @Property(seed = "1")
  void probabilitiesSumToOne(
      @ForAll @Size(3) List<@FloatRange(min = -1e30f, max = 1e30f) Float> values) {
    double sum =
        CODEC.prediction(floats(values)).probabilities().values().stream()
            .mapToDouble(Double::doubleValue)
            .sum();
    assertThat(sum).isWithin(1e-12).of(1);
  }

  @Test
  void aBooleanHasOneScore() {
    BooleanCodec codec = BooleanCodec.of();
    assertThat(codec.size()).isEqualTo(1);
    assertThat(codec.classes()).containsExactly(false, true).inOrder();
    assertThat(codec.index(true)).isEqualTo(1);
    assertThat(codec.value(0)).isFalse();
    assertThat(codec.prediction(new float[] {0.1f}).value()).isTrue();
    assertThat(codec.prediction(new float[] {0}).value()).isFalse();
    assertThat(codec.prediction(new float[] {(float) Math.log(3)}).probability())
        .isWithin(1e-7)
        .of(0.75);
  }

  @Test
  void aStoredBooleanIsRestored() {
    StoredCodec stored = BooleanCodec.of().stored();
    assertThat(stored).isEqualTo(new StoredCodec("boolean", Map.of(), List.of()));
    assertThat(BooleanCodec.restore(stored)).isSameInstanceAs(BooleanCodec.of());
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> BooleanCodec.restore(new StoredCodec("boolean", Map.of(), List.of("a")))))
        .isEqualTo("stored codec of kind \"boolean\" has entries, expected none");
  }

  @Test
  void scoresThatAreNoNumbersAreRefusedInPredictionsAndStayInLosses() {
    float[] scores = {0, Float.NaN, 1};
    assertThat(messageOf(IllegalArgumentException.class, () -> CODEC.prediction(scores)))
        .isEqualTo(
            "scores are not finite: [0.0, NaN, 1.0]. The network's weights are damaged or"
                + " diverged.");
    assertThat(CODEC.loss(scores, Weather.SUN)).isNaN();
    assertThat(BooleanCodec.of().loss(new float[] {Float.NaN}, true)).isNaN();
    assertThrows(
        IllegalArgumentException.class,
        () -> BooleanCodec.of().prediction(new float[] {Float.POSITIVE_INFINITY}));
  }

  @Test
  void aWrongNumberOfScoresIsRefused() {
    assertThat(messageOf(IllegalArgumentException.class, () -> CODEC.prediction(new float[2])))
        .isEqualTo("there are 2 scores, expected 3");
    assertThrows(IllegalArgumentException.class, () -> BooleanCodec.of().loss(new float[2], true));
  }
}
