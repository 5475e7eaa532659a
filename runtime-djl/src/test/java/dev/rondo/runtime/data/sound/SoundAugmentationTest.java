package dev.rondo.runtime.data.sound;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoundAugmentationTest {
  private static final int RATE = 8000;

  private static float[] tone(double hertz, int samples) {
    float[] tone = new float[samples];
    for (int n = 0; n < samples; n++) {
      tone[n] = (float) Math.sin(2 * Math.PI * hertz * n / RATE);
    }
    return tone;
  }

  private static double power(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum / values.length;
  }

  private static int upwardCrossings(float[] values) {
    int crossings = 0;
    for (int n = 1; n < values.length; n++) {
      crossings += values[n - 1] < 0 && values[n] >= 0 ? 1 : 0;
    }
    return crossings;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1.25})
  void speedChangesLengthAndPitch(double speed) {
    float[] changed =
        SoundAugmentation.none().speed(speed, speed).samples(tone(400, RATE), new Random(1));

    assertThat(changed.length).isEqualTo((int) Math.round(RATE / speed));
    assertThat(upwardCrossings(changed)).isWithin(1).of(400);
  }

  @Test
  void noiseIsAsLoudAsWasAskedFor() {
    float[] tone = tone(400, 4 * RATE);
    float[] noise = SoundAugmentation.none().noise(12, 12).samples(tone, new Random(1));
    for (int n = 0; n < noise.length; n++) {
      noise[n] -= tone[n];
    }

    assertThat(10 * Math.log10(power(tone) / power(noise))).isWithin(0.2).of(12);
  }

  private static int loudestBand(float[] features, int bands) {
    int step = 10;
    int loudest = 0;
    for (int b = 0; b < bands; b++) {
      loudest = features[step * bands + b] > features[step * bands + loudest] ? b : loudest;
    }
    return loudest;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.8, 0.9, 1.1, 1.2})
  void aWarpOfTheVocalTractMovesFrequencies(double factor) {
    SoundSettings settings = new SoundSettings(RATE, 40, 0.032, 0.01, 0, 0, 0, 0);
    int warp = SoundAugmentation.none().vocalTract(factor, factor).warp(new Random(1));
    LogMel warped = new LogMel(settings, 100.0 / warp);
    LogMel plain = new LogMel(settings);

    for (double hertz : new double[] {500, 900, 1500}) {
      assertThat(loudestBand(warped.features(tone(hertz, RATE)), 40))
          .isEqualTo(loudestBand(plain.features(tone(hertz * factor, RATE)), 40));
    }
  }

  @Test
  void aWarpLeavesTheHighestFrequencyWhereItIs() {
    SoundSettings settings = new SoundSettings(RATE, 40, 0.032, 0.01, 0, 0, 0, 0);
    for (double factor : new double[] {0.8, 1.25}) {
      float[] features = new LogMel(settings, 1 / factor).features(tone(3960, RATE));
      assertThat(loudestBand(features, 40)).isEqualTo(39);
    }
  }

  @Test
  void masksAreMeansAndAtMostAsLargeAsTheyMayBe() {
    int width = 10;
    int steps = 50;
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      float[] features = new float[steps * width];
      for (int i = 0; i < features.length; i++) {
        features[i] = (float) random.nextGaussian();
      }
      float[] masked = features.clone();
      SoundAugmentation.none().timeMasks(1, 0.2).bandMasks(1, 3).mask(masked, width, random);

      int maskedSteps = 0;
      int maskedBands = 0;
      for (int t = 0; t < steps; t++) {
        maskedSteps += changed(features, masked, t * width, 1, width) == width ? 1 : 0;
      }
      for (int b = 0; b < width; b++) {
        maskedBands += changed(features, masked, b, width, steps) == steps ? 1 : 0;
      }
      assertThat(maskedSteps).isAtMost(10);
      assertThat(maskedBands).isAtMost(3);
      int changes = changed(features, masked, 0, 1, features.length);
      assertThat(changes)
          .isEqualTo(maskedSteps * width + maskedBands * steps - maskedSteps * maskedBands);
      for (int i = 0; i < masked.length; i++) {
        if (masked[i] != features[i]) {
          assertThat(masked[i]).isWithin(1e-5F).of(mean(features, i % width, width));
        }
      }
    }
  }

  private static int changed(float[] before, float[] after, int from, int stride, int count) {
    int changed = 0;
    for (int i = 0; i < count; i++) {
      changed += before[from + i * stride] == after[from + i * stride] ? 0 : 1;
    }
    return changed;
  }

  private static float mean(float[] features, int band, int width) {
    double sum = 0;
    for (int i = band; i < features.length; i += width) {
      sum += features[i];
    }
    int steps = features.length / width;
    return (float) (sum / steps);
  }

  @Test
  void nothingIsChangedByNone() {
    float[] tone = tone(400, 100);
    Random random = new Random(1);
    assertThat(SoundAugmentation.none().samples(tone, random)).isSameInstanceAs(tone);
    assertThat(SoundAugmentation.none().warp(random)).isEqualTo(100);
    float[] masked = tone.clone();
    SoundAugmentation.none().mask(masked, 4, random);
    assertThat(masked).isEqualTo(tone);
    assertThat(SoundAugmentation.none().isNone()).isTrue();
    assertThat(SoundAugmentation.none().toString()).isEqualTo("nothing");
  }

  @Test
  void allThatIsChangedIsTold() {
    SoundAugmentation all =
        SoundAugmentation.none()
            .speed(0.9, 1.1)
            .vocalTract(0.8, 1.2)
            .noise(10, 30)
            .timeMasks(2, 0.1)
            .bandMasks(1, 8);
    assertThat(all.isNone()).isFalse();
    assertThat(all.toString())
        .isEqualTo(
            "speed 0.9 to 1.1, vocal tract 0.8 to 1.2, noise 10.0 to 30.0 dB, 2 time masks of 0.1,"
                + " 1 band masks of 8");
  }

  private static String refused(Executable call) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, call).getMessage());
  }

  @Test
  void whatMakesNoSenseIsRefused() {
    SoundAugmentation none = SoundAugmentation.none();
    assertThat(refused(() -> none.speed(1.1, 0.9)))
        .isEqualTo("speed is from 1.1 to 0.9, must ascend within [0.5, 2.0]");
    assertThat(refused(() -> none.vocalTract(0.4, 1))).startsWith("vocalTract is from 0.4 to 1.0");
    assertThat(refused(() -> none.noise(30, 10)))
        .isEqualTo("noise is from 30.0 to 10.0 dB, must be finite and ascend");
    assertThat(refused(() -> none.noise(Double.NaN, 10))).startsWith("noise is from NaN");
    assertThat(refused(() -> none.timeMasks(101, 0.1)))
        .isEqualTo("timeMasks is 101, must be 0 to 100");
    assertThat(refused(() -> none.timeMasks(1, 1.5))).isEqualTo("share is 1.5, must be in [0, 1]");
    assertThat(refused(() -> none.bandMasks(1, -1))).isEqualTo("bands is -1, must be 0 or more");
  }
}
