package dev.rondo.samples.corpora.speech;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormantSynthesizerTest {
  private static final Voice QUIET_ROOM = new Voice(120, 1, 1, 0.02, 60);

  private static float[] spoken(List<Integer> digits, Voice voice, int seed) {
    return FormantSynthesizer.speak(digits, voice, new Random(seed));
  }

  private static double loudness(float[] samples, int from, int to) {
    double sum = 0;
    for (int n = from; n < to; n++) {
      sum += samples[n] * samples[n];
    }
    return Math.sqrt(sum / (to - from));
  }

  @Test
  void aSeedAlwaysGivesTheSameSound() {
    float[] once = spoken(List.of(1, 2), QUIET_ROOM, 1);
    assertThat(spoken(List.of(1, 2), QUIET_ROOM, 1)).isEqualTo(once);
    assertThat(spoken(List.of(1, 2), QUIET_ROOM, 2)).isNotEqualTo(once);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void aDigitIsAsLongAndAsLoudAsOneIs(int digit) {
    for (int seed = 0; seed < 20; seed++) {
      float[] samples = spoken(List.of(digit), Voice.unusual(new Random(seed)), seed);
      double seconds = samples.length / (double) FormantSynthesizer.RATE;
      assertThat(seconds).isGreaterThan(0.2);
      assertThat(seconds).isLessThan(1.5);
      assertThat(loudness(samples, 0, samples.length)).isWithin(0.05).of(0.15);
      for (float sample : samples) {
        assertThat(sample).isWithin(1).of(0);
      }
    }
  }

  @Test
  void aFastVoiceIsShorterAndSilenceIsQuiet() {
    float[] slow = spoken(List.of(7, 7, 7), new Voice(120, 1, 0.7, 0.02, 60), 1);
    float[] fast = spoken(List.of(7, 7, 7), new Voice(120, 1, 1.3, 0.02, 60), 1);
    assertThat((double) slow.length / fast.length).isWithin(0.25).of(1.3 / 0.7);
    assertThat(loudness(slow, 0, 200)).isLessThan(0.02);
  }

  /** The distance after which a vowel is most like itself is a period of the voice. */
  @ParameterizedTest
  @ValueSource(ints = {100, 150, 220})
  void theVoiceHasItsPitch(int pitch) {
    float[] samples = spoken(List.of(1), new Voice(pitch, 1, 0.5, 0, 80), 3);
    int loudest = 0;
    for (int from = 0; from + 800 < samples.length; from += 100) {
      loudest =
          loudness(samples, from, from + 800) > loudness(samples, loudest, loudest + 800)
              ? from
              : loudest;
    }
    float[] vowel = Arrays.copyOfRange(samples, loudest, loudest + 800);
    int period = 0;
    double highest = 0;
    for (int lag = 25; lag < 110; lag++) {
      double same = 0;
      for (int n = 0; n + lag < vowel.length; n++) {
        same += vowel[n] * vowel[n + lag];
      }
      if (same > highest) {
        highest = same;
        period = lag;
      }
    }
    double found = FormantSynthesizer.RATE / (double) period;
    assertThat(found / pitch).isWithin(0.15).of(1.05);
  }

  @Test
  void whatIsNoDigitIsRefused() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> spoken(List.of(1, 10), QUIET_ROOM, 1)))
        .hasMessageThat()
        .isEqualTo("10 is no digit, expected 0 to 9");
    assertThrows(IllegalArgumentException.class, () -> spoken(List.of(), QUIET_ROOM, 1));
  }
}
