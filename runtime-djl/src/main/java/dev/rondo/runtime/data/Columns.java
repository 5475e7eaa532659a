package dev.rondo.runtime.data;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Where a file has its columns.
 *
 * @param positions the place of each column among the fields of a line, counted from 0
 * @param all the fields that each line has, by name
 */
record Columns(Map<String, Integer> positions, List<String> all) {
  private static final String NO_JSON =
      "This looks like JSON, which examples of texts are not read from. ";

  /** Returns the columns in their order. */
  static Columns ordered(List<String> columns) {
    Map<String, Integer> positions = new LinkedHashMap<>();
    columns.forEach(column -> positions.put(column, positions.size()));
    return new Columns(positions, columns);
  }

  /**
   * Returns the columns as the header names them; null if it does not name them all.
   *
   * @throws ExampleFileException if it names one of them twice
   */
  static @Nullable Columns named(Path file, List<String> columns, Records.Fields header) {
    List<String> names = header.values().stream().map(String::strip).toList();
    Map<String, Integer> positions = new LinkedHashMap<>();
    for (String column : columns) {
      List<Integer> found = find(column, names);
      if (found.isEmpty()) {
        return null;
      }
      if (found.size() > 1) {
        throw new ExampleFileException(
            "%s: the header has \"%s\" in columns %s and %s. Each name may be there once."
                .formatted(header.place(file), column, found.get(0) + 1, found.get(1) + 1));
      }
      positions.put(column, found.get(0));
    }
    return new Columns(positions, names);
  }

  /** Exact names go before those that differ in case. */
  private static List<Integer> find(String column, List<String> names) {
    List<Integer> exact =
        IntStream.range(0, names.size()).filter(i -> names.get(i).equals(column)).boxed().toList();
    return exact.isEmpty()
        ? IntStream.range(0, names.size())
            .filter(i -> names.get(i).equalsIgnoreCase(column))
            .boxed()
            .toList()
        : exact;
  }

  /**
   * Checks the number of fields.
   *
   * @param separation the sentence that says how fields are separated
   * @throws ExampleFileException if it is another
   */
  void checkWidth(Path file, Records.Fields line, String separation) {
    int found = line.values().size();
    if (found != all.size()) {
      throw new ExampleFileException(
          "%s: found %s %s, expected %s: %s. %s"
              .formatted(
                  line.place(file),
                  found,
                  found == 1 ? "field" : "fields",
                  all.size(),
                  Wording.list(all),
                  isJson(line.values().get(0)) ? NO_JSON + separation : separation));
    }
  }

  private static boolean isJson(String field) {
    return field.stripLeading().startsWith("{") || field.stripLeading().startsWith("[");
  }

  /** Returns the place of a column, counted from 0. */
  int position(String column) {
    Integer position = positions.get(column);
    if (position == null) {
      throw new IllegalArgumentException(
          "there is no column \"%s\", only %s".formatted(column, Wording.list(positions.keySet())));
    }
    return position;
  }
}
