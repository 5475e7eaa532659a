package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is inside of the steps of a batch: each different inner sequence once, however often it is
 * met. A batch of sentences has each frequent word many times, and its vector is the same each time.
 *
 * <p>The different ones stand in the order of their lengths, the shortest first, and of equal ones
 * in that in which they are met.
 */
final class InnerSequences {
  private final Pass pass;
  private final Lengths lengths;
  private final TokenBatch different;
  private final long[] rows;

  /**
   * Finds the different ones.
   *
   * @param batch rows of steps with something inside
   * @param lengths of the rows
   */
  InnerSequences(Pass pass, List<Steps> batch, Lengths lengths) {
    this.pass = pass;
    this.lengths = lengths;
    Map<Content, Integer> numbers = new HashMap<>();
    List<int[]> met = new ArrayList<>();
    int time = lengths.time();
    int[] places = new int[batch.size() * time];
    for (int b = 0; b < batch.size(); b++) {
      int[][] inner = batch.get(b).inner();
      for (int t = 0; t < inner.length; t++) {
        Integer number = numbers.putIfAbsent(new Content(inner[t]), met.size());
        if (number == null) {
          number = met.size();
          met.add(inner[t]);
        }
        places[b * time + t] = number;
      }
    }
    int[] order = byLength(met);
    int[] moved = new int[order.length];
    List<int[]> sorted = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      moved[order[i]] = i;
      sorted.add(met.get(order[i]));
    }
    different = TokenBatch.of(pass, sorted);
    rows = new long[places.length];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = moved[places[i]]; // padding is like the first, and means nothing
    }
  }

  /** Symbols, compared by what they are. */
  private record Content(int[] symbols) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Content that && Arrays.equals(symbols, that.symbols);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(symbols);
    }
  }

  private static int[] byLength(List<int[]> sequences) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < sequences.size(); i++) {
      order.add(i);
    }
    order.sort((a, b) -> Integer.compare(sequences.get(a).length, sequences.get(b).length));
    return order.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the different ones: (sequences, time). */
  TokenBatch different() {
    return different;
  }

  /**
   * Puts vectors of the different ones at the steps that these are in.
   *
   * @param vectors (sequences, features)
   * @return (batch, time, features)
   */
  Sequences eachStep(NDArray vectors) {
    Shape shape = vectors.getShape();
    int expected = different.lengths().real().length;
    if (shape.dimension() != 2 || shape.get(0) != expected) {
      throw new IllegalArgumentException(
          "vectors of inner sequences have shape %s, expected (%s, features)"
              .formatted(shape, expected));
    }
    NDArray numbers =
        pass.manager().create(rows, new Shape(lengths.real().length, lengths.time()));
    return new Sequences(Lengths.rows(vectors, numbers), lengths);
  }
}
