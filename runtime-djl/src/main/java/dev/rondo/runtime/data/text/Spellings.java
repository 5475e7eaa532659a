package dev.rondo.runtime.data.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Finds how a text spells its tokens, which were cut from it in lower case.
 *
 * <p>Letters may become longer in lower case (U+0130) or shorter (J with caron), so places in one
 * text are none in the other. Both are walked side by side, and parts that have the same lower case
 * are taken for each other.
 */
final class Spellings {
  /** More tokens or parts are not put together, to find out whether they are the same text. */
  private static final int MOST_JOINED = 256;

  private final UnaryOperator<String> lower;
  private final List<String> spelled = new ArrayList<>();

  private Spellings(UnaryOperator<String> lower) {
    this.lower = lower;
  }

  /**
   * Returns a spelling for each token.
   *
   * @param tokens in lower case
   * @param cased the same text in upper and lower case, cut as the tokens are or into larger parts
   * @param lower makes lower case of a part
   */
  static List<String> of(List<String> tokens, List<String> cased, UnaryOperator<String> lower) {
    Spellings spellings = new Spellings(lower);
    spellings.align(tokens, cased);
    return spellings.spelled;
  }

  private void align(List<String> tokens, List<String> cased) {
    int token = 0;
    int part = 0;
    while (token < tokens.size()) {
      int firstToken = token;
      int firstPart = part;
      String cut = tokens.get(token++);
      String whole = "";
      String lowered = "";
      // the shortest lists of tokens and of parts that are the same text
      while (!sameText(cut, lowered)) {
        boolean few = token - firstToken + part - firstPart < MOST_JOINED;
        if (few && lowered.length() <= cut.length() && part < cased.size()) {
          whole = whole + cased.get(part++);
          lowered = lower.apply(whole);
        } else if (few && cut.length() < lowered.length() && token < tokens.size()) {
          cut = cut + tokens.get(token++);
        } else {
          // nothing that follows can be found any more
          spelled.addAll(tokens.subList(firstToken, tokens.size()));
          return;
        }
      }
      spell(tokens.subList(firstToken, token), whole);
    }
  }

  private void spell(List<String> tokens, String whole) {
    if (tokens.size() == 1) {
      spelled.add(whole);
    } else if (everyLetterKeepsItsLength(whole)) {
      int at = 0;
      for (String token : tokens) {
        spelled.add(whole.substring(at, at + token.length()));
        at += token.length();
      }
    } else {
      spelled.addAll(tokens);
    }
  }

  private boolean everyLetterKeepsItsLength(String text) {
    int length = text.length();
    int end;
    for (int start = 0; start < length; start = end) {
      end = text.offsetByCodePoints(start, 1);
      if (lower.apply(text.substring(0, end)).length() != end) {
        return false;
      }
    }
    return true;
  }

  /** A sigma at the end of a word has a form of its own, and a part may end within a word. */
  private static boolean sameText(String one, String other) {
    return one.replace('\u03C2', '\u03C3').equals(other.replace('\u03C2', '\u03C3'));
  }
}
