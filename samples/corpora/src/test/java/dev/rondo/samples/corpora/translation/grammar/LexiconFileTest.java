package dev.rondo.samples.corpora.translation.grammar;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Mistakes that somebody who extends the lexicon can make, and what they are told. */
final class LexiconFileTest {

  @Test
  void readsSectionsAndColumns() {
    List<LexiconFile.Row> rows =
        LexiconFile.parse("w.txt", 2, List.of("# A comment.", "[animal]", "", "dog | chien"));

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).section()).isEqualTo("animal");
    assertThat(rows.get(0).columns()).containsExactly("dog", "chien").inOrder();
    assertThat(rows.get(0).where()).isEqualTo("w.txt:4");
  }

  @Test
  void aMissingColumnIsNamedWithFileAndLine() {
    assertThat(messageFor("dog | chien", "cat"))
        .isEqualTo("w.txt:2: expected 2 columns between bars, none empty, found \"cat\"");
  }

  @Test
  void anEmptyColumnIsNamedWithFileAndLine() {
    assertThat(messageFor("dog | ")).startsWith("w.txt:1: expected 2 columns");
  }

  @Test
  void anUnknownGenderIsExplained() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Gender.parse("n"));

    assertThat(e).hasMessageThat().isEqualTo("\"n\" is no gender; write m, f, m* or f*");
  }

  @Test
  void anUnknownClassOfNounsIsNamed() {
    NounClasses classes = new NounClasses(List.of());

    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> classes.find("beasts"));

    assertThat(e).hasMessageThat().isEqualTo("\"beasts\" is no class, group or noun");
  }

  private static String messageFor(String... lines) {
    return String.valueOf(
        assertThrows(
                IllegalStateException.class, () -> LexiconFile.parse("w.txt", 2, List.of(lines)))
            .getMessage());
  }
}
