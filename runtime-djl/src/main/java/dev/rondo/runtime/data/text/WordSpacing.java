package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;

/**
 * Puts the words of a text together, with spaces where most languages that write spaces have them.
 *
 * <p>In French, {@code ? ! : ;} and the insides of guillemets are set off by a space. Straight
 * quotation marks open and close in turn. What looks the same with and without a space, a hyphen
 * between words or a dash, is taken for what it is more often: {@code est-ce}.
 */
final class WordSpacing implements Joiner {
  private static final String SET_OFF_IN_FRENCH = "?!:;\u00AB\u00BB";
  private static final String CLINGS_TO_WHAT_IS_BEFORE = ".,;:!?%\u00B0\u2026";
  private static final String CLINGS_TO_WHAT_FOLLOWS = "\u00BF\u00A1#";
  private static final String BETWEEN_WORDS = "-/\u2010\u2011";

  private final boolean french;
  private String before = "";

  /** Whether the next token stands right behind the last one, whatever it is. */
  private boolean clings;

  /** Whether it does if it is a number. */
  private boolean clingsToNumber;

  private boolean quoted;

  /**
   * Starts a text.
   *
   * @param language an IETF tag; empty for none
   */
  WordSpacing(String language) {
    this.french =
        TextNormalizer.locale(language).getLanguage().equals(ULocale.FRENCH.getLanguage());
  }

  @Override
  public String added(String token) {
    // at the beginning of a text, as behind a space
    int left = before.isEmpty() ? ' ' : before.codePointBefore(before.length());
    boolean together = before.isEmpty() || clings || isTogether(left, token.codePointAt(0));
    remember(left, together, token.codePointBefore(token.length()));
    before = token;
    return together ? token : " " + token;
  }

  private boolean isTogether(int left, int right) {
    if (setOff(right)) {
      boolean severalMarks = isMark(left) && isMark(right);
      return severalMarks || isTime(left, right);
    }
    if (right == '"') {
      return quoted;
    }
    if (isApostrophe(right)) {
      return isWordy(left) || isMark(left);
    }
    if (isBetweenWords(right)) {
      return isWordy(left);
    }
    return CLINGS_TO_WHAT_IS_BEFORE.indexOf(right) >= 0
        || closes(right)
        || (clingsToNumber && UCharacter.isDigit(right))
        || (writesNoSpaces(left) && writesNoSpaces(right));
  }

  /** Remembers what the next token needs to know of this one, which ends with {@code last}. */
  private void remember(int left, boolean together, int last) {
    clingsToNumber =
        isTime(left, last) || ((last == '-' || isCurrency(last)) && !UCharacter.isDigit(left));
    if (last == '"') {
      quoted = !quoted;
      clings = quoted;
    } else if (isApostrophe(last)) {
      // one behind a word is left out letters in French, and ends a quotation or a plural elsewhere
      clings = french || !together || left == ' ';
    } else if (isBetweenWords(last)) {
      clings = together && isWordy(left);
    } else {
      clings = CLINGS_TO_WHAT_FOLLOWS.indexOf(last) >= 0 || (opens(last) && !setOff(last));
    }
  }

  private static boolean isTime(int left, int right) {
    return UCharacter.isDigit(left) && right == ':';
  }

  private static boolean isApostrophe(int character) {
    return character == '\'' || character == '\u2019';
  }

  private static boolean isBetweenWords(int character) {
    return BETWEEN_WORDS.indexOf(character) >= 0;
  }

  /** Whether French has a space between a mark and the words next to it. */
  private boolean setOff(int mark) {
    return french && SET_OFF_IN_FRENCH.indexOf(mark) >= 0;
  }

  private static boolean isMark(int character) {
    return "?!:;".indexOf(character) >= 0;
  }

  private static boolean isWordy(int character) {
    return UCharacter.isLetterOrDigit(character);
  }

  private static boolean isCurrency(int character) {
    return UCharacter.getType(character) == ECharacterCategory.CURRENCY_SYMBOL;
  }

  private static boolean closes(int character) {
    int type = UCharacter.getType(character);
    return type == ECharacterCategory.END_PUNCTUATION
        || type == ECharacterCategory.FINAL_PUNCTUATION;
  }

  private static boolean opens(int character) {
    int type = UCharacter.getType(character);
    return type == ECharacterCategory.START_PUNCTUATION
        || type == ECharacterCategory.INITIAL_PUNCTUATION;
  }

  private static boolean writesNoSpaces(int character) {
    return switch (UScript.getScript(character)) {
      case UScript.HAN,
          UScript.HIRAGANA,
          UScript.KATAKANA,
          UScript.THAI,
          UScript.LAO,
          UScript.KHMER,
          UScript.MYANMAR ->
          true;
      default -> "\u3001\u3002\uFF0C\uFF1F\uFF01".indexOf(character) >= 0;
    };
  }
}
