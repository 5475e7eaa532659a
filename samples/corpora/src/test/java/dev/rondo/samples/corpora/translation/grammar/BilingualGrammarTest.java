package dev.rondo.samples.corpora.translation.grammar;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the generated sentence pairs promise to whoever trains on them. */
final class BilingualGrammarTest {

  private static final Pattern END = Pattern.compile("[ .!?]+$");
  private static final List<SentencePair> PAIRS = pairs(1, 20_000);

  @Test
  void theSameSeedGivesTheSamePairs() {
    assertThat(pairs(7, 300)).isEqualTo(pairs(7, 300));
  }

  @Test
  void anotherSeedGivesOtherPairs() {
    assertThat(pairs(8, 300)).isNotEqualTo(pairs(9, 300));
  }

  @Test
  void anEnglishSentenceHasOneTranslation() {
    Map<String, String> translations = new HashMap<>();

    for (SentencePair pair : PAIRS) {
      String english = END.matcher(pair.english()).replaceAll("");
      String french = END.matcher(pair.french()).replaceAll("");
      String before = translations.putIfAbsent(english, french);
      assertWithMessage(english).that(before == null || before.equals(french)).isTrue();
    }
  }

  @Test
  void allConstructionsThatAreDocumentedAppear() throws IOException {
    Set<String> documented;
    try (Stream<String> lines = Files.lines(Path.of("CONSTRUCTIONS.md"))) {
      documented =
          lines
              .dropWhile(line -> !line.startsWith("| Name"))
              .skip(2)
              .map(line -> line.split("\\|", -1)[1].strip())
              .collect(Collectors.toSet());
    }

    assertThat(PAIRS.stream().map(SentencePair::construction).collect(Collectors.toSet()))
        .isEqualTo(documented);
    assertThat(new BilingualGrammar(1).constructions()).containsExactlyElementsIn(documented);
  }

  @Test
  void everyWordOfTheLexiconIsUsed() {
    String english =
        PAIRS.stream()
            .map(pair -> END.matcher(pair.english()).replaceAll("").replace(",", ""))
            .collect(Collectors.joining(" | ", " ", " "))
            .toLowerCase(Locale.ROOT);

    assertThat(unused(english, "nouns.txt", 5, row -> List.of(row.get(0), row.get(1)))).isEmpty();
    assertThat(unused(english, "professions.txt", 7, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "adjectives.txt", 8, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "times.txt", 2, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "names.txt", 2, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "cities.txt", 2, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "countries.txt", 3, row -> List.of(row.get(0)))).isEmpty();
    assertThat(unused(english, "verbs.txt", 8, row -> forms(row.get(0)))).isEmpty();
  }

  /** The English forms of a verb, of which one is enough. */
  private static List<String> forms(String verb) {
    List<String> parts = List.of(verb.split(" \\+ ", -1));
    String particle = parts.size() > 1 ? " " + parts.get(1) : "";
    return Stream.of(parts.get(0).split(" ", -1)).map(form -> form + particle).toList();
  }

  /** The rows of which the text holds no form. */
  private static List<String> unused(
      String text, String file, int columns, Function<LexiconFile.Row, List<String>> forms) {
    return LexiconFile.read(file, columns, row -> row).stream()
        .filter(
            row ->
                forms.apply(row).stream()
                    .noneMatch(form -> text.contains(" " + form.toLowerCase(Locale.ROOT) + " ")))
        .map(LexiconFile.Row::where)
        .toList();
  }

  @Test
  void vowelsAreElided() {
    String exceptions = "(?!huit\\b|onze\\b|oui\\b|hugo\\b|haricot|h[ée]r(?:os|isson)|yaourt)";

    assertNoFrench("\\b(?:je|ne|de|que|me|se|le|la) " + exceptions + "[aeiouéèêàâîôœh]");
    assertNoFrench(
        "\\b(?:ce|ma|sa|(?:un|ce|le|mon) (?:beau|nouveau|vieux)) "
            + exceptions
            + "h?[aeiouéèêâîôœ]\\w");
    assertNoFrench("\\bsi ils?\\b|\\bc'(?!est\\b|étai)|parce que [aeiou]");
    assertNoFrench("[ljndmsc]'(?:haricot|hugo|h[ée]r(?:os|isson)|huit|onze)");
  }

