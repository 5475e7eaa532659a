package dev.rondo.runtime.data;

import java.util.Iterator;

/**
 * An iterator that holds something open until its last element, an error, or {@link #close}.
 *
 * @param <T> the type of an element
 */
public interface CloseableIterator<T> extends Iterator<T>, AutoCloseable {
  /** Ends the iteration; a second call does nothing. */
  @Override
  void close();
}
