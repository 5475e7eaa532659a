package dev.rondo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;

/** Reads what {@code javax.sound} gives: apart, so that who has no such module never loads it. */
final class SampledSound {
  private static final int BITS = 16;

  private SampledSound() {}

  /**
   * Reads a FLAC file by whoever provides that to {@code javax.sound}.
   *
   * @param name what errors call it
   */
  static AudioClip flac(byte[] bytes, String name) {
    try (AudioInputStream stream =
        AudioSystem.getAudioInputStream(new ByteArrayInputStream(bytes))) {
      return read(stream);
    } catch (UnsupportedAudioFileException e) {
      throw new AudioFileException(
          name
              + ": is a FLAC file that javax.sound cannot read: it is damaged, or nothing on the"
              + " class path reads FLAC. Add com.tianscar.javasound:javasound-flac or the like, or"
              + " convert the file to WAV.",
          e);
    } catch (IOException | RuntimeException e) {
      // decoders of damaged files fail in many ways
      throw new AudioFileException(name + ": is a FLAC file that cannot be decoded: " + e, e);
    }
  }

  static AudioClip read(AudioInputStream stream) {
    AudioFormat format = stream.getFormat();
    try {
      if (!isPlain(format)) {
        float rate = format.getSampleRate();
        int channels = format.getChannels();
        AudioFormat plain =
            new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED, rate, BITS, channels, 2 * channels, rate, false);
        try (AudioInputStream decoded = AudioSystem.getAudioInputStream(plain, stream)) {
          return clip(decoded.readAllBytes(), decoded.getFormat());
        }
      }
      return clip(stream.readAllBytes(), format);
    } catch (IOException e) {
      throw new AudioFileException("the stream cannot be read: " + e, e);
    } catch (IllegalArgumentException e) {
      throw new AudioFileException(
          "the stream of format " + format + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static boolean isPlain(AudioFormat format) {
    int bits = format.getSampleSizeInBits();
    AudioFormat.Encoding encoding = format.getEncoding();
    return encoding.equals(AudioFormat.Encoding.PCM_FLOAT)
        ? bits == 32 || bits == 64
        : (encoding.equals(AudioFormat.Encoding.PCM_SIGNED)
                || encoding.equals(AudioFormat.Encoding.PCM_UNSIGNED))
            && bits % 8 == 0
            && bits >= 8
            && bits <= 32;
  }

  private static AudioClip clip(byte[] bytes, AudioFormat format) {
    int channels = format.getChannels();
    int size = format.getSampleSizeInBits() / 8;
    ByteBuffer buffer =
        ByteBuffer.wrap(bytes)
            .order(format.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    float[] samples = new float[bytes.length / (channels * size)];
    for (int i = 0; i < samples.length; i++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += sample(buffer, (i * channels + c) * size, size, format);
      }
      samples[i] = (float) (sum / channels);
    }
    return AudioClip.owning(samples, Math.round(format.getSampleRate()));
  }

  private static double sample(ByteBuffer buffer, int at, int size, AudioFormat format) {
    if (format.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT)) {
      return size == 4 ? buffer.getFloat(at) : buffer.getDouble(at);
    }
    long value = 0;
    for (int i = 0; i < size; i++) {
      int place = format.isBigEndian() ? at + i : at + size - 1 - i;
      value = value << 8 | (buffer.get(place) & 0xFF);
    }
    long half = 1L << (8 * size - 1);
    boolean signed = format.getEncoding().equals(AudioFormat.Encoding.PCM_SIGNED);
    return (signed ? (value ^ half) - half : value - half) / (double) half;
  }
}
