package dev.rondo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The WAV format (IBM and Microsoft 1991, "Multimedia Programming Interface and Data
 * Specifications"): chunks of which {@code fmt } says how the samples in {@code data} are written.
 */
final class WavFile {
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int HEADER = 12;
  private static final int CHUNK = 8;
  private static final int SHORTEST_FORMAT = 16;
  private static final int SUB_FORMAT = 24;

  /** What programs write as the size that they do not know yet. */
  private static final long UNKNOWN = 0xFFFFFFFFL;

  private final ByteBuffer bytes;
  private final String name;
  private int format;
  private int channels;
  private long rate;
  private int bits;

  private WavFile(byte[] bytes, String name) {
    this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    this.name = name;
  }

  static AudioClip read(byte[] bytes, String name) {
    return new WavFile(bytes, name).read();
  }

  private AudioFileException wrong(int at, String problem) {
    return new AudioFileException(name + ": byte " + at + ": " + problem);
  }

  private String tag(int at) {
    return new String(bytes.array(), at, 4, StandardCharsets.ISO_8859_1);
  }

  private AudioClip read() {
    int size = bytes.limit();
    if (size < HEADER || !tag(0).equals("RIFF") || !tag(CHUNK).equals("WAVE")) {
      throw new AudioFileException(
          name
              + ": is no WAV file: it does not begin with RIFF and WAVE. Other formats come by"
              + " AudioClip.fromStream.");
    }
    int at = HEADER;
    boolean described = false;
    while (at + CHUNK <= size) {
      String tag = tag(at);
      long length = bytes.getInt(at + 4) & 0xFFFFFFFFL;
      int content = at + CHUNK;
      boolean data = tag.equals("data");
      if (data && length == UNKNOWN) {
        length = (long) size - content;
      }
      if (length > size - content) {
        throw wrong(
            at,
            "chunk \"%s\" says that it has %s bytes, but there are %s. The file is cut off or damaged."
                .formatted(tag, length, size - content));
      }
      if (tag.equals("fmt ")) {
        readFormat(content, (int) length);
        described = true;
      } else if (data) {
        if (!described) {
          throw wrong(at, "chunk \"data\" comes before \"fmt \", which says how to read it.");
        }
        return clip(content, (int) length);
      }
      at = (int) Math.min(size, content + length + (length & 1));
    }
    throw wrong(at, "the file ends without a chunk \"data\", so that it has no samples.");
  }

  private void readFormat(int at, int length) {
    if (length < SHORTEST_FORMAT) {
      throw wrong(at, "chunk \"fmt \" has " + length + " bytes, expected at least 16.");
    }
    format = bytes.getShort(at) & 0xFFFF;
    channels = bytes.getShort(at + 2) & 0xFFFF;
    rate = bytes.getInt(at + 4) & 0xFFFFFFFFL;
    bits = bytes.getShort(at + 14) & 0xFFFF;
    if (format == EXTENSIBLE && length >= SUB_FORMAT + 2) {
      format = bytes.getShort(at + SUB_FORMAT) & 0xFFFF;
    }
    boolean whole = format == PCM && (bits == 8 || bits == 16 || bits == 24 || bits == 32);
    boolean decimal = format == FLOAT && (bits == 32 || bits == 64);
    if (!whole && !decimal) {
      throw wrong(
          at,
          "samples are of format %s with %s bits, expected PCM of 8, 16, 24 or 32 bits, or floats of 32 or 64."
              .formatted(format, bits));
    }
    if (channels == 0) {
      throw wrong(at + 2, "there are 0 channels, expected at least 1.");
    }
    if (rate < 1 || rate > 768_000) {
      throw wrong(at + 4, "the rate is " + rate + " samples a second, expected 1 to 768000.");
    }
  }

  private AudioClip clip(int at, int length) {
    int frame = channels * (bits / 8);
    if (length % frame != 0) {
      throw wrong(
          at,
          "chunk \"data\" has %s bytes, no multiple of the %s that a sample of %s channels takes."
              .formatted(length, frame, channels));
    }
    if (length == 0) {
      throw wrong(at, "chunk \"data\" is empty: the file has no samples.");
    }
    float[] samples = new float[length / frame];
    for (int i = 0; i < samples.length; i++) {
      double sum = 0;
      for (int c = 0; c < channels; c++) {
        int place = at + i * frame + c * (bits / 8);
        double value = sample(place);
        if (!Double.isFinite(value) || Math.abs(value) > Float.MAX_VALUE) {
          throw wrong(place, "the sample is " + value + ", expected a finite number.");
        }
        sum += value;
      }
      samples[i] = (float) (sum / channels);
    }
    return AudioClip.owning(samples, (int) rate);
  }

  private double sample(int at) {
    if (format == FLOAT) {
      return bits == 32 ? bytes.getFloat(at) : bytes.getDouble(at);
    }
    return switch (bits) {
      case 8 -> ((bytes.get(at) & 0xFF) - 128) / 128.0;
      case 16 -> bytes.getShort(at) / 32_768.0;
      case 24 ->
          ((bytes.get(at + 2) << 16) | (bytes.get(at + 1) & 0xFF) << 8 | (bytes.get(at) & 0xFF))
              / 8_388_608.0;
      default -> bytes.getInt(at) / 2_147_483_648.0;
    };
  }

  /** Returns a file of 16-bit samples. */
  static byte[] bytes(float[] samples, int rate) {
    int length = Math.multiplyExact(samples.length, 2);
    ByteBuffer out = ByteBuffer.allocate(Math.addExact(length, 44)).order(ByteOrder.LITTLE_ENDIAN);
    out.put("RIFF".getBytes(StandardCharsets.ISO_8859_1)).putInt(36 + length);
    out.put("WAVEfmt ".getBytes(StandardCharsets.ISO_8859_1)).putInt(SHORTEST_FORMAT);
    out.putShort((short) PCM).putShort((short) 1).putInt(rate).putInt(2 * rate);
    out.putShort((short) 2).putShort((short) 16);
    out.put("data".getBytes(StandardCharsets.ISO_8859_1)).putInt(length);
    for (float sample : samples) {
      long scaled = Math.round(sample * 32_768.0);
      out.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, scaled)));
    }
    return out.array();
  }
}
