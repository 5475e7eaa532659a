package dev.rondo.runtime.data.file;

/**
 * Makes a value of a row, of the columns that a {@link RecordLayout} found.
 *
 * @param <T> the type of the value
 */
@FunctionalInterface
public interface RecordReader<T> {
  /**
   * Returns the value; never null.
   *
   * @throws RuntimeException if a cell cannot be read, thrown by the methods of the columns; or
   *     {@link IllegalArgumentException} if the cells can be read but make no such value. Both
   *     become an error with the place in the file
   */
  T read(Cells cells);
}
