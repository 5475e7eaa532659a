package dev.rondo.runtime.data.feature;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.AudioClip;
import dev.rondo.data.Normalization;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.sound.LogMel;
import dev.rondo.runtime.data.sound.Resampler;
import dev.rondo.runtime.data.sound.SoundSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is heard of a sound, against numbers that {@code sound/reference.py} computed from the
 * equations; and what is normalized and stored.
 */
class AudioCodecTest {
  private static final SoundSettings SMALL = new SoundSettings(8000, 12, 0.025, 0.01, 0, 0, 0, 0);

  private record Reference(List<String> head, List<Double> values) {
    double number(int i) {
      return Double.parseDouble(head.get(i));
    }

    int count(int i) {
      return Integer.parseInt(head.get(i));
    }

    @Override
    public String toString() {
      return String.join(" ", head);
    }
  }

  private static List<Reference> references(String kind) throws IOException {
    List<Reference> references = new ArrayList<>();
    try (InputStream file = AudioCodecTest.class.getResourceAsStream("/sound/reference.txt")) {
      List<String> lines = new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
      for (int i = 0; i < lines.size(); i += 2) {
        if (lines.get(i).startsWith(kind)) {
          references.add(
              new Reference(
                  List.of(lines.get(i).split(" ", -1)),
                  Arrays.stream(lines.get(i + 1).split(" ", -1)).map(Double::valueOf).toList()));
        }
      }
    }
    return references;
  }

  static List<Reference> features() throws IOException {
    return references("features");
  }

  static List<Reference> resampled() throws IOException {
    return references("resample");
  }

  /** The sound of {@code reference.py}. */
  private static float[] sound(int rate, int samples) {
    float[] sound = new float[samples];
    long state = 12345;
    for (int n = 0; n < samples; n++) {
      state = (state * 1103515245 + 12345) % (1L << 31);
      double noise = state / (double) (1L << 31) - 0.5;
      double x = 0.4 * Math.sin(2 * Math.PI * 440 * n / rate);
      x += 0.3 * n / samples * Math.sin(2 * Math.PI * 1320 * n / rate + 1);
      sound[n] = (float) (x + 0.1 * noise);
    }
    return sound;
  }

  private static void assertClose(float[] actual, List<Double> expected) {
    assertThat(actual).hasLength(expected.size());
    for (int i = 0; i < actual.length; i++) {
      assertWithMessage("at " + i).that((double) actual[i]).isWithin(1e-4).of(expected.get(i));
    }
  }

  @ParameterizedTest
  @MethodSource("features")
  void featuresAreThoseOfTheEquations(Reference reference) {
    SoundSettings settings =
        new SoundSettings(
            reference.count(1),
            reference.count(3),
            reference.number(4),
            reference.number(5),
            reference.number(6),
            reference.number(7),
            reference.number(8),
            reference.count(9));
    float[] sound = sound(settings.rate(), reference.count(2));

    assertClose(new LogMel(settings).features(sound), reference.values());
  }

  @ParameterizedTest
  @MethodSource("resampled")
  void resampledSoundsAreThoseOfTheEquation(Reference reference) {
    float[] sound = sound(reference.count(1), reference.count(3));

    assertClose(
        new Resampler(reference.count(1), reference.count(2)).resample(sound), reference.values());
  }

  @Test
  void clipsOfOtherRatesAreResampledFirst() {
    AudioCodec codec = AudioCodec.of("clip", SMALL, Normalization.NONE).learner().build();
    float[] sound = sound(11025, 3000);

    assertThat(codec.encode(AudioClip.of(sound, 11025)).features())
        .isEqualTo(
            codec
                .encode(AudioClip.of(new Resampler(11025, 8000).resample(sound), 8000))
                .features());
  }

  @Test
  void utterancesAreNormalizedBandByBand() {
    AudioCodec codec = AudioCodec.of("clip", SMALL, Normalization.UTTERANCE).learner().build();
    float[] loud = sound(8000, 4000);
    float[] quiet = loud.clone();
    for (int i = 0; i < quiet.length; i++) {
      quiet[i] /= 2;
    }

    Steps steps = codec.encode(AudioClip.of(loud, 8000));

    for (int b = 0; b < 12; b++) {
      double sum = 0;
      double squares = 0;
      for (int t = 0; t < steps.length(); t++) {
        double value = steps.features()[t * 12 + b];
        sum += value;
        squares += value * value;
      }
      assertThat(sum / steps.length()).isWithin(1e-5).of(0);
      assertThat(squares / steps.length()).isWithin(1e-3).of(1);
    }
    float[] same = codec.encode(AudioClip.of(quiet, 8000)).features();
    for (int i = 0; i < same.length; i++) {
      assertThat(same[i]).isWithin(0.02f).of(steps.features()[i]);
    }
  }

