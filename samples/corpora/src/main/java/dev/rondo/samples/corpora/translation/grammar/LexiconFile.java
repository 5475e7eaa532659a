package dev.rondo.samples.corpora.translation.grammar;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Reads the files of the lexicon: rows of columns between bars, under [headings] if they have any.
 */
final class LexiconFile {

  /**
   * A row.
   *
   * @param section the heading above it, empty if there is none
   * @param columns its columns
   * @param where the file and the line
   */
  record Row(String section, List<String> columns, String where) {

    String get(int column) {
      return columns.get(column);
    }

    IllegalStateException error(String message) {
      return new IllegalStateException(where + ": " + message);
    }
  }

  private LexiconFile() {}

  /**
   * Reads a file of the lexicon.
   *
   * @param file its name, such as {@code "nouns.txt"}
   * @param columns how many columns it has
   * @param make makes an entry of a row
   * @throws IllegalStateException naming file and line, if a row is malformed
   */
  static <T> List<T> read(String file, int columns, Function<Row, T> make) {
    String path = "/dev/rondo/samples/corpora/translation/lexicon/" + file;
    try (InputStream in = LexiconFile.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException(path + " is missing from the class path");
      }
      try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(file, columns, lines.lines().toList()).stream()
            .map(row -> entry(row, make))
            .toList();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(path + " cannot be read", e);
    }
  }

  private static <T> T entry(Row row, Function<Row, T> make) {
    try {
      return make.apply(row);
    } catch (IllegalArgumentException e) {
      throw new IllegalStateException(row.where() + ": " + e.getMessage(), e);
    }
  }

  /** Splits lines into rows; lines that start with # are comments. */
  static List<Row> parse(String file, int columns, List<String> lines) {
    List<Row> rows = new ArrayList<>();
    String section = "";
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[") && line.endsWith("]")) {
        section = line.substring(1, line.length() - 1);
        continue;
      }
      List<String> found = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      Row row = new Row(section, found, file + ":" + number);
      if (found.size() != columns || found.contains("")) {
        throw row.error(
            "expected " + columns + " columns between bars, none empty, found \"" + line + "\"");
      }
      rows.add(row);
    }
    return rows;
  }
}
