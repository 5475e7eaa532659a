package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/**
 * Gives the elements of a stream in a random order as far as a buffer of 16,384 reaches: it is kept
 * full, and each element that leaves it is drawn from all of them.
 */
final class ShuffleBuffer<T> implements Iterator<T> {
  private static final int SIZE = 16_384;

  private final Iterator<T> source;
  private final Random random;
  private final List<T> buffer = new ArrayList<>();

  ShuffleBuffer(Iterator<T> source, Random random) {
    this.source = source;
    this.random = random;
  }

  @Override
  public boolean hasNext() {
    return !buffer.isEmpty() || source.hasNext();
  }

  @Override
  public T next() {
    while (buffer.size() < SIZE && source.hasNext()) {
      buffer.add(source.next());
    }
    if (buffer.isEmpty()) {
      throw new NoSuchElementException();
    }
    // the last one takes the place of the one that leaves
    int chosen = random.nextInt(buffer.size());
    T last = buffer.remove(buffer.size() - 1);
    return chosen == buffer.size() ? last : buffer.set(chosen, last);
  }
}
