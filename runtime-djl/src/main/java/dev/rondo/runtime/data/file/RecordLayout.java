package dev.rondo.runtime.data.file;

/**
 * Says which columns a value has. Called once each time that a file is opened; what it returns is
 * called for every row.
 *
 * <pre>{@code
 * private static RecordReader<Reading> reading(Columns columns) {
 *   NumberColumn load = columns.number("load");
 *   ConstantColumn<DayOfWeek> day = columns.constant("day", DayOfWeek.values());
 *   return cells -> new Reading(load.toFloat(cells), day.of(cells));
 * }
 * }</pre>
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface RecordLayout<T> {
  /** Declares the columns and returns what reads them. */
  RecordReader<T> in(Columns columns);
}
