package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TextStreamsTest {
  @TempDir private Path folder;

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static TextCodec codec(TextSource text, Tokens tokens) {
    TextCodec.Learner learner = TextCodec.learner(tokens, "", false);
    text.forEachPiece(learner::add);
    return learner.build(1000, 1);
  }

  private static List<Integer> foretold(TextStreams streams, int rows, int length) {
    List<Integer> counts = new ArrayList<>();
    for (Window window : streams.windows(rows, length)) {
      assertThat(window.steps()).isAtMost(length);
      counts.add(window.tokens());
    }
    return counts;
  }

  @Test
  void everyTokenIsForetoldOnceWhateverTheWindows() throws IOException {
    TextSource text = TextSource.of(file("a.txt", "abcdefghij".repeat(13)), file("b.txt", "xyz"));
    try (TextStreams streams = TextStreams.of(text, codec(text, Tokens.CHARACTERS))) {
      assertThat(streams.tokens()).isEqualTo(130 + 1 + 3 + 1);
      for (int rows : new int[] {1, 2, 3, 7, 32}) {
        for (int length : new int[] {1, 4, 10, 1000}) {
          int sum = foretold(streams, rows, length).stream().mapToInt(Integer::intValue).sum();
          assertThat(sum).isEqualTo(135);
        }
      }
    }
  }

  @Test
  void aRowGoesOnWhereItStoppedAndStartsAnewAtADocument() throws IOException {
    TextSource text = TextSource.of(file("a.txt", "abc"), file("b.txt", "ab"));
    try (TextStreams streams = TextStreams.of(text, codec(text, Tokens.CHARACTERS))) {
      List<String> windows = new ArrayList<>();
      for (Window window : streams.windows(1, 3)) {
        windows.add(
            java.util.Arrays.toString(window.inputs().get(0))
                + java.util.Arrays.toString(window.targets().get(0))
                + window.previous());
      }
      // a = 2, b = 3, c = 4; 0 stands before and behind a document
      assertThat(windows)
          .containsExactly("[0, 2, 3][2, 3, 4][-1]", "[4][0][0]", "[0, 2, 3][2, 3, 0][-1]")
          .inOrder();
    }
  }

  @Test
  void piecesOfALongTextGiveTheTokensOfTheWhole() throws IOException {
    StringBuilder whole = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      whole.append(i % 97 == 0 ? "e\u0301\r\n" : "wo\u0308rd\uD83D\uDE00 ");
    }
    TextSource text = TextSource.of(file("a.txt", whole.toString()));
    for (Tokens tokens : Tokens.values()) {
      TextCodec codec = codec(text, tokens);
      List<Integer> inPieces = new ArrayList<>();
      text.forEachPiece(
          piece -> {
            for (int token : codec.tokens(piece)) {
              inPieces.add(token);
            }
          });
      List<Integer> atOnce = new ArrayList<>();
      for (int token : codec.tokens(whole.toString())) {
        atOnce.add(token);
      }
      assertThat(inPieces).isEqualTo(atOnce);
    }
  }

  @Test
  void theLastShareOfATextIsCutOffAtALineEnd() throws IOException {
    TextSource text = TextSource.of(file("a.txt", "0123456\n".repeat(100)));
    TextSource.Parts parts = text.splitLast(0.25);
    assertThat(read(parts.first()).length()).isEqualTo(600);
    assertThat(read(parts.first()) + read(parts.last())).isEqualTo(read(text));
  }

  @Test
  void aTextWithoutLinesIsCutBetweenCharacters() throws IOException {
    TextSource text = TextSource.of(file("a.txt", "\uD83D\uDE00".repeat(50)));
    TextSource.Parts parts = text.splitLast(0.33);
    assertThat(read(parts.first()) + read(parts.last())).isEqualTo(read(text));
  }

  private static String read(TextSource text) {
    StringBuilder all = new StringBuilder();
    text.forEachPiece(all::append);
    return all.toString();
  }

  @Test
  void bytesThatAreNoUtf8AreSaidWithFileAndLine() throws IOException {
    Path file = folder.resolve("latin.txt");
    Files.write(file, new byte[] {'a', '\n', 'b', (byte) 0xE4, 'c'});
    TextSource text = TextSource.of(file);
    assertThat(assertThrows(TextFileException.class, () -> read(text)))
        .hasMessageThat()
        .contains("line 2 of the text read has a byte (0xE4) that is no UTF-8");
  }

  @Test
  void aFileThatIsNotThereIsSaid() {
    assertThat(
            assertThrows(
                TextFileException.class, () -> TextSource.of(folder.resolve("nowhere.txt"))))
        .hasMessageThat()
        .contains("does not exist");
  }

  @Test
  void anEmptyTextIsRefused() throws IOException {
    TextSource text = TextSource.of(file("a.txt", ""));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> TextStreams.of(text, codec(text, Tokens.CHARACTERS))))
        .hasMessageThat()
        .contains("the text is empty: \"" + folder.resolve("a.txt"));
  }

  @Test
  void whatIsNoTextIsRefused() throws IOException {
    Path packed = Files.write(folder.resolve("a.txt"), ExampleFileErrorsTest.gzip("some text"));
    assertThat(assertThrows(TextFileException.class, () -> TextSource.of(packed)))
        .hasMessageThat()
        .isEqualTo("\"" + packed + "\" is compressed with gzip, expected text. Unpack it first.");
  }
}
