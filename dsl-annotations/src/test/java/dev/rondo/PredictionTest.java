package dev.rondo;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PredictionTest {
  /** Answers. */
  enum Mood {
    BAD,
    GOOD
  }

  private static Map<Mood, Double> moods(double bad, double good) {
    Map<Mood, Double> probabilities = new LinkedHashMap<>();
    probabilities.put(Mood.BAD, bad);
    probabilities.put(Mood.GOOD, good);
    return probabilities;
  }

  @Test
  void jacksonWritesAndReadsItWithoutHelp() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Prediction<Mood> mood = Prediction.of(moods(0.25, 0.75));
    String json = mapper.writeValueAsString(mood);

    assertThat(json)
        .isEqualTo(
            "{\"value\":\"GOOD\",\"probabilities\":{\"BAD\":0.25,\"GOOD\":0.75},\"evidence\":1.0}");
    assertThat(mapper.readValue(json, new TypeReference<Prediction<Mood>>() {})).isEqualTo(mood);
    assertThat(mapper.writeValueAsString(List.of(Prediction.of(Map.of(true, 1.0)))))
        .isEqualTo("[{\"value\":true,\"probabilities\":{\"true\":1.0},\"evidence\":1.0}]");
  }

  @Test
  void anAnswerIsUnsureBelowAProbabilityAndWithoutEvidence() {
    Prediction<Mood> mood = Prediction.of(moods(0.25, 0.75));
    assertThat(mood.evidence()).isEqualTo(1.0);
    assertThat(mood.valueIfSure(0.75)).hasValue(Mood.GOOD);
    assertThat(mood.valueIfSure(0.76)).isEmpty();
    assertThat(mood.withEvidence(0.1).valueIfSure(0.75)).hasValue(Mood.GOOD);
    Prediction<Mood> ofNothing = mood.withEvidence(0);
    assertThat(ofNothing.valueIfSure(0)).isEmpty();
    assertThat(ofNothing.value()).isEqualTo(Mood.GOOD);
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> mood.valueIfSure(wrong));
      assertThrows(IllegalArgumentException.class, () -> mood.withEvidence(wrong));
    }
  }

  @Test
  void theValueIsTheMostProbableTheFirstOfEqualOnes() {
    assertThat(Prediction.of(moods(0.25, 0.75)).value()).isEqualTo(Mood.GOOD);
    assertThat(Prediction.of(moods(0.5, 0.5)).value()).isEqualTo(Mood.BAD);
    assertThat(new Prediction<>(Mood.GOOD, moods(0.5, 0.5)).probability()).isEqualTo(0.5);
    assertThat(Prediction.of(moods(0.25, 0.75)).ranked())
        .containsExactly(Mood.GOOD, Mood.BAD)
        .inOrder();
    assertThat(Prediction.of(moods(0.25, 0.75)).toString()).isEqualTo("GOOD (75.0 %)");
  }

  @Test
  void whatIsAnsweredToAnUnknownTextSaysSo() {
    Prediction<Mood> prediction = Prediction.of(moods(0.25, 0.75));
    assertThat(prediction.withEvidence(0.1).toString()).isEqualTo("GOOD (75.0 %)");
    assertThat(prediction.withEvidence(0).toString()).isEqualTo("GOOD (75.0 %, no known token)");
  }

  @Test
  void aThresholdMayChooseWhatIsLessProbable() {
    Prediction<Mood> prediction = new Prediction<>(Mood.BAD, moods(0.25, 0.75));
    assertThat(prediction.value()).isEqualTo(Mood.BAD);
    assertThat(prediction.probability()).isEqualTo(0.25);
    assertThat(prediction.ranked()).containsExactly(Mood.GOOD, Mood.BAD).inOrder();
    assertThat(prediction.toString()).isEqualTo("BAD (25.0 %)");
  }

  @Test
  void whatIsNoPredictionIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> Prediction.of(Map.<Mood, Double>of()));
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Prediction.of(moods(0.5, wrong)));
      assertThrows(IllegalArgumentException.class, () -> Prediction.of(moods(wrong, 0.5)));
    }
    assertThrows(
        IllegalArgumentException.class, () -> new Prediction<>(Mood.BAD, Map.of(Mood.GOOD, 1.0)));
  }

  @Test
  void itIsACopyThatNobodyChanges() {
    Map<Mood, Double> given = moods(0.25, 0.75);
    Prediction<Mood> prediction = Prediction.of(given);
    given.put(Mood.BAD, 0.9);

    assertThat(prediction.probability(Mood.BAD)).isEqualTo(0.25);
    assertThrows(
        UnsupportedOperationException.class, () -> prediction.probabilities().put(Mood.BAD, 0.9));
  }
}
