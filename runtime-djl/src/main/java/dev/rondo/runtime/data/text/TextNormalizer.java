package dev.rondo.runtime.data.text;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.util.ULocale;
import dev.rondo.runtime.data.Wording;
import java.util.IllformedLocaleException;

/**
 * Makes one spelling of texts that count as the same: Unicode normalization form C, one kind of
 * line end, and lower case by the rules of a language if wanted.
 *
 * <p>Half surrogate pairs become U+FFFD, the replacement character, so that every text can be
 * written as UTF-8. All rules come from ICU and not from the JDK: a stored model must read a text
 * in the same way on every version of Java. Safe for use by many threads.
 */
final class TextNormalizer {
  private static final Normalizer2 NFC = Normalizer2.getNFCInstance();

  private final ULocale locale;
  private final boolean lowercase;

  /**
   * Creates a normalizer.
   *
   * @param language an IETF tag such as {@code "tr"}; empty for none
   * @throws IllegalArgumentException if the language is no IETF tag
   */
  TextNormalizer(String language, boolean lowercase) {
    this.locale = locale(language);
    this.lowercase = lowercase;
  }

  /** Returns ICU's name for a language; that of none is the root. */
  static ULocale locale(String language) {
    if (language.isEmpty()) {
      return ULocale.ROOT;
    }
    try {
      // ULocale.forLanguageTag drops what it does not understand; the builder objects
      return new ULocale.Builder().setLanguageTag(language).build();
    } catch (IllformedLocaleException | com.ibm.icu.util.IllformedLocaleException e) {
      throw new IllegalArgumentException(
          "language "
              + Wording.quote(language)
              + " is no IETF language tag. Write for example \"en\" or \"pt-BR\", or \"\" for"
              + " none.",
          e);
    }
  }

  /** Returns the one spelling of a text. */
  String normalize(String text) {
    String spelled = NFC.normalize(withoutHalfPairs(text).replace("\r\n", "\n"));
    // lower-casing can leave what form C writes otherwise
    return lowercase ? NFC.normalize(UCharacter.toLowerCase(locale, spelled)) : spelled;
  }

  private static String withoutHalfPairs(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return text.codePoints()
            .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
      }
    }
    return text;
  }
}
