package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says which rows of a table belong together: those one below the other that have the same values
 * in some columns. Each row is then one step, and each group one example.
 *
 * <pre>{@code
 * machine,load,day,condition
 * A7,0.61,MONDAY,WORN
 * A7,0.65,TUESDAY,WORN
 * B2,0.12,MONDAY,GOOD
 * }</pre>
 *
 * <p>With {@code Grouping.by("machine")} these are two examples, one of two steps and one of one.
 * What an example has once, as the condition here, must be the same in all rows of a group. A group
 * whose rows are not all together is an error that names both lines: sort the file by the columns
 * of the group first, and by time.
 *
 * <p>The columns are found ignoring case. They may be columns of the example too. While a file is
 * read, memory holds one group, and the names of those before it.
 */
public final class Grouping implements ReadOption {
  private final List<String> columns;

  private Grouping(List<String> columns) {
    this.columns = columns;
  }

  /**
   * Returns a grouping by one column, or by several together.
   *
   * @throws IllegalArgumentException if there is no column, or one is null, blank or there twice
   */
  public static Grouping by(String... columns) {
    List<String> names = List.of(Arguments.copyOf(columns, "columns"));
    if (names.isEmpty() || new HashSet<>(names).size() < names.size()) {
      throw new IllegalArgumentException(
          "a grouping needs one or more different columns, found " + names);
    }
    if (names.stream().anyMatch(String::isBlank)) {
      throw new IllegalArgumentException("a column of a grouping is blank, found " + names);
    }
    return new Grouping(names);
  }

  /** Returns the names of the columns; unmodifiable. */
  public List<String> columns() {
    return columns;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Grouping that && columns.equals(that.columns);
  }

  @Override
  public int hashCode() {
    return columns.hashCode();
  }

  @Override
  public String toString() {
    return "Grouping.by(" + String.join(", ", columns) + ")";
  }
}
