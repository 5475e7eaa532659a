package dev.rondo.runtime.data;

import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows that are encoded anew in each epoch, each time with something drawn: by a generator made of
 * the epoch's seed and the place of the example, so that nothing else decides what is drawn.
 */
final class VariedRows<E, I, O> {
  private final Iterable<E> examples;
  private final BiFunction<? super E, @Nullable Random, Row<I, O>> encoder;
  private final long size;

  VariedRows(
      Iterable<E> examples, BiFunction<? super E, @Nullable Random, Row<I, O>> encoder, long size) {
    this.examples = examples;
    this.encoder = encoder;
    this.size = size;
  }

  /**
   * Returns the rows of an epoch.
   *
   * @param order shuffles them
   * @param seed of the epoch
   */
  Iterator<Row<I, O>> rows(Random order, long seed) {
    if (examples instanceof Collection<E> collection) {
      List<E> all = List.copyOf(collection);
      List<Integer> places = IntStream.range(0, all.size()).boxed().toList();
      Iterator<Integer> shuffled = new Permutation<>(places, order);
      return new Iterator<>() {
        @Override
        public boolean hasNext() {
          return shuffled.hasNext();
        }

        @Override
        public Row<I, O> next() {
          int place = shuffled.next();
          return row(all.get(place), place, seed);
        }
      };
    }
    long[] place = {0};
    Function<E, Row<I, O>> counted = example -> row(example, place[0]++, seed);
    return new ShuffleBuffer<>(new Repeated<>(examples.iterator(), counted, size), order);
  }

  private Row<I, O> row(E example, long place, long seed) {
    try {
      return encoder.apply(example, new Random(Rows.mixed(seed, place)));
    } catch (IllegalArgumentException e) {
      // as it is the example was encoded before: a text may not fit what became shorter
      return encoder.apply(example, null);
    }
  }
}
