package dev.rondo.samples.writer;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.samples.common.SampleFailure;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RondoSourcesTest {
  @TempDir private Path folder;

  @Test
  void theBuildPutsTheSourcesOfAllModulesBesideTheSample() throws IOException {
    List<String> files = names(RondoSources.files());
    assertThat(files.size()).isGreaterThan(300);
    assertThat(files).contains("Network.java");
    assertThat(files).contains("LSTM.java");
    assertThat(files).contains("SequenceModelProcessor.java");
    assertThat(files).contains("RondoSources.java");
    assertThat(files).doesNotContain("RondoSourcesTest.java");
  }

  @Test
  void sourcesInAJarFileAreReadAsThoseInAFolder() throws IOException {
    URL jar = jar("b/Two.java", "class Two {}", "a/One.java", "class One {}", "a/notes.txt", "no");
    for (int time = 0; time < 2; time++) {
      List<Path> files = RondoSources.files(jar);
      assertThat(names(files)).containsExactly("One.java", "Two.java").inOrder();
      assertThat(Files.readString(files.get(0))).isEqualTo("class One {}");
    }
  }

  @Test
  void aModelLearnsFromSourcesInAJarFile() throws IOException {
    URL jar = jar("a/One.java", "class One {}\n".repeat(30), "b/Two.java", "class Two {}\n");
    Path[] files = RondoSources.files(jar).toArray(new Path[0]);
    try (WriterPredictor writer = WriterTrainer.create().epochs(1).fit(files)) {
      assertThat(writer.evaluate(files).tokens()).isEqualTo(31 * "class One {}\n".length());
    }
  }

  @Test
  void withoutTheSourcesItSaysWhatToGive() {
    assertThat(assertThrows(SampleFailure.class, () -> RondoSources.files(null)))
        .hasMessageThat()
        .contains("Give a text by --text FILE");
  }

  /** Returns the folder {@code sources} of a jar file with these files. */
  private URL jar(String... namesAndTexts) throws IOException {
    Path file = folder.resolve("sources.jar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("sources/"));
      for (int i = 0; i < namesAndTexts.length; i += 2) {
        zip.putNextEntry(new ZipEntry("sources/" + namesAndTexts[i]));
        zip.write(namesAndTexts[i + 1].getBytes(UTF_8));
      }
    }
    return URI.create("jar:" + file.toUri() + "!/sources").toURL();
  }

  private static List<String> names(List<Path> files) {
    return files.stream().map(file -> String.valueOf(file.getFileName())).toList();
  }
}
