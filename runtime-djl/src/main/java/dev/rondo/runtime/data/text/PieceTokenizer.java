package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a text into pieces that put together are the text again: words, punctuation marks and emoji,
 * each with the white space before it. Subwords are parts of such pieces.
 *
 * <p>White space is made regular before: a run of it becomes one space, or the line feeds that are
 * in it; at both ends of the text it goes. No-break spaces are no white space in this sense: they
 * stay. A line feed is a piece. A word at the beginning of a line gets a space too, so that it is
 * the same piece everywhere; putting together takes it away.
 *
 * <p>A piece of more than 64 {@code char}s is cut into several.
 */
record PieceTokenizer(WordBoundaries boundaries, TextNormalizer normalizer) implements Tokenizer {
  private static final int LONGEST = 64;

  @Override
  public List<String> tokens(String text) {
    Pieces pieces = new Pieces();
    for (String segment : boundaries.cut(regular(normalizer.normalize(text)))) {
      int start = 0;
      for (int i = 1; i < segment.length(); i++) {
        // marks that combine belong to the space that they stand on, and to the same segment
        if (segment.charAt(i) == ' '
            || segment.charAt(i) == '\n'
            || segment.charAt(i - 1) == '\n') {
          pieces.add(segment.substring(start, i));
          start = i;
        }
      }
      pieces.add(segment.substring(start));
    }
    pieces.flush();
    return pieces.complete;
  }

  private static String regular(String text) {
    StringBuilder regular = new StringBuilder(text.length());
    boolean space = false;
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i); // all white space is in the basic plane
      if (c == '\n') {
        regular.append(c);
        begins = true;
        space = false;
      } else if (UCharacter.isWhitespace(c)) {
        space = true;
      } else {
        if (space && !begins) {
          regular.append(' ');
        }
        regular.append(c);
        begins = false;
        space = false;
      }
    }
    return regular.toString();
  }

  @Override
  public Joiner joiner() {
    return new LineJoiner();
  }

  /** Collects pieces. */
  private static final class Pieces {
    private final List<String> complete = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private boolean begins = true;

    /** Adds a line feed, or what has a space at its beginning at most. */
    void add(String part) {
      if (part.equals("\n")) {
        flush();
        complete.add(part);
        begins = true;
        return;
      }
      if (part.charAt(0) == ' ') {
        flush();
      } else if (begins) {
        pending.append(' ');
      }
      begins = false;
      pending.append(part);
      if (pending.length() > LONGEST || !part.codePoints().allMatch(UCharacter::isUWhiteSpace)) {
        flush();
      }
    }

    void flush() {
      int end;
      for (int start = 0; start < pending.length(); start = end) {
        end = Math.min(start + LONGEST, pending.length());
        if (end < pending.length() && Character.isLowSurrogate(pending.charAt(end))) {
          end++;
        }
        complete.add(pending.substring(start, end));
      }
      pending.setLength(0);
    }
  }

  /** Joins tokens that have their spaces; a line does not begin with one. */
  private static final class LineJoiner implements Joiner {
    private boolean begins = true;

    @Override
    public String added(String token) {
      String added = begins && token.charAt(0) == ' ' ? token.substring(1) : token;
      begins = token.endsWith("\n");
      return added;
    }
  }
}
