package dev.rondo.samples.corpora.translation.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Writes French words as a sentence. This is the only place that knows elision ("l'homme", "bel
 * arbre", "s'il"), contraction ("du", "aux"), capitals and the spaces around punctuation.
 */
final class FrenchWriter {

  private static final Set<String> MARKS = Set.of(",", ".");

  private FrenchWriter() {}

  /** Returns the sentence with its mark at the end; "?" and "!" stand after a space. */
  static String write(List<FrenchWord> words, String mark) {
    List<String> written = elide(contract(words));
    StringBuilder out = new StringBuilder();
    for (String word : written) {
      if (!out.isEmpty() && !MARKS.contains(word) && out.charAt(out.length() - 1) != '\'') {
        out.append(' ');
      }
      out.append(word);
    }
    if (!MARKS.contains(mark)) {
      out.append(' ');
    }
    out.append(mark);
    return out.substring(0, 1).toUpperCase(Locale.ROOT) + out.substring(1);
  }

  /** "de le" becomes "du", but "de l'" stays. */
  private static List<FrenchWord> contract(List<FrenchWord> words) {
    List<FrenchWord> contracted = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      FrenchWord word = words.get(i);
      boolean elidedAfterwards =
          i + 2 < words.size()
              && !words.get(i + 1).text().equals("les")
              && words.get(i + 2).startsWithVowel();
      if (i + 1 < words.size() && words.get(i + 1).article() && !elidedAfterwards) {
        String both = contraction(word.text(), words.get(i + 1).text());
        if (!both.isEmpty()) {
          contracted.add(FrenchWord.word(both));
          i++;
          continue;
        }
      }
      contracted.add(word);
    }
    return contracted;
  }

  private static String contraction(String preposition, String article) {
    return switch (preposition + " " + article) {
      case "de le" -> "du";
      case "de les" -> "des";
      case "à le" -> "au";
      case "à les" -> "aux";
      default -> "";
    };
  }

  private static List<String> elide(List<FrenchWord> words) {
    List<String> written = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      FrenchWord word = words.get(i);
      boolean last = i + 1 == words.size();
      if (!last && word.text().equals("si") && words.get(i + 1).text().matches("ils?")) {
        written.add("s'");
      } else if (!last && words.get(i + 1).startsWithVowel()) {
        written.add(word.beforeVowel());
      } else {
        written.add(word.text());
      }
    }
    return written;
  }
}
