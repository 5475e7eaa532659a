package dev.rondo.samples.corpora.reviews;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.samples.corpora.reviews.LexiconReader.Block;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that somebody who extends the lexicon can make, and what they are told. */
final class LexiconReaderTest {

  @Test
  void readsHeadingsWeightsAndEntries() {
    List<Block> blocks =
        LexiconReader.parse(
            "words.txt", List.of("# A comment.", "", "[mild +]", "3x good; nice", "well made"));

    assertThat(blocks).hasSize(1);
    assertThat(blocks.get(0).name()).isEqualTo("mild");
    assertThat(blocks.get(0).sentiment()).hasValue(Verdict.POSITIVE);
    assertThat(blocks.get(0).entries().stream().map(entry -> entry.phrase().text()).toList())
        .containsExactly("good", "nice", "well made")
        .inOrder();
    assertThat(blocks.get(0).entries().get(0).weight()).isEqualTo(3);
  }

  @Test
  void anEntryBeforeTheFirstHeadingIsNamedWithFileAndLine() {
    assertThat(messageFor("# A comment.", "good"))
        .isEqualTo("words.txt:2: the first line must be a [heading]");
  }

  @Test
  void aMalformedHeadingIsNamedWithFileAndLine() {
    assertThat(messageFor("[mild positive"))
        .startsWith("words.txt:1: \"[mild positive\" is not a heading; write it like [mild]");
  }

  @Test
  void aSectionWithoutEntriesIsNamedWithFileAndLine() {
    assertThat(messageFor("[mild +]", "good", "[mild -]"))
        .isEqualTo("words.txt:3: [mild] has no entries");
  }

  @Test
  void aBracketThatIsNeverClosedIsNamedWithFileAndLine() {
    assertThat(messageFor("[mild]", "good", "(very|really good"))
        .isEqualTo("words.txt:3: \"(\" is never closed in \"(very|really good\"");
    assertThat(messageFor("[mild]", "{very good"))
        .isEqualTo("words.txt:2: \"{\" is never closed in \"{very good\"");
  }

  @Test
  void aMalformedSlotIsNamedWithFileAndLine() {
    assertThat(messageFor("[mild]", "a {Good} film"))
        .startsWith("words.txt:2: \"{Good}\" is not a slot; write it like {mild}");
  }

  private static String messageFor(String... lines) {
    return String.valueOf(
        assertThrows(
                IllegalStateException.class, () -> LexiconReader.parse("words.txt", List.of(lines)))
            .getMessage());
  }
}
