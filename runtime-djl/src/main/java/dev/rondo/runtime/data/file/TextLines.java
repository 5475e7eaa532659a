package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;

/** The lines of a file, with their numbers, as places in an array of characters. */
final class TextLines implements Closeable {
  private static final int LEAST_READ = 1 << 13;
  private static final int LONGEST = 1 << 28;

  private final Path file;
  private final Utf8Reader reader;
  private char[] text = new char[4 * LEAST_READ];
  private int from;
  private int to;
  private int next;
  private int limit;
  private long number;

  private TextLines(Path file, Utf8Reader reader) {
    this.file = file;
    this.reader = reader;
  }

  static TextLines open(Path file) throws IOException {
    return new TextLines(file, Utf8Reader.open(file));
  }

  /** Goes to the next line that is not blank; returns false at the end. */
  boolean next() throws IOException {
    do {
      if (!nextOrBlank()) {
        return false;
      }
    } while (isBlank());
    return true;
  }

  /** Goes to the next line, whatever is in it; returns false at the end. */
  boolean nextOrBlank() throws IOException {
    from = next;
    int i = next;
    while (true) {
      if (i == limit) {
        int read = i - from;
        if (!fill()) {
          if (read == 0) {
            return false;
          }
          number++;
          to = limit;
          next = limit;
          return true;
        }
        i = from + read;
      }
      if (text[i] == '\n' || text[i] == '\r') {
        number++;
        int length = i - from;
        boolean more = i + 1 < limit || fill();
        to = from + length;
        next = to + (more && text[to] == '\r' && text[to + 1] == '\n' ? 2 : 1);
        return true;
      }
      i++;
    }
  }

  /** Reads on; what belongs to the line moves to the start. */
  private boolean fill() throws IOException {
    if (text.length - limit < LEAST_READ) {
      System.arraycopy(text, from, text, 0, limit - from);
      limit -= from;
      from = 0;
      if (text.length - limit < LEAST_READ) {
        if (text.length > LONGEST) {
          throw new ExampleFileException(
              "\"%s\", line %s: the line has more than %s characters, expected one example a line."
                  .formatted(file, number + 1, LONGEST));
        }
        text = Arrays.copyOf(text, 2 * text.length);
      }
    }
    int count = reader.read(text, limit, text.length - limit);
    if (count < 0) {
      return false;
    }
    limit += count;
    return true;
  }

  /** Returns whether there is nothing but white space in the line. */
  boolean isBlank() {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(text[i])) {
        return false;
      }
    }
    return true;
  }

  /** Returns the number of the line, from 1. */
  long number() {
    return number;
  }

  /** Returns the array that {@link #from} and {@link #to} point into, until the next line. */
  char[] characters() {
    return text;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  @Override
  public String toString() {
    return new String(text, from, to - from);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
