package dev.rondo.runtime.data;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What columns are called in the headers of many data sets. */
final class HeaderWords {
  /** Names of answers. */
  private static final Set<String> LAST = Set.of("expected", "label", "class", "target");

  /** Names of texts that are answers. */
  private static final Set<String> LAST_TEXT =
      Set.of("expected", "label", "class", "target", "tgt", "output", "translation");

  /** Names of texts that are read. */
  private static final Set<String> TEXT =
      Set.of("source", "src", "input", "text", "sentence", "sentence1", "sentence2");

  /** Not all codes: the first words of a dictionary may be "is" and "es", which are two of them. */
  private static final Set<String> CODES =
      Set.of(
          "ar", "cs", "da", "de", "en", "es", "et", "fi", "fr", "hi", "hu", "it", "ja", "ko", "nl",
          "pl", "pt", "ro", "ru", "sv", "th", "tr", "uk", "vi", "zh");

  private HeaderWords() {}

  /** Returns whether the last field is the usual name of an answer. */
  static boolean last(List<String> fields) {
    return LAST.contains(lower(fields.get(fields.size() - 1)));
  }

  /**
   * Returns whether all fields are names of columns, each another one: of these, usual ones, or
   * languages.
   *
   * @param columns as many as there are fields
   */
  static boolean all(List<String> fields, List<String> columns) {
    List<String> found = fields.stream().map(HeaderWords::lower).toList();
    if (found.size() < 2 || new HashSet<>(found).size() < found.size()) {
      return false;
    }
    if (languages().containsAll(found)) {
      return true;
    }
    Set<String> own = new HashSet<>(columns.stream().map(HeaderWords::lower).toList());
    int last = found.size() - 1;
    return (own.contains(found.get(last)) || LAST_TEXT.contains(found.get(last)))
        && found.subList(0, last).stream()
            .allMatch(name -> own.contains(name) || TEXT.contains(name));
  }

  private static String lower(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }

  /** Languages by name in English, and those by code that have much parallel text. */
  private static Set<String> languages() {
    Set<String> names = new HashSet<>(CODES);
    for (String code : Arrays.asList(Locale.getISOLanguages())) {
      names.add(lower(Locale.forLanguageTag(code).getDisplayLanguage(Locale.ENGLISH)));
    }
    return names;
  }
}
