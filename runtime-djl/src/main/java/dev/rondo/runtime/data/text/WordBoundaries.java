package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cuts a text at the word boundaries of <a href="https://unicode.org/reports/tr29/">UAX #29</a>,
 * with ICU's dictionaries for scripts that write no spaces (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese). Nothing is left out. Safe for use by many threads.
 *
 * <p>The narrow no-break space is a part of words there, so that it can stand in large numbers.
 * Here it is one between digits only: French has it before question marks too.
 */
final class WordBoundaries {
  private static final char NARROW_NO_BREAK_SPACE = '\u202F';
  private static final char NO_BREAK_SPACE = '\u00A0';

  private final BreakIterator boundaries;

  /**
   * Break iterators carry the state of one walk, and cloning one costs more than cutting a
   * sentence. So they are lent: there are never more than threads that cut at the same time, and no
   * thread keeps one (as thread-locals would, beyond the life of this object).
   */
  private final Queue<BreakIterator> idle = new ConcurrentLinkedQueue<>();

  WordBoundaries(ULocale locale) {
    this.boundaries = BreakIterator.getWordInstance(locale);
  }

  /** Returns the words of a text and what stands between them, in order. */
  List<String> cut(String text) {
    BreakIterator lent = idle.poll();
    BreakIterator walk = lent == null ? newWalk() : lent;
    List<String> segments = segments(text, walk);
    // a walk that failed is not given back; one that is must not keep the text in memory
    walk.setText("");
    idle.add(walk);
    return segments;
  }

  private BreakIterator newWalk() {
    synchronized (boundaries) {
      return (BreakIterator) boundaries.clone();
    }
  }

  private static List<String> segments(String text, BreakIterator walk) {
    List<String> segments = new ArrayList<>();
    walk.setText(withoutNarrowSpaces(text));
    int start = walk.first();
    for (int end = walk.next(); end != BreakIterator.DONE; end = walk.next()) {
      segments.add(text.substring(start, end));
      start = end;
    }
    return segments;
  }

  private static String withoutNarrowSpaces(String text) {
    int at = text.indexOf(NARROW_NO_BREAK_SPACE);
    if (at < 0) {
      return text;
    }
    StringBuilder wide = new StringBuilder(text);
    for (; at >= 0; at = text.indexOf(NARROW_NO_BREAK_SPACE, at + 1)) {
      boolean inNumber =
          at > 0
              && at + 1 < text.length()
              && UCharacter.isDigit(text.codePointBefore(at))
              && UCharacter.isDigit(text.codePointAt(at + 1));
      if (!inNumber) {
        wide.setCharAt(at, NO_BREAK_SPACE);
      }
    }
    return wide.toString();
  }
}
