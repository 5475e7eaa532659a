package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.Steps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What is inside of the steps of a batch: each different inner sequence once, however often it is
 * met. A batch of sentences has each frequent word many times, and its vector is the same each
 * time.
 *
 * <p>The different ones are read in {@linkplain LengthParts parts} of similar length, and of {@link
 * FewShapes few shapes}.
 */
final class InnerSequences {
  private final Pass pass;
  private final Lengths lengths;

  /** The different ones in ascending order of their lengths; of equal ones as they are met. */
  private final List<int[]> different = new ArrayList<>();

  /** For each step of the batch which of them is in it; 0 for padding, which means nothing. */
  private final int[] places;

  /**
   * Finds the different ones.
   *
   * @param batch rows of steps with something inside
   * @param lengths of the rows
   */
  InnerSequences(Pass pass, List<Steps> batch, Lengths lengths) {
    this.pass = pass;
    this.lengths = lengths;
    this.places = new int[Math.multiplyExact(batch.size(), lengths.time())];
    Map<Content, Integer> numbers = new HashMap<>();
    List<int[]> met = new ArrayList<>();
    for (int b = 0; b < batch.size(); b++) {
      int[][] inner = batch.get(b).inner();
      for (int t = 0; t < inner.length; t++) {
        Integer number = numbers.putIfAbsent(new Content(inner[t]), met.size());
        if (number == null) {
          number = met.size();
          met.add(inner[t]);
        }
        places[b * lengths.time() + t] = number;
      }
    }
    int[] order =
        IntStream.range(0, met.size())
            .boxed()
            .sorted(Comparator.comparingInt(number -> met.get(number).length))
            .mapToInt(Integer::intValue)
            .toArray();
    int[] moved = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      moved[order[i]] = i;
      different.add(met.get(order[i]));
    }
    Arrays.setAll(places, i -> moved[places[i]]);
  }

  /** Symbols, compared by what they are. */
  private static final class Content {
    private final int[] symbols;

    Content(int[] symbols) {
      this.symbols = symbols;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Content that && Arrays.equals(symbols, that.symbols);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(symbols);
    }
  }

  /**
   * Makes a vector of each different one, and puts it at the steps that this one is in.
   *
   * @param vectors makes (sequences, features) of some of them, (sequences, time)
   * @return (batch, time, features)
   */
  Sequences eachStep(Function<TokenBatch, NDArray> vectors) {
    NDList parts = new NDList();
    int[] rows = new int[different.size()];
    int from = 0;
    int row = 0;
    for (int to : LengthParts.ends(different.stream().mapToInt(all -> all.length).toArray())) {
      List<int[]> part = FewShapes.rows(different.subList(from, to));
      parts.add(checked(vectors.apply(TokenBatch.of(pass, part)), part.size()));
      for (int i = from; i < to; i++) {
        rows[i] = row + i - from;
      }
      row += part.size();
      from = to;
    }
    long[] picked = new long[places.length];
    Arrays.setAll(picked, i -> rows[places[i]]);
    NDArray numbers =
        pass.manager().create(picked, new Shape(lengths.real().length, lengths.time()));
    NDArray all = parts.size() == 1 ? parts.get(0) : NDArrays.concat(parts, 0);
    return new Sequences(Lengths.pick(all, numbers), lengths);
  }

  private static NDArray checked(NDArray vectors, int sequences) {
    Shape shape = vectors.getShape();
    if (shape.dimension() != 2 || shape.get(0) != sequences) {
      throw new IllegalArgumentException(
          "the vectors of inner sequences have shape %s, expected (%s, features)"
              .formatted(shape, sequences));
    }
    return vectors;
  }
}
