package dev.rondo.samples.tagger;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a sentence that somebody typed as corpora are cut: at white space, and before and behind
 * punctuation marks; {@code 's}, {@code n't} and the like are words of their own. Marks inside of
 * words stay: {@code 3-1}, {@code 12/05/2024}, {@code U.S.}, {@code Aix-en-Provence}.
 */
final class TypedWords {
  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  /** The same mark several times is one token: {@code !!}, {@code ...}. */
  private static final Pattern FIRST_MARKS = Pattern.compile("([(\\[{\"“‘«<])\\1*|'(?=\\p{L}{3})");

  private static final Pattern LAST_MARKS = Pattern.compile("([.,;:!?)\\]}\"”’»>…'])\\1*$");
  private static final Pattern CLITIC =
      Pattern.compile("(.+)(['’](?:s|re|m|ll|ve|d)|n['’]t)", Pattern.CASE_INSENSITIVE);
  private static final Pattern ABBREVIATION = Pattern.compile("\\p{L}\\.|.+\\.\\p{L}+\\.");
  private static final Set<String> TITLES =
      Set.of("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "St.", "Jr.", "Sr.", "No.", "Inc.", "Ltd.");

  private TypedWords() {}

  /** Returns the words and marks of a sentence. */
  static List<String> of(String sentence) {
    List<String> words = new ArrayList<>();
    WHITE_SPACE
        .splitAsStream(sentence.strip())
        .filter(part -> !part.isEmpty())
        .forEach(part -> add(part, words));
    return words;
  }

  private static void add(String part, List<String> words) {
    String rest = part;
    Matcher first = FIRST_MARKS.matcher(rest);
    while (first.lookingAt() && first.end() < rest.length()) {
      words.add(first.group());
      rest = rest.substring(first.end());
      first = FIRST_MARKS.matcher(rest);
    }
    List<String> behind = new ArrayList<>();
    Matcher last = LAST_MARKS.matcher(rest);
    while (!keepsItsMarks(rest) && last.find() && last.start() > 0) {
      behind.add(0, last.group());
      rest = rest.substring(0, last.start());
      last = LAST_MARKS.matcher(rest);
    }
    Matcher clitic = CLITIC.matcher(rest);
    if (clitic.matches()) {
      words.add(clitic.group(1));
      words.add(clitic.group(2));
    } else {
      words.add(rest);
    }
    words.addAll(behind);
  }

  private static boolean keepsItsMarks(String word) {
    return TITLES.contains(word) || ABBREVIATION.matcher(word).matches();
  }
}
