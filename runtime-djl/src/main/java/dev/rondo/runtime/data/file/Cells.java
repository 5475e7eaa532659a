package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Wording;
import java.util.Arrays;

/**
 * The values of one row, as they are written, by the columns of a {@link Columns}. The same object
 * is filled anew for every row: nothing keeps it.
 */
public final class Cells {
  private static final int ABSENT = -1;
  private static final int IS_NULL = -2;

  private final Places places;
  private final int[] from;
  private final int[] to;
  private char[] text = new char[256];
  private int length;
  private long line;

  /** Tells where a value is. */
  @FunctionalInterface
  interface Places {
    String of(Column column, Cells cells);
  }

  Cells(int columns, Places places) {
    this.places = places;
    this.from = new int[columns];
    this.to = new int[columns];
    Arrays.fill(from, ABSENT);
  }

  /** Forgets all values. */
  void start(long ofLine) {
    line = ofLine;
    length = 0;
    Arrays.fill(from, ABSENT);
  }

  /** Forgets the values of some columns, which were the last ones that were put in. */
  void restart(int[] slots, int length) {
    this.length = length;
    for (int slot : slots) {
      from[slot] = ABSENT;
    }
  }

  /** Returns the number of the line, from 1. */
  long line() {
    return line;
  }

  int length() {
    return length;
  }

  void put(int slot, char[] source, int offset, int count) {
    from[slot] = length;
    append(source, offset, count);
    to[slot] = length;
  }

  /** Starts a value of several parts, which are appended. */
  void begin(int slot) {
    from[slot] = length;
    to[slot] = length;
  }

  void end(int slot) {
    to[slot] = length;
  }

  void append(char[] source, int offset, int count) {
    grow(count);
    System.arraycopy(source, offset, text, length, count);
    length += count;
  }

  void append(char c) {
    grow(1);
    text[length++] = c;
  }

  private void grow(int count) {
    if (count > text.length - length) {
      text = Arrays.copyOf(text, Math.max(Math.addExact(length, count), 2 * text.length));
    }
  }

  void putNull(int slot) {
    from[slot] = IS_NULL;
  }

  /** Lets a column have a part of the text that another has. */
  void share(int slot, int start, int end) {
    from[slot] = start;
    to[slot] = end;
  }

  /** Takes over values from another row. */
  void copy(Cells other, int[] slots) {
    for (int slot : slots) {
      if (other.from[slot] < 0) {
        from[slot] = other.from[slot];
      } else {
        put(slot, other.text, other.from[slot], other.to[slot] - other.from[slot]);
      }
    }
  }

  /** Returns whether a value is written in the same way in another row. */
  boolean isSame(Cells other, int slot) {
    if (from[slot] < 0 || other.from[slot] < 0) {
      return from[slot] == other.from[slot];
    }
    return Arrays.equals(text, from[slot], to[slot], other.text, other.from[slot], other.to[slot]);
  }

  /** Returns whether nothing was put there, not even null. */
  boolean isUnset(int slot) {
    return from[slot] == ABSENT;
  }

  boolean isAbsent(int slot) {
    return from[slot] < 0;
  }

  /** Returns the characters that {@link #start(int)} and {@link #end} point into. */
  char[] characters() {
    return text;
  }

  /** Returns where a value starts, white space left out. */
  int first(int slot) {
    int first = from[slot];
    while (first < to[slot] && Character.isWhitespace(text[first])) {
      first++;
    }
    return first;
  }

  /** Returns where a value ends, white space left out. */
  int last(int slot) {
    int last = to[slot];
    while (last > from[slot] && Character.isWhitespace(text[last - 1])) {
      last--;
    }
    return last;
  }

  /** Returns a value as it is written; empty if there is none. */
  String text(int slot) {
    return from[slot] < 0 ? "" : new String(text, from[slot], to[slot] - from[slot]);
  }

  /**
   * Returns whether a value is missing: not there, blank, {@code NaN}, {@code NA}, {@code null},
   * ignoring case, or {@code ?}.
   */
  boolean isMissing(int slot) {
    if (from[slot] < 0) {
      return true;
    }
    int first = first(slot);
    return isMissing(text, first, Math.max(first, last(slot)));
  }

  static boolean isMissing(char[] text, int from, int to) {
    return switch (to - from) {
      case 0 -> true;
      case 1 -> text[from] == '?';
      case 2 -> is("na", text, from);
      case 3 -> is("nan", text, from);
      case 4 -> is("null", text, from);
      default -> false;
    };
  }

  private static boolean is(String word, char[] text, int from) {
    for (int i = 0; i < word.length(); i++) {
      char c = text[from + i];
      if (c != word.charAt(i) && c != word.charAt(i) - 'a' + 'A') {
        return false;
      }
    }
    return true;
  }

  /** Returns where a value is: file, line, and the column or the path. */
  String place(Column column) {
    return places.of(column, this);
  }

  /** Returns what is there, for an error. */
  String found(int slot) {
    return switch (from[slot]) {
      case ABSENT -> "nothing";
      case IS_NULL -> "null";
      default -> Wording.quote(text(slot));
    };
  }
}
