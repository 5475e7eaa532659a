package dev.rondo.samples.inspect;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts what {@code samples/run inspect} starts: the main class that the pom names. */
class MainClassTest {
  private static final Pattern MAIN = Pattern.compile("<exec.mainClass>(.*)</exec.mainClass>");

  @TempDir private Path folder;

  @Test
  void theMainClassReadsTheFilesThatItIsGiven() throws Exception {
    Path letter = Files.writeString(folder.resolve("letter.rondo"), "Dear Sir or Madam");

    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                mainClass(),
                letter.toString())
            .redirectError(errors.toFile())
            .start();

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(Files.readString(errors, StandardCharsets.UTF_8))
        .isEqualTo(
            "error: model file \"%s\": is no model file: it does not begin like a zip%n"
                .formatted(letter));
  }

  private static String mainClass() throws IOException {
    Matcher main = MAIN.matcher(Files.readString(Path.of("pom.xml")));
    assertThat(main.find()).isTrue();
    return main.group(1);
  }
}
