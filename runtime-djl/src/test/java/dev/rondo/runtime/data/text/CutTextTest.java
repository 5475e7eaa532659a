package dev.rondo.runtime.data.text;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.StoredCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Text that has been cut already: {@link Tokens#WHITESPACE}. */
class CutTextTest {
  private static final List<String> WHITE_SPACE =
      List.of(" ", "\t", "  ", "\u3000", "\u2028", "\n", "\r\n", " \n ");

  @TempDir private Path folder;

  private static List<String> words(String text) {
    return new TextSettings(Tokens.WHITESPACE, "", false, false).tokenizer().tokens(text);
  }

  private static List<String> lines(String text) {
    return new TextSettings(Tokens.WHITESPACE, "", false, true).tokenizer().tokens(text);
  }

  private static TextCodec.Learner learner() {
    return TextCodec.learner(Tokens.WHITESPACE, "", false);
  }

  @Test
  void whatIsCutStaysAsItIs() {
    assertThat(words(" mr. <unk> did n't\tsay 1,5 %\r\n``Yes,''\n\nO'Neil :-) "))
        .containsExactly(
            "mr.", "<unk>", "did", "n't", "say", "1,5", "%", "``Yes,''", "O'Neil", ":-)")
        .inOrder();
    assertThat(words(" \n ")).isEmpty();
  }

  @Test
  void theEndOfALineIsATokenWhereItIsWanted() {
    assertThat(lines(" no it was n't\r\n\n black monday"))
        .containsExactly("no", "it", "was", "n't", "\n", "\n", "black", "monday")
        .inOrder();
  }

  @Test
  void noBreakSpacesArePartsOfTokens() {
    assertThat(words("10\u00a0000 10\u202f000\u20075"))
        .containsExactly("10\u00a0000", "10\u202f000\u20075")
        .inOrder();
  }

  @Test
  void caseIsKeptAsTold() {
    TextCodec.Learner lower = TextCodec.learner(Tokens.WHITESPACE, "tr", true);
    lower.add("I.B.M. n't");
    assertThat(lower.build(10, 1).vocabulary().tokens()).containsExactly("\u0131.b.m.", "n't");
    TextCodec.Learner cased = learner();
    cased.add("I.B.M. i.b.m.");
    assertThat(cased.build(10, 1).vocabulary().tokens()).containsExactly("I.B.M.", "i.b.m.");
  }

  @Property(seed = "1")
  void whateverWhiteSpaceStandsBetweenThereAreTheWordsAndTheEndsOfLines(
      @ForAll List<@AlphaChars @StringLength(min = 1, max = 4) String> given,
      @ForAll @Size(60) List<@IntRange(max = 7) Integer> spaces) {
    StringBuilder text = new StringBuilder();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < given.size(); i++) {
      String space = WHITE_SPACE.get(spaces.get(i % spaces.size()));
      text.append(given.get(i)).append(space);
      expected.add(given.get(i));
      if (space.contains("\n")) {
        expected.add("\n");
      }
    }
    assertThat(words(text.toString())).isEqualTo(given);
    assertThat(lines(text.toString())).isEqualTo(expected);
    TextCodec.Learner learner = learner().lines();
    learner.add(text.toString());
    TextCodec codec = learner.build(1000, 1);
    String written = codec.decode(codec.tokens(text.toString()));
    // regular: one space between words, none at the ends of lines
    assertThat(written).isEqualTo(String.join(" ", expected).replaceAll(" ?\n ?", "\n"));
    assertThat(codec.tokens(written)).isEqualTo(codec.tokens(text.toString()));
  }

  @Test
  void theLastLineOfADocumentHasAnEnd() {
    TextCodec.Learner learner = learner().lines();
    learner.add("a b\n");
    TextCodec codec = learner.build(10, 1);
    int[] withEnd = codec.tokens("a b\na\n");
    assertThat(codec.document("a b\na")).isEqualTo(withEnd);
    assertThat(codec.document("a b\na\n")).isEqualTo(withEnd);
    assertThat(codec.document("")).isEmpty();
    TextCodec.Learner without = learner();
    without.add("a b\n");
    assertThat(without.build(10, 1).document("a b\na")).hasLength(3);
  }

  @Test
  void theEndOfALineIsKnownThoughTrainingShowedNone() {
    TextCodec.Learner learner = learner().lines();
    learner.add("b b a");
    assertThat(learner.build(10, 2).vocabulary().tokens()).containsExactly("b", "\n").inOrder();
    assertThat(learner.build(1, 1).vocabulary().tokens()).containsExactly("\n");
    learner.add("\n\n\n");
    assertThat(learner.build(2, 1).vocabulary().tokens()).containsExactly("\n", "b").inOrder();
  }

  /** As language models are compared: words, and one end a line. */
  @Test
  void aFileHasItsWordsAndOneEndALine() throws IOException {
    Path ended = Files.writeString(folder.resolve("ended"), " a b c \n d \n\n e f \n");
    Path open = Files.writeString(folder.resolve("open"), "a b\nc");
    Path empty = Files.writeString(folder.resolve("empty"), "");
    TextCodec.Learner learner = learner().lines();
    TextSource text = TextSource.of(ended, open, empty);
    text.forEachPiece(learner::add);
    TextCodec codec = learner.build(100, 1);
    try (TextStreams streams = TextStreams.of(text, codec)) {
      int real = 0;
      int ends = 0;
      for (Window window : streams.windows(1, 3)) {
        for (int target : window.targets().get(0)) {
          real += target == TextStreams.BOUNDARY ? 0 : 1;
          ends += target == codec.lineEnd() ? 1 : 0;
        }
      }
      assertThat(ends).isEqualTo(4 + 2);
      assertThat(real).isEqualTo(6 + 4 + 3 + 2);
    }
  }

  @Test
  void aCodecWithEndsOfLinesIsRestored() {
    TextCodec.Learner learner = learner().lines();
    learner.add("b\na b");
    TextCodec codec = learner.build(10, 1);
    assertThat(codec.stored())
        .isEqualTo(
            new StoredCodec(
                "text",
                Map.of(
                    "tokens", "WHITESPACE", "language", "", "lowercase", "false", "lines", "true"),
                List.of("b", "\n", "a")));
    assertThat(TextCodec.restore(codec.stored()).tokens("a\nb")).isEqualTo(codec.tokens("a\nb"));
    assertThat(TextCodec.restore(codec.stored()).stored()).isEqualTo(codec.stored());
  }

  @Test
  void endsOfLinesAreTokensWhereWhiteSpaceSeparatesOnly() {
    assertThat(
            assertThrows(
                IllegalStateException.class,
                () -> TextCodec.learner(Tokens.WORDS, "", false).lines()))
        .hasMessageThat()
        .isEqualTo("tokens = WORDS, but ends of lines are tokens of WHITESPACE only");
    Map<String, String> words =
        Map.of("tokens", "WORDS", "language", "", "lowercase", "false", "lines", "true");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> TextCodec.restore(new StoredCodec("text", words, List.of("a")))))
        .isEqualTo(
            "stored codec of kind \"text\" has tokens = \"WORDS\", expected WHITESPACE, as it has"
                + " lines");
  }
}
