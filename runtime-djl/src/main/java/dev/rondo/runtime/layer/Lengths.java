package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many steps of each sequence of a batch are real. Sequences are padded at their ends.
 *
 * <p>What depends on the lengths is exact: a forward recurrence has not seen the padding at a
 * sequence's last real step, and a backward one runs forward over the sequences {@linkplain
 * #reverse reversed within their lengths}. The index arrays that this takes are made once a batch,
 * and not at all where nothing is padded.
 */
final class Lengths {
  private final NDManager manager;
  private final int[] lengths;
  private final int time;
  private final boolean padded;
  private @Nullable NDArray reversal;
  private @Nullable NDArray lastRows;
  private @Nullable NDArray realRows;
  private @Nullable NDArray spreadRows;
  private @Nullable NDArray mask;
  private @Nullable NDArray counts;

  Lengths(NDManager manager, int[] lengths, int time) {
    this.manager = manager;
    this.lengths = lengths;
    this.time = time;
    boolean shorter = false;
    for (int length : lengths) {
      if (length < 1 || length > time) {
        throw new IllegalArgumentException(
            "a sequence has " + length + " steps, must be 1 to " + time);
      }
      shorter |= length < time;
    }
    padded = shorter;
  }

  /** Returns lengths that stand for those of any batch. */
  static Lengths planned(NDManager manager) {
    return new Lengths(manager, new int[] {1}, 1);
  }

  /** Returns the lengths where only every so many-th step is left, of which the first is one. */
  Lengths every(int steps) {
    if (steps == 1) {
      return this;
    }
    int[] fewer = Arrays.stream(lengths).map(length -> (length - 1) / steps + 1).toArray();
    return new Lengths(manager, fewer, (time - 1) / steps + 1);
  }

  /** Turns the real steps of each sequence round; (batch, time, features), padding stays behind. */
  NDArray reverse(NDArray values) {
    if (values instanceof PlannedArray planned) {
      return planned.then(new Operator.Reverse(), Plan.Kind.SEQUENCES);
    }
    if (!padded) {
      return values.flip(1);
    }
    if (reversal == null) {
      long[] rows = new long[lengths.length * time];
      for (int b = 0, i = 0; b < lengths.length; b++) {
        for (int t = 0; t < time; t++, i++) {
          rows[i] = (long) b * time + (t < lengths[b] ? lengths[b] - 1 - t : t);
        }
      }
      reversal = manager.create(rows, new Shape(lengths.length, time));
    }
    return steps(values, reversal);
  }

  /** Returns the last real step of each sequence: (batch, time, features) to (batch, features). */
  NDArray last(NDArray values) {
    if (values instanceof PlannedArray planned) {
      return planned.then(new Operator.Last(), Plan.Kind.VECTORS);
    }
    if (lastRows == null) {
      long[] rows = new long[lengths.length];
      for (int b = 0; b < lengths.length; b++) {
        rows[b] = (long) b * time + lengths[b] - 1;
      }
      lastRows = manager.create(rows);
    }
    return steps(values, lastRows);
  }

  /** Leaves the padding out: (batch, time, features) to (real steps, features). */
  NDArray real(NDArray values) {
    if (values instanceof PlannedArray planned) {
      return planned.then(new Operator.Real(), Plan.Kind.REAL_STEPS);
    }
    if (!padded) {
      return values.reshape(-1, values.getShape().get(2));
    }
    if (realRows == null) {
      long[] rows = new long[Arrays.stream(lengths).sum()];
      for (int b = 0, i = 0; b < lengths.length; b++) {
        for (int t = 0; t < lengths[b]; t++, i++) {
          rows[i] = (long) b * time + t;
        }
      }
      realRows = manager.create(rows);
    }
    return steps(values, realRows);
  }

  /**
   * Puts what was computed of the {@linkplain #real(NDArray) real steps} back at them: (real steps,
   * features) to (batch, time, features). Padding repeats the step before it.
   */
  NDArray spread(NDArray real) {
    long features = real.getShape().get(1);
    if (!padded) {
      return real.reshape(lengths.length, time, features);
    }
    if (spreadRows == null) {
      long[] rows = new long[lengths.length * time];
      long first = 0;
      for (int b = 0, i = 0; b < lengths.length; b++) {
        for (int t = 0; t < time; t++, i++) {
          rows[i] = first + Math.min(t, lengths[b] - 1);
        }
        first += lengths[b];
      }
      spreadRows = manager.create(rows, new Shape(lengths.length, time));
    }
    return pick(real, spreadRows);
  }

  /** Returns the real steps of each sequence; not to be changed. */
  int[] real() {
    return lengths;
  }

  /** Returns the steps of the batch, those of the longest sequence. */
  int time() {
    return time;
  }

  /** Returns whether any sequence is padded. */
  boolean padded() {
    return padded;
  }

  /** Returns 1 at real steps and 0 at padding: (batch, time, 1). */
  NDArray mask() {
    if (mask == null) {
      float[] values = new float[lengths.length * time];
      for (int b = 0; b < lengths.length; b++) {
        for (int t = 0; t < lengths[b]; t++) {
          values[b * time + t] = 1;
        }
      }
      mask = manager.create(values, new Shape(lengths.length, time, 1));
    }
    return mask;
  }

  /**
   * Returns 0 at real steps and a number far below all others at padding, (batch, time, 1): added
   * to values it leaves padding out of a maximum or a softmax.
   */
  NDArray farBelow() {
    return mask().sub(1).mul(1e30f);
  }

  /** Returns the number of real steps: (batch, 1). */
  NDArray counts() {
    if (counts == null) {
      float[] values = new float[lengths.length];
      for (int b = 0; b < lengths.length; b++) {
        values[b] = lengths[b];
      }
      counts = manager.create(values, new Shape(lengths.length, 1));
    }
    return counts;
  }

  private static NDArray steps(NDArray values, NDArray rows) {
    return rows(values.reshape(-1, values.getShape().get(2)), rows);
  }

  /** Picks rows: (rows, features) at numbers of any shape (…) gives (…, features). */
  static NDArray pick(NDArray values, NDArray numbers) {
    return numbers
        .getNDArrayInternal()
        .embedding(numbers, values, SparseFormat.DENSE)
        .singletonOrThrow();
  }

  /** Picks rows of (rows, …): an embedding look-up copies whole rows. */
  static NDArray rows(NDArray values, NDArray rows) {
    Shape shape = values.getShape();
    NDArray flat = shape.dimension() == 2 ? values : values.reshape(shape.get(0), -1);
    NDArray picked =
        rows.getNDArrayInternal().embedding(rows, flat, SparseFormat.DENSE).singletonOrThrow();
    return shape.dimension() == 2
        ? picked
        : picked.reshape(new Shape(rows.size()).addAll(shape.slice(1)));
  }
}
