package dev.rondo.samples.sentiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Files that are trained on in a moment. */
final class SmallFiles {
  private SmallFiles() {}

  /** Writes sentences of the grammar with the names of their labels. */
  static Path write(Path file, long seed, int count) throws IOException {
    List<String> lines =
        new ReviewGrammar(seed)
            .sentences(count).stream()
                .map(sentence -> sentence.text() + "\t" + sentence.label())
                .toList();
    return Files.write(file, lines);
  }

  /** Writes the same sentences with a header and numbers as labels. */
  static Path writeNumbered(Path file, long seed, int count) throws IOException {
    String lines =
        new ReviewGrammar(seed)
            .sentences(count).stream()
                .map(
                    sentence ->
                        String.format(
                            Locale.ROOT, "%s\t%d%n", sentence.text(), sentence.label().ordinal()))
                .reduce(String.format("sentence\tlabel%n"), String::concat);
    return Files.writeString(file, lines);
  }
}
