package dev.rondo.samples.translation;

import dev.rondo.runtime.data.ExampleFile;
import dev.rondo.runtime.data.FileRow;
import java.nio.file.Path;
import java.util.List;

/**
 * A sentence and its translation.
 *
 * @param english what is read
 * @param french what should be written
 */
record Pair(String english, String french) {
  private static final List<String> COLUMNS = List.of("english", "french");

  /**
   * Reads all pairs of a file, one a line; see {@link ExampleFile}.
   *
   * @throws dev.rondo.runtime.data.ExampleFileException naming file and line, if it cannot be read
   */
  static List<Pair> read(Path file) {
    return ExampleFile.of(file, COLUMNS, row -> new Pair(words(row, 0), words(row, 1))).toList();
  }

  private static String words(FileRow row, int column) {
    String name = COLUMNS.get(column);
    String text = row.text(name).strip();
    if (text.isEmpty()) {
      throw new IllegalArgumentException(
          "column %s (%s) is blank, expected a sentence".formatted(column + 1, name));
    }
    return text;
  }
}
