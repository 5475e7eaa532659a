package dev.rondo.samples.corpora.names;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sentences promise: well-formed tags, and a test that the grammar does not know. */
class ShippedNamesTest {
  private static final ShippedNames SHIPPED = ShippedNames.generate();
  private static final List<TaggedSentence> TEST = ShippedNames.handWritten();
  private static final List<String> LABELS = List.of("PERSON", "PLACE", "ORGANISATION", "DATE");

  /** Each name with its words in lower case, by its label. */
  private static Map<String, Set<String>> names(Collection<TaggedSentence> sentences) {
    Map<String, Set<String>> names = new HashMap<>();
    for (TaggedSentence sentence : sentences) {
      List<String> name = new ArrayList<>();
      String label = "";
      for (int i = 0; i <= sentence.words().size(); i++) {
        String tag = i < sentence.words().size() ? sentence.tags().get(i) : "O";
        if (!tag.startsWith("I-") && !name.isEmpty()) {
          names
              .computeIfAbsent(label, absent -> new TreeSet<>())
              .add(String.join(" ", name).toLowerCase(Locale.ROOT));
          name.clear();
        }
        if (!tag.equals("O")) {
          label = tag.substring(2);
          name.add(sentence.words().get(i));
        }
      }
    }
    return names;
  }

  @Test
  void tagsKeepTheirSchemeAndThereAreNamesOfAllKinds() {
    for (List<TaggedSentence> sentences : List.of(SHIPPED.train(), SHIPPED.dev(), TEST)) {
      assertThat(names(sentences).keySet()).containsExactlyElementsIn(LABELS);
      for (TaggedSentence sentence : sentences) {
        String before = "O";
        for (String tag : sentence.tags()) {
          if (tag.startsWith("I-")) {
            assertWithMessage("%s", sentence).that(before).isAnyOf("B-" + tag.substring(2), tag);
          }
          before = tag;
        }
      }
    }
  }

  @Test
  void peopleWroteAtLeastAHundredAndFiftySentences() {
    assertThat(TEST.size()).isAtLeast(150);
    assertThat(TEST.stream().map(TaggedSentence::key).toList()).containsNoDuplicates();
    for (String label : LABELS) {
      assertThat(
              TEST.stream()
                  .flatMap(sentence -> sentence.tags().stream())
                  .filter(("B-" + label)::equals)
                  .count())
          .isAtLeast(40);
    }
    assertThat(
            TEST.stream()
                .filter(sentence -> sentence.tags().stream().allMatch("O"::equals))
                .count())
        .isAtLeast(10);
  }

  @Test
  void noneOfThemIsWrittenByTheGrammar() {
    Set<String> written =
        Stream.concat(SHIPPED.train().stream(), SHIPPED.dev().stream())
            .map(TaggedSentence::key)
            .collect(Collectors.toCollection(HashSet::new));
    assertThat(written).hasSize(SHIPPED.train().size() + SHIPPED.dev().size());
    TEST.forEach(sentence -> assertThat(written).doesNotContain(sentence.key()));
  }

  @Test
  void theGrammarKnowsNoneOfTheirNames() {
    Map<String, Set<String>> known = names(SHIPPED.train());
    Map<String, Set<String>> tested = names(TEST);
    for (String label : List.of("PERSON", "PLACE", "ORGANISATION")) {
      Set<String> both = new TreeSet<>(tested.getOrDefault(label, Set.of()));
      both.retainAll(known.getOrDefault(label, Set.of()));
      assertWithMessage("names of a %s in training and test", label).that(both).isEmpty();
    }
  }

  @Test
  void theSameSeedGivesTheSameSentences() {
    assertThat(new NameGrammar(3).next(200)).isEqualTo(new NameGrammar(3).next(200));
    assertThat(new NameGrammar(3).next(200)).isNotEqualTo(new NameGrammar(4).next(200));
  }
}
