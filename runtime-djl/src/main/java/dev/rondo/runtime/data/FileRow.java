package dev.rondo.runtime.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One row of a file of examples, by the names of its columns. All methods throw an {@link
 * IllegalArgumentException} for a column that was not declared.
 */
public final class FileRow {
  private static final Pattern BLANKS = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private final Path file;
  private final Records.Fields line;
  private final Columns layout;
  private final ReadChoices choices;

  FileRow(Path file, Records.Fields line, Columns layout, ReadChoices choices) {
    this.file = file;
    this.line = line;
    this.layout = layout;
    this.choices = choices;
  }

  /** Returns a field as it is written; may be empty. */
  public String text(String column) {
    return line.values().get(layout.position(column));
  }

  /** Returns a field, split at white space; empty for a blank field. Unmodifiable. */
  public List<String> tokens(String column) {
    return BLANKS.splitAsStream(text(column)).filter(token -> !token.isEmpty()).toList();
  }

  /**
   * Returns the constant that a field names: exactly; else ignoring case, if only one is meant;
   * else by its number, counted from 0. A column has names or numbers, not both, and that numbers
   * are read as constants is logged once, as {@code dev.rondo.data}. White space around it is
   * ignored.
   *
   * @param values all constants in their order, as {@code values()} gives them
   * @throws ExampleFileException if there is none
   */
  public <E extends Enum<E>> E constant(String column, E[] values) {
    String found = text(column).strip();
    choices.typed();
    return choices.constant(
        column,
        line.line(),
        found,
        () -> place(column),
        values,
        expected -> problem(column, found, expected));
  }

  /**
   * Returns {@code true} for {@code true}, {@code yes} and {@code 1}, {@code false} for {@code
   * false}, {@code no} and {@code 0}. Case and white space around it are ignored.
   *
   * @throws ExampleFileException if it is none of them
   */
  public boolean bool(String column) {
    String found = text(column).strip();
    choices.typed();
    return switch (found.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default ->
          throw problem(
              column,
              found,
              "expected true or false, yes or no, 1 or 0."
                  + Wording.didYouMean(found, List.of("true", "false", "yes", "no")));
    };
  }

  private ExampleFileException problem(String column, String found, String expected) {
    return new ExampleFileException(
        "%s: found %s, %s".formatted(place(column), Wording.quote(found), expected));
  }

  private String place(String column) {
    return "%s, column %s (%s)".formatted(line.place(file), layout.position(column) + 1, column);
  }
}
