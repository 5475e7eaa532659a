package dev.rondo.runtime.data.sound;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.AudioClip;
import java.time.Duration;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SoundChunksTest {
  private static final int RATE = 1000;

  /** Sample n is n, so that a chunk tells where it is from. */
  private static AudioClip counting(int samples) {
    float[] values = new float[samples];
    for (int n = 0; n < samples; n++) {
      values[n] = n;
    }
    return AudioClip.of(values, RATE);
  }

  /** The scores of a step are its place in the whole, and its distance to the chunk's border. */
  private static float[] scores(AudioClip chunk, int stepSamples) {
    int steps = chunk.length() / stepSamples + 1;
    float[] scores = new float[2 * steps];
    for (int t = 0; t < steps; t++) {
      scores[2 * t] = chunk.sample(0) / stepSamples + t;
      scores[2 * t + 1] = Math.min(t, steps - 1 - t);
    }
    return scores;
  }

  @Property(seed = "1", edgeCases = EdgeCasesMode.NONE, tries = 500)
  void chunksHaveEachStepOfTheWholeOnceAndItsSurroundings(
      @ForAll @IntRange(min = 1, max = 5_000) int samples,
      @ForAll @IntRange(min = 1, max = 40) int stepSamples,
      @ForAll @IntRange(min = 2, max = 60) int chunk,
      @ForAll @IntRange(min = 0, max = 59) int overlapSteps) {
    int overlap = Math.min(overlapSteps, chunk - 1);
    SoundChunks chunks =
        new SoundChunks(
            counting(samples),
            stepSamples,
            Duration.ofMillis((long) chunk * stepSamples),
            Duration.ofMillis((long) overlap * stepSamples));
    float[] joined = chunks.joined(chunks.clips().map(clip -> scores(clip, stepSamples)), 2);
    int steps = samples / stepSamples + 1;
    assertThat(joined.length).isEqualTo(2 * steps);
    for (int t = 0; t < steps; t++) {
      assertThat(joined[2 * t]).isEqualTo((float) t);
      int known = Math.min(overlap / 2, Math.min(t, steps - 1 - t));
      assertThat(joined[2 * t + 1]).isAtLeast((float) known);
    }
  }

  @Test
  void timesThatMakeNoSenseAreRefused() {
    AudioClip clip = counting(100);
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> new SoundChunks(clip, 10, Duration.ofMillis(15), Duration.ZERO)))
        .hasMessageThat()
        .isEqualTo("chunk is PT0.015S, must be at least two steps of 0.01 s");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> new SoundChunks(clip, 10, Duration.ofMillis(50), Duration.ofMillis(50))))
        .hasMessageThat()
        .isEqualTo("overlap is PT0.05S, must be 0 or more, and less than a chunk of PT0.05S");
  }
}
