package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What the lines before {@code @data} say of a file of series.
 *
 * @param dimensions how many there are; 0 if it is not said
 * @param length of each series; 0 if it is not said, or they differ
 * @param labels all that there are; empty if it is not said
 */
record SeriesHeader(int dimensions, int length, List<String> labels) {
  /**
   * Reads them.
   *
   * @throws ExampleFileException if they are no such header, or that of a file with time stamps or
   *     without labels
   */
  static SeriesHeader read(Path file, TextLines lines) throws IOException {
    int dimensions = 0;
    int length = 0;
    boolean labelled = true;
    boolean equalLengths = true;
    List<String> labels = List.of();
    while (lines.next()) {
      String line = lines.toString().strip();
      if (line.startsWith("#")) {
        continue;
      }
      if (!line.startsWith("@")) {
        throw new ExampleFileException(
            ("\"%s\", line %s: found %s, expected a line of the header, which starts with"
                    + " \"@\", or @data before the series.")
                .formatted(file, lines.number(), Wording.quote(line)));
      }
      List<String> words = List.of(line.split("\\s+"));
      switch (words.get(0).toLowerCase(Locale.ROOT)) {
        case "@data" -> {
          if (!labelled) {
            throw new ExampleFileException(
                ("\"%s\": the series have no labels (@classLabel, @targetLabel), expected"
                        + " one behind each.")
                    .formatted(file));
          }
          return new SeriesHeader(dimensions, equalLengths ? length : 0, labels);
        }
        case "@timestamps" -> {
          if (isTrue(file, lines, words)) {
            throw new ExampleFileException(
                ("\"%s\", line %s: the values have time stamps, which cannot be read from"
                        + " such files. Write them as JSON Lines.")
                    .formatted(file, lines.number()));
          }
        }
        case "@univariate" -> {
          if (isTrue(file, lines, words)) {
            dimensions = 1;
          }
        }
        case "@dimension", "@dimensions" -> dimensions = number(file, lines, words);
        case "@equallength" -> equalLengths = isTrue(file, lines, words);
        case "@serieslength" -> length = number(file, lines, words);
        case "@classlabel", "@targetlabel" -> {
          labelled = isTrue(file, lines, words);
          labels = labelled ? words.subList(2, words.size()) : List.of();
        }
        default -> {
          // names and remarks
        }
      }
    }
    throw new ExampleFileException(
        "\"%s\" has no line @data, behind which the series would be".formatted(file));
  }

  private static boolean isTrue(Path file, TextLines lines, List<String> words) {
    String value = words.size() < 2 ? "" : words.get(1).toLowerCase(Locale.ROOT);
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw wrong(file, lines, words, "true or false");
    };
  }

  private static int number(Path file, TextLines lines, List<String> words) {
    String value = words.size() < 2 ? "" : words.get(1);
    if (!value.matches("[0-9]{1,9}") || Integer.parseInt(value) == 0) {
      throw wrong(file, lines, words, "a whole number of at least 1");
    }
    return Integer.parseInt(value);
  }

  private static ExampleFileException wrong(
      Path file, TextLines lines, List<String> words, String expected) {
    return new ExampleFileException(
        "\"%s\", line %s: found %s, expected %s behind %s."
            .formatted(
                file,
                lines.number(),
                words.size() < 2 ? "nothing" : Wording.quote(words.get(1)),
                expected,
                words.get(0)));
  }
}
