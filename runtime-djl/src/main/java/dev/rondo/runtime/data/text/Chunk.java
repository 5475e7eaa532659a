package dev.rondo.runtime.data.text;

import java.util.List;

/**
 * Some examples, and what was encoded of each.
 *
 * @param examples at least one
 * @param rows in the order of the examples
 * @param <E> the type of the examples
 * @param <R> what is encoded of one
 */
public record Chunk<E, R>(List<E> examples, List<R> rows) {
  /** Copies the lists. */
  public Chunk {
    examples = List.copyOf(examples);
    rows = List.copyOf(rows);
  }

  /** Returns how many examples there are. */
  public int size() {
    return examples.size();
  }

  /** Returns an example, counted from 0. */
  public E example(int place) {
    return examples.get(place);
  }
}
