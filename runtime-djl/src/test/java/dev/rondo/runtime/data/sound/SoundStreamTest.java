package dev.rondo.runtime.data.sound;

import static com.google.common.truth.Truth.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Sounds that come part by part are heard as the whole. */
class SoundStreamTest {
  private static float[] noise(Random random, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) random.nextGaussian();
    }
    return samples;
  }

  private static int part(Random random, int left) {
    return Math.min(left, random.nextInt(random.nextBoolean() ? 4 : 700));
  }

  private static float[] cut(float[] samples, int from, int length) {
    float[] part = new float[length];
    System.arraycopy(samples, from, part, 0, length);
    return part;
  }

  private static void add(List<Float> all, float[] values) {
    for (float value : values) {
      all.add(value);
    }
  }

  private static void assertSame(List<Float> found, float[] expected, float tolerance) {
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      assertThat(found.get(i)).isWithin(tolerance).of(expected[i]);
    }
  }

  @Property(seed = "1", tries = 60)
  void featuresOfPartsAreThoseOfTheWhole(
      @ForAll @IntRange(max = 4000) int samples,
      @ForAll @IntRange(min = 1, max = 400) int hop,
      @ForAll @IntRange(max = 1000) int seed) {
    Random random = new Random(seed);
    // windows of 200 samples in transforms of 256: longer and shorter than the hop
    SoundSettings settings =
        new SoundSettings(8000, 12, 0.025, hop / 8000.0, 0, 0, seed % 2 == 0 ? 0 : 0.97, 0);
    LogMel features = new LogMel(settings);
    float[] sound = noise(random, samples);
    SoundStream stream = new SoundStream(features, settings);

    List<Float> heard = new ArrayList<>();
    int at = 0;
    while (at < samples) {
      int length = part(random, samples - at);
      add(heard, stream.add(cut(sound, at, length)));
      at += length;
    }
    int early = heard.size();
    add(heard, stream.end());

    assertSame(heard, features.features(sound), 1e-5f);
    // all but the steps whose window was not over were there before the end
    assertThat((heard.size() - early) / 12).isAtMost(128 / settings.hopSamples() + 1);
  }

  @Property(seed = "1", tries = 60)
  void resampledPartsAreTheResampledWhole(
      @ForAll @IntRange(max = 3000) int samples, @ForAll @IntRange(max = 1000) int seed) {
    int[][] rates = {{44_100, 16_000}, {8_000, 16_000}, {16_000, 8_000}, {22_050, 8_000}};
    int[] pair = rates[seed % rates.length];
    Random random = new Random(seed);
    Resampler resampler = new Resampler(pair[0], pair[1]);
    float[] sound = noise(random, samples);
    Resampler.Stream stream = resampler.stream();

    List<Float> out = new ArrayList<>();
    int at = 0;
    while (at < samples) {
      int length = part(random, samples - at);
      add(out, stream.add(cut(sound, at, length)));
      at += length;
    }
    add(out, stream.end());

    assertSame(out, resampler.resample(sound), 0);
  }
}
