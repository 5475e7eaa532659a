package dev.rondo.runtime.data;

/**
 * Makes an example of one row of a file.
 *
 * @param <E> the type of an example
 */
@FunctionalInterface
public interface RowReader<E> {
  /**
   * Returns the example.
   *
   * @throws ExampleFileException if a field cannot be read; thrown by the methods of {@link
   *     FileRow}
   * @throws IllegalArgumentException if the fields can be read but make no example
   */
  E read(FileRow row);
}
