package dev.rondo.runtime.data.sound;

import dev.rondo.AudioClip;
import dev.rondo.runtime.data.Arguments;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A long sound in chunks that overlap, so that as much is read at once as a model was trained on,
 * and memory does not grow with the sound. Of what two neighbours have in common each gives the
 * half that is further from its border, where it hears what is around.
 *
 * <p>Chunks begin where a step of the scores begins, so the steps of all chunks are those of the
 * whole.
 */
public final class SoundChunks {
  private final AudioClip clip;
  private final int stepSamples;
  private final int chunk;
  private final int overlap;

  /**
   * Cuts a sound.
   *
   * @param clip at the rate that the model hears
   * @param stepSamples how many samples a step of the scores stands for
   * @param chunk how long a chunk is, at least two steps
   * @param overlap how long two neighbours overlap, less than a chunk
   * @throws IllegalArgumentException if one is out of range
   */
  public SoundChunks(AudioClip clip, int stepSamples, Duration chunk, Duration overlap) {
    this.clip = clip;
    this.stepSamples = stepSamples;
    this.chunk = steps(Arguments.notNull(chunk, "chunk"));
    this.overlap = steps(Arguments.notNull(overlap, "overlap"));
    if (this.chunk < 2) {
      throw new IllegalArgumentException(
          "chunk is %s, must be at least two steps of %s s"
              .formatted(chunk, stepSamples / (double) clip.rate()));
    }
    if (overlap.isNegative() || this.overlap >= this.chunk) {
      throw new IllegalArgumentException(
          "overlap is %s, must be 0 or more, and less than a chunk of %s"
              .formatted(overlap, chunk));
    }
  }

  private int steps(Duration time) {
    double samples = time.toNanos() / 1e9 * clip.rate();
    return (int) Math.min(1 << 30, samples / stepSamples);
  }

  /** The step at which a chunk begins. */
  private long start(int number) {
    return (long) number * (chunk - overlap);
  }

  /** The step at the very end has no sample of its own, and comes with the one before it. */
  private int count() {
    int steps = clip.length() / stepSamples;
    return steps <= chunk ? 1 : (steps - overlap - 1) / (chunk - overlap) + 1;
  }

  /** Returns the chunks, in their order. */
  public Stream<AudioClip> clips() {
    return IntStream.range(0, count()).mapToObj(this::clip);
  }

  private AudioClip clip(int number) {
    long from = start(number) * stepSamples;
    long to = Math.min(clip.length(), from + (long) chunk * stepSamples);
    return clip.part((int) from, (int) to);
  }

  /**
   * Returns the scores of the whole sound.
   *
   * @param scores of each chunk, (steps × size); closed
   */
  public float[] joined(Stream<float[]> scores, int size) {
    List<float[]> chunks;
    try (scores) {
      chunks = scores.toList();
    }
    int last = chunks.size() - 1;
    int all = (int) start(last) + chunks.get(last).length / size;
    float[] joined = new float[Math.multiplyExact(all, size)];
    for (int i = 0; i <= last; i++) {
      int start = (int) start(i);
      int from = i == 0 ? 0 : start + overlap / 2;
      int to = i == last ? all : (int) start(i + 1) + overlap / 2;
      float[] kept = Arrays.copyOfRange(chunks.get(i), (from - start) * size, (to - start) * size);
      System.arraycopy(kept, 0, joined, from * size, kept.length);
    }
    return joined;
  }
}
