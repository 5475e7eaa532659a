package dev.rondo.runtime.data;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacterEnums.ECharacterCategory;
import com.ibm.icu.lang.UScript;

/**
 * Where a space stands between two words of a text, as most languages that write spaces have it.
 */
final class WordSpacing {
  private WordSpacing() {}

  /** Returns what stands between two tokens. */
  static String between(String before, String after) {
    int left = before.codePointBefore(before.length());
    int right = after.codePointAt(0);
    boolean together =
        joinsLeft(right) || joinsRight(left) || (writesNoSpaces(left) && writesNoSpaces(right));
    return together ? "" : " ";
  }

  private static boolean joinsLeft(int character) {
    int type = UCharacter.getType(character);
    return ".,;:!?%'\u2019\u2026".indexOf(character) >= 0
        || type == ECharacterCategory.END_PUNCTUATION
        || type == ECharacterCategory.FINAL_PUNCTUATION;
  }

  private static boolean joinsRight(int character) {
    int type = UCharacter.getType(character);
    return "'\u2019".indexOf(character) >= 0
        || type == ECharacterCategory.START_PUNCTUATION
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
