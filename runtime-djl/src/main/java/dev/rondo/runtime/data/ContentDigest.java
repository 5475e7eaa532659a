package dev.rondo.runtime.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The digest of encoded values: numbers, texts, steps, and arrays and lists of them. Each says what
 * it is and how long, so that no two sequences of values are the same bytes.
 */
final class ContentDigest {
  private static final int BUFFER_BYTES = 1 << 13;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);

  ContentDigest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * Adds a value.
   *
   * @throws IllegalArgumentException if it is of a class that is none of those above
   */
  void add(@Nullable Object value) {
    if (value == null) {
      begin('0', 0);
    } else if (value instanceof int[] numbers) {
      begin('I', numbers.length);
      for (int number : numbers) {
        put(number);
      }
    } else if (value instanceof float[] numbers) {
      begin('F', numbers.length);
      for (float number : numbers) {
        put(Float.floatToRawIntBits(number));
      }
    } else if (value instanceof Number number) {
      begin('N', Double.doubleToRawLongBits(number.doubleValue()));
      put(number.intValue()); // so that large long ones differ, too
    } else if (value instanceof Boolean flag) {
      begin('B', flag ? 1 : 0);
    } else if (value instanceof String text) {
      begin('S', text.length());
      characters(text);
    } else if (value instanceof Enum<?> constant) {
      begin('E', 0);
      add(constant.name());
    } else if (value instanceof Steps steps) {
      begin('T', steps.length());
      add(steps.features());
      add(steps.symbols());
      if (steps.inner().length > 0) {
        add(steps.inner());
      }
    } else if (value instanceof List<?> list) {
      begin('L', list.size());
      list.forEach(this::add);
    } else if (value instanceof Object[] array) {
      begin('A', array.length);
      for (Object element : array) {
        add(element);
      }
    } else {
      throw new IllegalArgumentException(
          "encoded data has a " + value.getClass().getName() + ", which has no fingerprint");
    }
  }

  /** Adds a part of a text; where it is cut means nothing. */
  void characters(String part) {
    flush();
    digest.update(part.getBytes(StandardCharsets.UTF_16BE));
  }

  void endOfDocument() {
    put(0xFFFFFFFF); // U+FFFF twice, which is no character
  }

  private void begin(char kind, long length) {
    put(kind);
    put((int) (length >>> 32));
    put((int) length);
  }

  private void put(int number) {
    if (buffer.remaining() < Integer.BYTES) {
      flush();
    }
    buffer.putInt(number);
  }

  private void flush() {
    digest.update(buffer.array(), 0, buffer.position());
    buffer.clear();
  }

  /** Ends the digest. */
  String sha256() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
