package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.index.NDIndex;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.Arrays;
import java.util.List;

/** A batch of sequences of vectors, padded at their ends to the longest. */
public final class Sequences {
  private final NDArray values;
  private final Lengths lengths;

  Sequences(NDArray values, Lengths lengths) {
    this.values = values;
    this.lengths = lengths;
  }

  /**
   * Wraps an array of DJL in which nothing is padded: all sequences are equally long.
   *
   * @param values (batch, time, features)
   * @throws IllegalArgumentException if it has other dimensions, or no steps
   */
  public static Sequences of(NDArray values) {
    Shape shape = values.getShape();
    if (shape.dimension() != 3) {
      throw new IllegalArgumentException(
          "sequences have shape " + shape + ", expected (batch, time, features)");
    }
    int[] lengths = new int[Math.toIntExact(shape.get(0))];
    Arrays.fill(lengths, Math.toIntExact(shape.get(1)));
    return new Sequences(
        values, new Lengths(values.getManager(), lengths, Math.toIntExact(shape.get(1))));
  }

  /** Returns the vectors: (batch, time, features). What stands in the padding means nothing. */
  public NDArray values() {
    return values;
  }

  /**
   * Returns the vectors of the real steps, sequence by sequence: (real steps, features). What is
   * computed from them costs nothing for padding.
   */
  public NDArray real() {
    return lengths.real(values);
  }

  /**
   * Joins sequences step by step: the features of the first, then those of the second, and so on.
   *
   * @param names of all of them, which an error tells
   * @throws IllegalArgumentException if two of them have other lengths. It names these, and no row:
   *     batches are in an order that no caller knows
   */
  public static Sequences join(List<String> names, Sequences... all) {
    if (all[0].values instanceof PlannedArray) {
      // a batch in which they are not equally long is computed, and refused, layer by layer
      return all[0].with(PlannedArray.join(Arrays.stream(all).map(Sequences::values).toList()));
    }
    int[] first = all[0].lengths.real();
    NDList arrays = new NDList();
    for (int i = 0; i < all.length; i++) {
      int[] lengths = all[i].lengths.real();
      int differs = lengths.length == first.length ? Arrays.mismatch(first, lengths) : 0;
      if (differs >= 0) {
        throw new IllegalArgumentException(
            ("\"%s\" has %s steps and \"%s\" has %s, but they are read side by side, step by step."
                    + " Make them equally long, or end the layers of \"%s\" with @Pool(LAST).")
                .formatted(
                    names.get(0), first[differs], names.get(i), lengths[differs], names.get(i)));
      }
      arrays.add(all[i].values);
    }
    return all[0].with(NDArrays.concat(arrays, 2));
  }

  /**
   * Joins a vector to each step: the sequences' features, then the vector's.
   *
   * @param vector (batch, features)
   */
  public Sequences join(NDArray vector) {
    if (values instanceof PlannedArray) {
      return with(PlannedArray.join(List.of(values, vector)));
    }
    Shape shape = vector.getShape();
    NDArray repeated =
        vector
            .reshape(shape.get(0), 1, shape.get(1))
            .broadcast(shape.get(0), lengths.time(), shape.get(1));
    return with(NDArrays.concat(new NDList(values, repeated), 2));
  }

  /**
   * Returns the final state of a recurrent layer whose output at each step this is, or something
   * that was computed of it step by step: (batch, features).
   *
   * @param direction that the layer reads in: forward, the last real step; backward, the first one;
   *     of both, the last of the first half of the features and the first of the second half
   */
  public NDArray finalState(Direction direction) {
    NDArray last = lengths.last(values);
    if (direction == Direction.FORWARD) {
      return last;
    }
    NDArray first =
        values instanceof PlannedArray planned
            ? planned.then(new Operator.First(), Plan.Kind.VECTORS)
            : values.get(new NDIndex(":, 0"));
    if (direction == Direction.BACKWARD) {
      return first;
    }
    if (values instanceof PlannedArray planned) {
      int middle = planned.features() / 2;
      return PlannedArray.join(
          List.of(
              PlannedArray.of(last).slice(0, middle),
              PlannedArray.of(first).slice(middle, planned.features())));
    }
    long half = values.getShape().get(2) / 2;
    return NDArrays.concat(
        new NDList(last.get(new NDIndex(":, :{}", half)), first.get(new NDIndex(":, {}:", half))),
        1);
  }

  /**
   * Joins vectors: the features of the first, then those of the second, and so on.
   *
   * @param vectors (batch, features) each
   */
  public static NDArray joinVectors(NDArray... vectors) {
    return vectors[0] instanceof PlannedArray
        ? PlannedArray.join(List.of(vectors))
        : NDArrays.concat(new NDList(vectors), 1);
  }

  /** Returns the same lengths with other vectors. */
  Sequences with(NDArray newValues) {
    return new Sequences(newValues, lengths);
  }

  Lengths lengths() {
    return lengths;
  }
}
