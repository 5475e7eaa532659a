package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.ExampleFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairTest {
  @TempDir private Path folder;

  @Test
  void aLineIsASentenceATabAndItsTranslation() throws IOException {
    assertThat(Pair.read(file("Yes.\tOui.\n\n It's me. \tC'est moi.\n")))
        .containsExactly(new Pair("Yes.", "Oui."), new Pair("It's me.", "C'est moi."))
        .inOrder();
  }

  @Test
  void aHeaderSaysWhichColumnIsWhich() throws IOException {
    assertThat(Pair.read(file("french\tsource\tenglish\nOui.\tme\tYes.\n")))
        .containsExactly(new Pair("Yes.", "Oui."));
  }

  @Test
  void aLineWithoutATabIsSaidWithItsNumber() throws IOException {
    assertThat(problem("Yes.\tOui.\nNo.\n"))
        .contains("pairs.tsv\", line 2: found 1 field, expected 2");
  }

  @Test
  void aBlankSentenceIsSaidWithItsLineAndColumn() throws IOException {
    assertThat(problem("Yes.\tOui.\nNo.\t \n"))
        .endsWith("pairs.tsv\", line 2: column 2 (french) is blank, expected a sentence");
    assertThat(problem("Yes.\tOui.\n\tNon.\n")).contains("line 2: column 1 (english) is blank");
  }

  private String problem(String text) throws IOException {
    Path file = file(text);
    return String.valueOf(
        assertThrows(ExampleFileException.class, () -> Pair.read(file)).getMessage());
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("pairs.tsv"), text);
  }
}
