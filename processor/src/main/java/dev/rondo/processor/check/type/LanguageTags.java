package dev.rondo.processor.check.type;

import dev.rondo.processor.diag.Suggestions;
import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The names of languages as of IETF BCP 47. */
final class LanguageTags {
  private LanguageTags() {}

  /** Returns whether a tag is well-formed and its language is a code, not a name. */
  static boolean valid(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      return language.length() == 2 || language.length() == 3;
    } catch (IllformedLocaleException e) {
      return false;
    }
  }

  /**
   * Returns the tag that was probably meant: {@code en-US} for {@code en_US} or {@code English}.
   */
  static Optional<String> closest(String written) {
    String hyphenated = written.replace('_', '-');
    if (valid(hyphenated)) {
      return Optional.of(hyphenated);
    }
    Map<String, String> tagsByName = new TreeMap<>();
    Arrays.stream(Locale.getISOLanguages())
        .forEach(
            tag ->
                tagsByName.put(Locale.forLanguageTag(tag).getDisplayLanguage(Locale.ENGLISH), tag));
    return Suggestions.closest(written, tagsByName.keySet()).map(tagsByName::get);
  }
}
