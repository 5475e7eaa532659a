package dev.rondo.samples.corpora.translation.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A French word before its neighbours are known. {@link FrenchWriter} elides and contracts.
 *
 * @param text the word, in full: "le", "je", "beau"
 * @param beforeVowel what stands in its place before a vowel: "l'", "j'", "bel"; most words do not
 *     change
 * @param article whether it is a definite article, with which "de" and "à" contract; the pronouns
 *     "le" and "les" look the same but do not
 * @param aspirated whether a following vowel or h counts as a consonant: "le héros", "le onze"
 */
record FrenchWord(String text, String beforeVowel, boolean article, boolean aspirated) {

  private static final Map<String, String> ELIDED =
      Map.of(
          "je", "j'", "me", "m'", "se", "s'", "le", "l'", "la", "l'", "ce", "c'", "de", "d'", "ne",
          "n'", "que", "qu'");
  private static final Set<String> ASPIRATED = Set.of("huit", "onze", "oui");
  private static final String VOWELS = "aàâeéèêëiîïoôuùûœh";

  /** Splits text at its spaces; "je", "de", "que" and their like will be elided. */
  static List<FrenchWord> words(String text) {
    return text.isEmpty()
        ? List.of()
        : Arrays.stream(text.split(" ", -1)).map(FrenchWord::word).toList();
  }

  /** A word that is not an article. */
  static FrenchWord word(String text) {
    return new FrenchWord(text, ELIDED.getOrDefault(text, text), false, ASPIRATED.contains(text));
  }

  /** A word with another form before a vowel, such as "ma" and "mon". */
  static FrenchWord alternating(String text, String beforeVowel) {
    return new FrenchWord(text, beforeVowel, false, false);
  }

  /** The definite article. */
  static FrenchWord article(Gender gender, boolean plural) {
    if (plural) {
      return new FrenchWord("les", "les", true, false);
    }
    return new FrenchWord(gender == Gender.FEMININE ? "la" : "le", "l'", true, false);
  }

  /** The same word with an aspirated h. */
  FrenchWord withAspiratedH() {
    return new FrenchWord(text, beforeVowel, article, true);
  }

  /** Whether words before it are elided: it begins with a vowel or a mute h. */
  boolean startsWithVowel() {
    if (aspirated) {
      return false;
    }
    return VOWELS.indexOf(Character.toLowerCase(text.charAt(0))) >= 0
        || text.equals("y")
        || text.startsWith("yeux");
  }
}
