package dev.rondo.samples.tagger;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How answers look. */
class TaggedTextTest {
  private static final List<String> WORDS = List.of("Ada", "Lovelace", "met", "Alan", "Turing");
  private static final List<String> NAMES =
      List.of("B-PERSON", "I-PERSON", "O", "B-PERSON", "I-PERSON");

  @Test
  void namesAreInBrackets() {
    assertThat(new TaggedText(false).of(WORDS, NAMES))
        .isEqualTo("[Ada Lovelace PERSON] met [Alan Turing PERSON]");
    assertThat(new TaggedText(false).of(List.of("no", "name"), List.of("O", "O")))
        .isEqualTo("no name");
  }

  @Test
  void otherTagsFollowTheirWords() {
    assertThat(new TaggedText(false).of(List.of("dogs", "bark"), List.of("NOUN", "VERB")))
        .isEqualTo("dogs/NOUN bark/VERB");
  }

  @Test
  void colourTakesThePlaceOfBrackets() {
    String coloured = new TaggedText(true).of(WORDS, NAMES);
    assertThat(coloured).contains("\u001B[");
    assertThat(coloured.replaceAll("\u001B\\[[0-9;]*m", ""))
        .isEqualTo("Ada Lovelace PERSON met Alan Turing PERSON");
  }
}
