package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.InputCodec;
import dev.rondo.runtime.data.Steps;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns the values of one input into steps. Immutable; safe for use by many threads.
 *
 * @param <T> what the user passes
 */
public interface StepsCodec<T> extends InputCodec<T, Steps> {
  /** Returns how many features a step has; 0 if it has only symbols. */
  int width();

  /**
   * Returns what each feature of a step is of, in their order: dotted names of components.
   *
   * @param as what the names begin with
   */
  default List<String> features(String as) {
    return IntStream.range(0, width()).mapToObj(i -> as + "#" + i).toList();
  }

  /** Returns how many symbols a step has; 0 if it has only features. */
  int columns();

  /**
   * Returns how many different numbers a symbol can have, those of padding (0) and of unknown
   * symbols (1) included: the rows of its embedding.
   *
   * @param column which of the symbols, from 0
   * @throws IllegalArgumentException if there is no such column
   */
  int symbols(int column);
}
