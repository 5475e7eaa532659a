package dev.rondo.runtime.data;

import java.util.Iterator;
import java.util.function.Function;

/**
 * Encodes examples that were iterated before, and notices if they are fewer than the first time.
 */
final class Repeated<E, I, O> implements Iterator<Row<I, O>> {
  private final Iterator<E> examples;
  private final Function<? super E, Row<I, O>> encoder;
  private final long size;
  private long given;

  /**
   * Starts to encode.
   *
   * @param size how many examples there were the first time
   */
  Repeated(Iterator<E> examples, Function<? super E, Row<I, O>> encoder, long size) {
    this.examples = examples;
    this.encoder = encoder;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    boolean more = examples.hasNext();
    if (!more && given < size) {
      throw new IllegalStateException(
          ("the examples were %s the first time and %s now: it seems that they can be iterated only"
               + " once. Collect them in a List, or give an Iterable that starts anew each time.")
              .formatted(size, given));
    }
    return more;
  }

  @Override
  public Row<I, O> next() {
    return Rows.encoded(examples.next(), given++, encoder);
  }
}
