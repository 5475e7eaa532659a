package dev.rondo.samples.corpora.translation.grammar;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An adjective with its translation.
 *
 * @param english the English word
 * @param comparative its comparative, "-" for "more ..."
 * @param masculine the French masculine, with its form before a vowel
 * @param feminine the feminine
 * @param masculinePlural the masculine plural
 * @param femininePlural the feminine plural
 * @param position where it stands
 * @param nouns the nouns it fits
 */
record Adjective(
    String english,
    String comparative,
    FrenchWord masculine,
    FrenchWord feminine,
    FrenchWord masculinePlural,
    FrenchWord femininePlural,
    Position position,
    Set<Noun> nouns) {

  /** Where an adjective stands in French. */
  enum Position {
    BEFORE,
    AFTER,
    /** Only after "be". */
    ONLY
  }

  FrenchWord french(Agreement agreement) {
    return agreement.choose(masculine, feminine, masculinePlural, femininePlural);
  }

  /** The four forms where no noun follows: "il est vieux et riche", not "vieil". */
  List<FrenchWord> standingAlone() {
    return Stream.of(masculine, feminine, masculinePlural, femininePlural)
        .map(form -> FrenchWord.word(form.text()))
        .toList();
  }

  boolean before() {
    return position == Position.BEFORE;
  }

  /** Whether there is more or less of it: not of "red" and "open". */
  boolean gradable() {
    return !comparative.equals("=");
  }

  /** "best" and "meilleur", "biggest" and "plus grand", as adjectives without an article. */
  Adjective most() {
    List<FrenchWord> forms =
        Stream.of(Gender.MASCULINE, Gender.FEMININE)
            .flatMap(
                gender -> Stream.of(false, true).map(plural -> Agreement.third(gender, plural)))
            .map(this::frenchComparative)
            .map(words -> words.get(words.size() - 1))
            .toList();
    return new Adjective(
        String.join(" ", englishSuperlative()),
        "=",
        forms.get(0),
        forms.get(2),
        forms.get(1),
        forms.get(3),
        position,
        nouns);
  }

  /** "bigger" or "more interesting". */
  List<String> englishComparative() {
    return comparative.equals(Noun.NONE) ? List.of("more", english) : List.of(comparative);
  }

  /** "biggest" or "most interesting". */
  List<String> englishSuperlative() {
    return switch (comparative) {
      case Noun.NONE -> List.of("most", english);
      case "better" -> List.of("best");
      case "worse" -> List.of("worst");
      default -> List.of(comparative.substring(0, comparative.length() - 1) + "st");
    };
  }

  /** "plus grand", but "meilleur". */
  List<FrenchWord> frenchComparative(Agreement agreement) {
    if (english.equals("good")) {
      return FrenchWord.words(agreement.choose("meilleur", "meilleure", "meilleurs", "meilleures"));
    }
    if (english.equals("bad")) {
      return FrenchWord.words(agreement.plural() ? "pires" : "pire");
    }
    return List.of(FrenchWord.word("plus"), french(agreement));
  }
}