  @Test
  void adjectivesChangeBeforeTheirNounOnly() {
    assertNoFrench("\\b(?:bel|vieil|nouvel) (?:et|à|avec|en|ou|aujourd'hui|il|elle)\\b");
  }

  @Test
  void prepositionsAndArticlesAreContracted() {
    assertNoFrench("\\b(?:de|à) les?\\b|\\bdes les\\b|\\bdes (?:vieux|beaux|nouveaux|grands)\\b");
  }

  @Test
  void negationsAreComplete() {
    assertNoFrench("\\bne \\w+ (?!.*\\b(?:pas|plus|jamais|rien|personne)\\b)");
  }

  @Test
  void pronounsFollowAnOrderWithHyphensAndStandBeforeANegatedOne() {
    List<String> orders =
        PAIRS.stream()
            .filter(pair -> pair.construction().equals("order with a pronoun"))
            .map(SentencePair::french)
            .toList();

    assertThat(orders).isNotEmpty();
    for (String order : orders) {
      String pronouns =
          "(?:-(?:moi|lui|nous|vous|leur|l[ea]s?)|-l(?:e|es)-(?:moi|lui|nous|leur))\\b.*";
      assertThat(order)
          .matches(
              order.startsWith("N")
                  ? "(?:Ne|N').* pas\\b.*|N\\p{L}+ez" + pronouns
                  : "\\p{L}+" + pronouns);
    }
  }

  @Test
  void spacesAreSingleAndBeforeQuestionAndExclamationMarksOnly() {
    for (SentencePair pair : PAIRS) {
      assertWithMessage(pair.french())
          .that(pair.french())
          .doesNotContainMatch(" {2}|^ | $| [,.]|[^ ][?!]|' ");
      assertWithMessage(pair.english())
          .that(pair.english())
          .doesNotContainMatch(" {2}|^ | $| [,.?!]");
    }
  }

  @Test
  void sentencesBeginWithACapitalAndEndWithTheSameMark() {
    for (SentencePair pair : PAIRS) {
      assertWithMessage(pair.english()).that(pair.english()).matches("\\p{Lu}.*[.?!]");
      assertWithMessage(pair.french()).that(pair.french()).matches("\\p{Lu}.*[.?!]");
      assertWithMessage(pair.toString())
          .that(pair.french().charAt(pair.french().length() - 1))
          .isEqualTo(pair.english().charAt(pair.english().length() - 1));
    }
  }

  @Test
  void englishArticlesFollowTheSound() {
    for (SentencePair pair : PAIRS) {
      assertWithMessage(pair.english())
          .that(pair.english().toLowerCase(Locale.ROOT))
          .doesNotContainMatch("\\ba (?!uni)[aeiou]|\\ban [^aeiouh]|\\ban uni");
    }
  }

  @Test
  void shortAndLongSentencesAreMixed() {
    Map<Boolean, Long> longer =
        PAIRS.stream()
            .collect(
                Collectors.partitioningBy(
                    pair -> pair.english().split(" ", -1).length > 7, Collectors.counting()));

    assertThat(longer.get(true)).isAtLeast(PAIRS.size() / 5L);
    assertThat(longer.get(false)).isAtLeast(PAIRS.size() / 5L);
  }

  private static void assertNoFrench(String regex) {
    Pattern pattern = Pattern.compile(regex, Pattern.UNICODE_CHARACTER_CLASS);
    for (SentencePair pair : PAIRS) {
      String french = pair.french().toLowerCase(Locale.ROOT);
      assertWithMessage(pair.toString()).that(pattern.matcher(french).find()).isFalse();
    }
  }

  private static List<SentencePair> pairs(long seed, int count) {
    BilingualGrammar grammar = new BilingualGrammar(seed);
    return Stream.generate(grammar::next).limit(count).toList();
  }
}
