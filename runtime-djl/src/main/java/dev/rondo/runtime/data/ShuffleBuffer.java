package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * Gives the rows of a stream in a random order as far as a buffer reaches: it is kept full, and
 * each row that leaves it is drawn from all of them. It is full with 16,384 rows, or with fewer
 * that have 4,194,304 numbers together: long ones must not fill the memory.
 */
final class ShuffleBuffer<I, O> implements Iterator<Row<I, O>> {
  /** The most numbers that are kept where rows are collected: 16 MiB. */
  static final long MOST_NUMBERS = 1 << 22;

  private static final int SIZE = 16_384;

  private final Iterator<Row<I, O>> source;
  private final Random random;
  private final List<Row<I, O>> buffer = new ArrayList<>();
  private long numbers;

  ShuffleBuffer(Iterator<Row<I, O>> source, Random random) {
    this.source = source;
    this.random = random;
  }

  @Override
  public boolean hasNext() {
    return !buffer.isEmpty() || source.hasNext();
  }

  @Override
  public Row<I, O> next() {
    while (buffer.size() < SIZE && numbers < MOST_NUMBERS && source.hasNext()) {
      Row<I, O> row = source.next();
      numbers += EncodedSize.of(row);
      buffer.add(row);
    }
    if (buffer.isEmpty()) {
      throw new NoSuchElementException();
    }
    // the last one takes the place of the one that leaves
    int chosen = random.nextInt(buffer.size());
    Row<I, O> last = buffer.remove(buffer.size() - 1);
    Row<I, O> left = chosen == buffer.size() ? last : buffer.set(chosen, last);
    numbers -= EncodedSize.of(left);
    return left;
  }
}
