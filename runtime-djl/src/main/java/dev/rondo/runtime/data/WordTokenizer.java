package dev.rondo.runtime.data;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Cuts a text at the word boundaries of <a href="https://unicode.org/reports/tr29/">UAX #29</a>,
 * with ICU's dictionaries for scripts that write no spaces (Chinese, Japanese, Thai, Lao, Khmer,
 * Burmese).
 *
 * <p>Words, numbers, single punctuation marks and whole emoji are tokens. White space, control and
 * invisible format characters that stand alone are not: they only separate.
 */
final class WordTokenizer implements Tokenizer {
  private final BreakIterator boundaries;
  private final TextNormalizer normalizer;

  /**
   * Break iterators carry the state of one walk, and cloning one costs more than cutting a
   * sentence. So they are lent: there are never more than threads that tokenized at the same time,
   * and no thread keeps one (as thread-locals would, beyond the life of this tokenizer).
   */
  private final Queue<BreakIterator> idle = new ConcurrentLinkedQueue<>();

  WordTokenizer(ULocale locale, TextNormalizer normalizer) {
    this.boundaries = BreakIterator.getWordInstance(locale);
    this.normalizer = normalizer;
  }

  @Override
  public List<String> tokens(String text) {
    BreakIterator lent = idle.poll();
    BreakIterator walk = lent == null ? newWalk() : lent;
    List<String> tokens = cut(normalizer.normalize(text), walk);
    // a walk that failed is not given back; one that is must not keep the text in memory
    walk.setText("");
    idle.add(walk);
    return tokens;
  }

  private BreakIterator newWalk() {
    synchronized (boundaries) {
      return (BreakIterator) boundaries.clone();
    }
  }

  private static List<String> cut(String text, BreakIterator walk) {
    List<String> tokens = new ArrayList<>();
    walk.setText(text);
    int start = walk.first();
    for (int end = walk.next(); end != BreakIterator.DONE; end = walk.next()) {
      if (isToken(text, start, end)) {
        tokens.add(text.substring(start, end));
      }
      start = end;
    }
    return tokens;
  }

  private static boolean isToken(String text, int start, int end) {
    int character;
    for (int i = start; i < end; i += Character.charCount(character)) {
      character = text.codePointAt(i);
      if (!separates(character)) {
        return true;
      }
    }
    return false;
  }

  private static boolean separates(int character) {
    int type = UCharacter.getType(character);
    return type == UCharacterCategory.CONTROL
        || type == UCharacterCategory.FORMAT
        || UCharacter.isUWhiteSpace(character);
  }
}
