package dev.rondo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.sound.sampled.AudioInputStream;

/**
 * A sound: samples in [-1, 1] and how many there are a second. One channel; several are averaged
 * when they are read. Has at least one sample.
 *
 * <pre>{@code
 * AudioClip clip = AudioClip.read(Path.of("seven.wav"));
 * AudioClip recorded = AudioClip.of(samples, 16_000);
 * }</pre>
 *
 * <p>WAV is read without any library, FLAC with one that {@code javax.sound} finds. What {@code
 * javax.sound} can read, with whatever formats are on the class path, comes by {@link #fromStream}.
 * Immutable.
 */
public final class AudioClip {
  /** What a number of seconds is worth at most: nobody samples faster. */
  private static final int HIGHEST_RATE = 768_000;

  private final float[] samples;
  private final int rate;

  private AudioClip(float[] samples, int rate) {
    this.samples = samples;
    this.rate = rate;
  }

  /** Returns a clip of samples that nobody else keeps. */
  static AudioClip owning(float[] samples, int rate) {
    if (rate < 1 || rate > HIGHEST_RATE) {
      throw new IllegalArgumentException(
          "a clip has a rate of " + rate + " samples a second, must be 1 to " + HIGHEST_RATE);
    }
    if (samples.length == 0) {
      throw new IllegalArgumentException("a clip has no samples, must have at least 1");
    }
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            "samples[" + i + "] is " + samples[i] + ", expected a finite number");
      }
    }
    return new AudioClip(samples, rate);
  }

  /**
   * Returns a clip.
   *
   * @param samples of one channel, in [-1, 1]; copied
   * @param rate samples a second
   * @throws IllegalArgumentException if there is no sample, one is not finite, or the rate is out
   *     of range
   */
  public static AudioClip of(float[] samples, int rate) {
    return owning(Objects.requireNonNull(samples, "samples").clone(), rate);
  }

  /**
   * Returns a clip of 16-bit samples.
   *
   * @param samples of one channel; 32,768 becomes 1
   * @param rate samples a second
   * @throws IllegalArgumentException if there is no sample, or the rate is out of range
   */
  public static AudioClip of(short[] samples, int rate) {
    float[] values = new float[Objects.requireNonNull(samples, "samples").length];
    for (int i = 0; i < values.length; i++) {
      values[i] = samples[i] / 32_768f;
    }
    return owning(values, rate);
  }

  /**
   * Reads a WAV file: whole numbers of 8, 16, 24 or 32 bits, or floats of 32 or 64. Or a FLAC file,
   * where the class path has somebody who reads it for {@code javax.sound}, such as {@code
   * com.tianscar.javasound:javasound-flac}.
   *
   * @throws AudioFileException if it cannot be read, is damaged, of another format or without
   *     samples, naming the file, the byte and what was expected
   */
  public static AudioClip read(Path file) {
    try {
      return decoded(Files.readAllBytes(file), file.toString());
    } catch (IOException e) {
      throw new AudioFileException(file + ": cannot be read: " + e, e);
    } catch (OutOfMemoryError e) {
      throw new AudioFileException(file + ": is too large to be one clip. Cut it into parts.", e);
    }
  }

  /**
   * Reads a WAV or FLAC file from a stream, to its end; as {@link #read(Path)}. The caller closes
   * it.
   *
   * @param name what errors call it
   */
  public static AudioClip read(InputStream stream, String name) {
    try {
      return decoded(stream.readAllBytes(), name);
    } catch (IOException e) {
      throw new AudioFileException(name + ": cannot be read: " + e, e);
    }
  }

  private static AudioClip decoded(byte[] bytes, String name) {
    return isFlac(bytes) ? SampledSound.flac(bytes, name) : WavFile.read(bytes, name);
  }

  private static boolean isFlac(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'f'
        && bytes[1] == 'L'
        && bytes[2] == 'a'
        && bytes[3] == 'C';
  }

  /**
   * Reads what {@code javax.sound} reads, such as {@code AudioSystem.getAudioInputStream(file)}, to
   * its end. What is encoded is decoded by {@code javax.sound}. The caller closes the stream.
   *
   * @throws AudioFileException if it cannot be read or decoded, or has no samples
   */
  public static AudioClip fromStream(AudioInputStream stream) {
    return SampledSound.read(stream);
  }

  /**
   * Writes a WAV file of 16 bits. Samples beyond [-1, 1] are cut off there.
   *
   * @throws AudioFileException if it cannot be written
   */
  public void write(Path file) {
    try {
      Files.write(file, WavFile.bytes(samples, rate));
    } catch (IOException e) {
      throw new AudioFileException(file + ": cannot be written: " + e, e);
    }
  }

  /** Returns the samples, a copy. */
  public float[] samples() {
    return samples.clone();
  }

  /**
   * Returns one sample.
   *
   * @param index from 0
   */
  public float sample(int index) {
    return samples[index];
  }

  /** Returns how many samples there are, at least 1. */
  public int length() {
    return samples.length;
  }

  /** Returns how many samples there are a second. */
  public int rate() {
    return rate;
  }

  /** Returns how long the clip is. */
  public double seconds() {
    return samples.length / (double) rate;
  }

  /**
   * Returns a part.
   *
   * @param from the first sample
   * @param to the sample behind the last one
   * @throws IndexOutOfBoundsException if it is not in the clip
   * @throws IllegalArgumentException if it is empty
   */
  public AudioClip part(int from, int to) {
    Objects.checkFromToIndex(from, to, samples.length);
    return owning(Arrays.copyOfRange(samples, from, to), rate);
  }

  /**
   * Returns clips one behind the other.
   *
   * @throws IllegalArgumentException if there is none, or their rates differ
   */
  public static AudioClip join(List<AudioClip> clips) {
    if (clips.isEmpty()) {
      throw new IllegalArgumentException("there are no clips to join");
    }
    int rate = clips.get(0).rate;
    int length = 0;
    for (AudioClip clip : clips) {
      if (clip.rate != rate) {
        throw new IllegalArgumentException(
            "clips of %s and %s samples a second cannot be joined".formatted(rate, clip.rate));
      }
      length = Math.addExact(length, clip.length());
    }
    float[] all = new float[length];
    int at = 0;
    for (AudioClip clip : clips) {
      System.arraycopy(clip.samples, 0, all, at, clip.length());
      at += clip.length();
    }
    return owning(all, rate);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AudioClip that
        && rate == that.rate
        && Arrays.equals(samples, that.samples);
  }

  @Override
  public int hashCode() {
    return 31 * rate + Arrays.hashCode(samples);
  }

  /** Returns how long it is and its rate: {@code 0.52 s at 8000 Hz}. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f s at %d Hz", seconds(), rate);
  }
}