  @Test
  void statisticsOfTheTrainingDataAreLearnedAndStored() {
    AudioCodec.Description description = AudioCodec.of("clip", SMALL, Normalization.GLOBAL);
    AudioCodec.Learner learner = description.learner();
    AudioClip first = AudioClip.of(sound(8000, 4000), 8000);
    AudioClip second = AudioClip.of(sound(8000, 900), 8000);
    learner.add(first);
    learner.add(second);
    AudioCodec codec = learner.build();

    double sum = 0;
    int steps = 0;
    for (AudioClip clip : List.of(first, second)) {
      Steps encoded = codec.encode(clip);
      for (int t = 0; t < encoded.length(); t++, steps++) {
        sum += encoded.features()[t * 12 + 3];
      }
    }
    assertThat(sum / steps).isWithin(1e-5).of(0);
    AudioCodec restored = description.restore(codec.stored("clip"));
    assertThat(restored.encode(second).features()).isEqualTo(codec.encode(second).features());
  }

  @Test
  void otherSettingsThanThoseOfTheFileAreTold() {
    Map<String, StoredCodec> stored =
        AudioCodec.of("clip", SMALL, Normalization.NONE).learner().build().stored("clip");
    AudioCodec.Description other =
        AudioCodec.of(
            "clip", new SoundSettings(8000, 12, 0.025, 0.02, 0, 0, 0, 0), Normalization.NONE);

    assertThat(assertThrows(IllegalArgumentException.class, () -> other.restore(stored)))
        .hasMessageThat()
        .contains("\"clip\" was trained with hop = \"0.01\", but the model now has \"0.02\"");
  }

  @Test
  void aClipOfOneSampleIsOneStep() {
    AudioCodec codec = AudioCodec.of("clip", SMALL, Normalization.UTTERANCE).learner().build();

    Steps steps = codec.encode(AudioClip.of(new float[] {0.5f}, 8000));

    assertThat(steps.length()).isEqualTo(1);
    assertThat(steps.features()).isEqualTo(new float[12]);
  }

  @Test
  void noClipIsToldByTheInputsName() {
    AudioCodec.Description description = AudioCodec.of("clip", SMALL, Normalization.UTTERANCE);

    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> description.learner().build().encode(null)))
        .hasMessageThat()
        .contains("clip");
    assertThrows(IllegalArgumentException.class, () -> description.learner().add(null));
  }

  static Stream<SoundSettings> any() {
    Random random = new Random(4);
    return Stream.generate(
            () ->
                new SoundSettings(
                    8000,
                    1 + random.nextInt(30),
                    0.002 + 0.05 * random.nextDouble(),
                    0.001 + 0.03 * random.nextDouble(),
                    100 * random.nextDouble(),
                    2000 + 2000 * random.nextDouble(),
                    random.nextDouble() * 0.9,
                    0))
        .limit(30);
  }

  /** The equations once more, window by window and frequency by frequency. */
  @ParameterizedTest
  @MethodSource("any")
  void anySettingsGiveWhatTheEquationsGive(SoundSettings s) {
    float[] sound = sound(8000, 700);
    int length = (int) Math.round(s.window() * 8000);
    int hop = Math.max(1, (int) Math.round(s.hop() * 8000));
    int size = 2;
    while (size < length) {
      size *= 2;
    }
    double[] expected = new double[(1 + 700 / hop) * s.bands()];
    for (int t = 0; t < 1 + 700 / hop; t += 7) {
      double[] power = new double[size / 2 + 1];
      for (int k = 0; k < power.length; k++) {
        double re = 0;
        double im = 0;
        for (int n = 0; n < length; n++) {
          int at = n + (size - length) / 2;
          int i = t * hop + at - size / 2;
          if (i >= 0 && i < 700) {
            double x = sound[i] - (i > 0 ? s.preEmphasis() * sound[i - 1] : 0);
            double w = 0.5 - 0.5 * Math.cos(2 * Math.PI * n / length);
            re += w * x * Math.cos(2 * Math.PI * k * at / size);
            im -= w * x * Math.sin(2 * Math.PI * k * at / size);
          }
        }
        power[k] = re * re + im * im;
      }
      for (int b = 0; b < s.bands(); b++) {
        double sum = 0;
        for (int k = 0; k < power.length; k++) {
          double f = k * 8000.0 / size;
          double up = (f - edge(s, b)) / (edge(s, b + 1) - edge(s, b));
          double down = (edge(s, b + 2) - f) / (edge(s, b + 2) - edge(s, b + 1));
          sum += Math.max(0, Math.min(up, down)) * power[k];
        }
        expected[t * s.bands() + b] = Math.log(sum + 1e-6);
      }
    }
    float[] actual = new LogMel(s).features(sound);
    assertThat(actual).hasLength(expected.length);
    for (int t = 0; t < 1 + 700 / hop; t += 7) {
      for (int b = 0; b < s.bands(); b++) {
        int i = t * s.bands() + b;
        assertWithMessage("step " + t + ", band " + b)
            .that((double) actual[i])
            .isWithin(1e-4)
            .of(expected[i]);
      }
    }
  }

  private static double edge(SoundSettings s, int b) {
    double low = 2595 * Math.log10(1 + s.lowest() / 700);
    double high = 2595 * Math.log10(1 + s.highest() / 700);
    return 700 * (Math.pow(10, (low + (high - low) * b / (s.bands() + 1)) / 2595) - 1);
  }
}
