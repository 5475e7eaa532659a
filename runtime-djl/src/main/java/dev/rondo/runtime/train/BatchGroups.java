package dev.rondo.runtime.train;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The batches of an epoch in groups: the gradients of a group change the weights together. A group
 * is read at once, so that what all of it has is known when its first batch is learned; the last
 * one of an epoch may be smaller.
 *
 * @param <T> the type of a batch
 */
final class BatchGroups<T> implements Iterator<T> {
  private final Iterator<T> all;
  private final int size;
  private List<T> group = List.of();
  private int next;

  /**
   * Creates the groups.
   *
   * @param size the most batches of one, at least 1
   */
  BatchGroups(Iterator<T> all, int size) {
    this.all = all;
    this.size = size;
  }

  @Override
  public boolean hasNext() {
    return next < group.size() || all.hasNext();
  }

  @Override
  public T next() {
    if (next == group.size()) {
      if (!all.hasNext()) {
        throw new NoSuchElementException();
      }
      List<T> read = new ArrayList<>();
      while (read.size() < size && all.hasNext()) {
        read.add(all.next());
      }
      group = read;
      next = 0;
    }
    return group.get(next++);
  }

  /** Returns the group of the batch that was given last. */
  List<T> group() {
    return group;
  }

  /** Returns whether the batch that was given last ends its group. */
  boolean atEnd() {
    return next == group.size();
  }
}
