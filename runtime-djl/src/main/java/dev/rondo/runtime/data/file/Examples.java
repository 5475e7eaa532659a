package dev.rondo.runtime.data.file;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The examples of an open file of one kind.
 *
 * @param <E> the type of an example
 */
interface Examples<E> extends Closeable {
  /**
   * Returns the next example; null at the end.
   *
   * @throws WrongRow if it is wrong; the one after it can be read
   * @throws dev.rondo.runtime.data.ExampleFileException if the file cannot be read further
   */
  @Nullable E next() throws IOException;
}
