package dev.rondo.samples.corpora.translation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.samples.corpora.translation.grammar.SentencePair;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the corpus promises: distinct pairs, and nothing of the test. */
final class ShippedCorpusTest {

  private static final ShippedCorpus CORPUS = ShippedCorpus.generate(1, 5_000, 500, Set.of());

  @Test
  void hasAsManyDistinctPairsAsAskedFor() {
    assertThat(CORPUS.train()).hasSize(5_000);
    assertThat(CORPUS.dev()).hasSize(500);
    assertThat(
            Stream.concat(CORPUS.train().stream(), CORPUS.dev().stream())
                .map(ShippedCorpusTest::key)
                .toList())
        .containsNoDuplicates();
  }

  @Test
  void aLargerCorpusOnlyAddsToIt() {
    ShippedCorpus small = ShippedCorpus.generate(1, 100, 500, Set.of());

    assertThat(small.dev()).isEqualTo(CORPUS.dev());
    assertThat(small.train()).isEqualTo(CORPUS.train().subList(0, 100));
  }

  @Test
  void leavesOutTheSentencesHeldOutForTesting() {
    Set<String> heldOut =
        CORPUS.train().stream().limit(200).map(ShippedCorpusTest::key).collect(Collectors.toSet());

    ShippedCorpus corpus = ShippedCorpus.generate(1, 5_000, 500, heldOut);

    assertThat(corpus.train()).hasSize(5_000);
    corpus.train().forEach(pair -> assertThat(heldOut).doesNotContain(key(pair)));
    corpus.dev().forEach(pair -> assertThat(heldOut).doesNotContain(key(pair)));
  }

  @Test
  void sentencesThatDifferInShortFormsAreTheSame() {
    assertThat(SentenceKey.of("I don't know, it's late!"))
        .isEqualTo(SentenceKey.of("i do not know it is late"));
    assertThat(SentenceKey.of("She can't come; we won't."))
        .isEqualTo("she can not come we will not");
    assertThat(SentenceKey.of("Tom's dog")).isNotEqualTo(SentenceKey.of("Tom is dog"));
  }

  @Test
  void heldOutPairsAreReadWithoutComments() {
    assertThat(HeldOutPairs.parse(List.of("# A comment.", "", "Yes.\tOui.")))
        .containsExactly(new HeldOutPair("Yes.", "Oui."));
  }

  @Test
  void aMalformedHeldOutPairIsNamedWithItsLine() {
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> HeldOutPairs.parse(List.of("Yes.\tOui.", "No.")));

    assertThat(e)
        .hasMessageThat()
        .isEqualTo("test.tsv:2: expected English, a tab and French, found \"No.\"");
  }

  @Test
  void aNegativeNumberIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> ShippedCorpus.generate(1, -1, 0, Set.of()));
  }

  private static String key(SentencePair pair) {
    return SentenceKey.of(pair.english());
  }
}
