package dev.rondo.runtime.data;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;

/** Gives the elements of a list in a random order, all orders equally probable (Fisher-Yates). */
final class Permutation<T> implements Iterator<T> {
  private final List<T> values;
  private final Random random;
  private final int[] order;
  private int given;

  Permutation(List<T> values, Random random) {
    this.values = values;
    this.random = random;
    this.order = new int[values.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
  }

  @Override
  public boolean hasNext() {
    return given < order.length;
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    int chosen = given + random.nextInt(order.length - given);
    int index = order[chosen];
    order[chosen] = order[given];
    given++;
    return values.get(index);
  }
}
