package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of word vectors, as they are found and as they should not be. */
class WordVectorsTest {
  private static final String GLOVE = "the 0.25 -1.5 3e-2\n, 1 2 3\n";

  @TempDir private Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("vectors.txt"), text);
  }

  private static Map<String, List<Float>> read(Path file, String... wanted) {
    Map<String, List<Float>> taken = new LinkedHashMap<>();
    WordVectors.of(file)
        .read(
            3,
            new WordVectors.Reader() {
              @Override
              public boolean wants(String word) {
                return !taken.containsKey(word)
                    && (wanted.length == 0 || Set.of(wanted).contains(word));
              }

              @Override
              public void take(String word, float[] vector) {
                List<Float> values = new ArrayList<>();
                for (float value : vector) {
                  values.add(value);
                }
                taken.put(word, values);
              }
            });
    return taken;
  }

  private String refused(String text) throws IOException {
    Path file = file(text);
    String message = messageOf(TextFileException.class, () -> read(file));
    return message.replace('"' + file.toString() + '"', "FILE");
  }

  @Test
  void vectorsOfGloveAreRead() throws IOException {
    Map<String, List<Float>> read = read(file(GLOVE));
    assertThat(read).containsExactly("the", List.of(0.25f, -1.5f, 0.03f), ",", List.of(1f, 2f, 3f));
    assertThat(read(file(GLOVE), ",", "unseen")).containsExactly(",", List.of(1f, 2f, 3f));
  }

  @Test
  void theHeaderSpacesAndTabsOfWord2vecAreRead() throws IOException {
    String text = "2 3\r\nthe 0.25 -1.5 3e-2 \r\nof\t1\t2\t3\n\n";
    assertThat(read(file(text)))
        .containsExactly("the", List.of(0.25f, -1.5f, 0.03f), "of", List.of(1f, 2f, 3f));
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(GLOVE.getBytes(StandardCharsets.UTF_8));
    }
    Path file = Files.write(folder.resolve("vectors.gz"), bytes.toByteArray());
    assertThat(read(file)).hasSize(2);
    byte[] half = Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2);
    Path cut = Files.write(folder.resolve("cut.gz"), half);
    assertThat(assertThrows(TextFileException.class, () -> read(cut)))
        .hasMessageThat()
        .startsWith("cannot read \"" + cut + "\": ");
  }

  /** As in the 840 billion tokens of GloVe: dots with spaces, addresses, a word without letters. */
  @Test
  void oddWordsAreRead() throws IOException {
    String text =
        """
        . . . 1 2 3
        at name@domain.com 4 5 6
        . 7 8 9
        \u00a0 1 1 1
        1 2 2 2 2
        version 2 5 5 5
        """
            + " 0 0 0";
    assertThat(read(file(text)).keySet())
        .containsExactly(". . .", "at name@domain.com", ".", "\u00a0", "1 2", "version 2")
        .inOrder();
  }

  @Test
  void theFirstVectorOfAWordCounts() throws IOException {
    assertThat(read(file("a 1 2 3\nb 0 0 0\na 4 5 6\n"))).containsEntry("a", List.of(1f, 2f, 3f));
  }

  @Test
  void wordsAreComparedInOneSpellingAndBytesThatAreNoTextHarmNothing() throws IOException {
    Path file = folder.resolve("mixed");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("\uFEFFe\u0301te\u0301 1 2 3\n".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes("caf\u00e9 4 5 6\n".getBytes(StandardCharsets.ISO_8859_1));
    Files.write(file, bytes.toByteArray());
    assertThat(read(file).keySet()).containsExactly("\u00e9t\u00e9", "caf\ufffd");
  }

  @Test
  void aLineLongerThanTheBufferIsRead() throws IOException {
    String word = "x".repeat(200_000);
    assertThat(read(file("a 1 2 3\n" + word + " 1 2 3\nb 1 2 3\n")).keySet())
        .containsExactly("a", word, "b");
    assertThat(refused("a 1 2 3\n" + word.repeat(6)))
        .startsWith("FILE, line 2: the line has more than 1048576 bytes, expected a word and 3");
  }

  @Test
  void whatTheFirstLinePromisesIsTold() throws IOException {
    Path file = file("5 3\na 1 2 3\n");
    WordVectors.Reader none =
        new WordVectors.Reader() {
          @Override
          public boolean wants(String word) {
            return false;
          }

          @Override
          public void take(String word, float[] vector) {
            throw new AssertionError(word);
          }
        };
    assertThat(WordVectors.of(file).read(3, none)).isEqualTo(new WordVectors.Read(1, 5));
    assertThat(WordVectors.of(file(GLOVE)).read(3, none)).isEqualTo(new WordVectors.Read(2, -1));
  }

  @Test
  void otherSizesAreRefusedWithTheirLine() throws IOException {
    String expected = ", expected a word and 3 numbers with spaces between them. ";
    assertThat(refused("10 4\na 1 2 3 4\n"))
        .isEqualTo(
            "FILE, line 1: the line says that its vectors have 4 numbers"
                + expected
                + "The embedding has size = 3: write @Embedding(size = 4) where they have as many,"
                + " or take vectors of 3 numbers.");
    assertThat(refused("a 0.5 0.5\n"))
        .isEqualTo(
            "FILE, line 1: the line has 2 numbers"
                + expected
                + "The embedding has size = 3: write @Embedding(size = 2) where they have as many,"
                + " or take vectors of 3 numbers.");
    assertThat(refused("a 0.5 0.5 0.5 0.5\n")).contains("line 1: the line has 4 numbers");
    assertThat(refused("a 1 2 3\nb 1 2\n"))
        .isEqualTo(
            "FILE, line 2: the line has 2 numbers" + expected + "Mend the line, or leave it out.");
    assertThat(refused("a 1 2 3\nb 0.5 1.5 2.5 3.5\n")).contains("line 2: the line has 4 numbers");
    assertThat(refused("3 3\na 1 2 3\nb\n")).contains("line 3: the line has 0 numbers");
  }

  @Test
  void whatIsNoNumberIsRefusedWithItsPlace() throws IOException {
    assertThat(refused("a 1 2 3\nb 1 two 3\n"))
        .isEqualTo(
            "FILE, line 2: number 2 is \"two\", expected a word and 3 numbers with spaces"
                + " between them. Mend the line, or leave it out.");
    assertThat(refused("a 1 NaN 3\n")).contains("number 2 is \"NaN\"");
    assertThat(refused("a 1 2 Infinity\n")).contains("number 3 is \"Infinity\"");
    assertThat(refused("Once upon a time there was\n")).contains("number 1 is \"time\"");
  }

  @Test
  void whatHasNoVectorsIsRefused() throws IOException {
    String none = "FILE has no word vectors, expected a word and 3 numbers a line";
    assertThat(refused("")).isEqualTo(none);
    assertThat(refused("\n \n")).isEqualTo(none);
    assertThat(refused("7 3\n")).isEqualTo(none);
    Path missing = folder.resolve("missing.txt");
    assertThat(assertThrows(TextFileException.class, () -> WordVectors.of(missing)))
        .hasMessageThat()
        .isEqualTo("\"" + missing + "\" does not exist, expected word vectors as text");
    assertThat(assertThrows(TextFileException.class, () -> WordVectors.of(folder)))
        .hasMessageThat()
        .isEqualTo("\"" + folder + "\" is no file, expected word vectors as text");
  }

  @Test
  void otherKindsOfFilesAreRefusedByName() throws IOException {
    Path zip = Files.write(folder.resolve("glove.zip"), new byte[] {'P', 'K', 3, 4, 0, 0});
    assertThat(assertThrows(TextFileException.class, () -> read(zip)))
        .hasMessageThat()
        .contains("is a ZIP archive");
    Path binary = folder.resolve("vectors.bin");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes("2 3\nthe ".getBytes(StandardCharsets.UTF_8));
    bytes.writeBytes(new byte[] {0, 0, -128, 63, 0, 0, 0, 64, 0, 0, 64, 64, '\n', 'o', 'f', ' '});
    Files.write(binary, bytes.toByteArray());
    assertThat(assertThrows(TextFileException.class, () -> read(binary)))
        .hasMessageThat()
        .isEqualTo(
            "\""
                + binary
                + "\", line 2: the line is no text, as in word2vec's binary format, expected a word"
                + " and 3 numbers with spaces between them. Write the vectors as text, with gensim"
                + " by save_word2vec_format(file, binary=False).");
  }
}
