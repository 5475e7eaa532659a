package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.plan.Plan;
import java.util.List;

/** A batch of token numbers, padded with 0 at their ends to the longest. */
public final class TokenBatch {
  private final NDArray tokens;
  private final Lengths lengths;

  TokenBatch(NDArray tokens, Lengths lengths) {
    this.tokens = tokens;
    this.lengths = lengths;
  }

  /**
   * Pads token numbers to a batch.
   *
   * @param rows the tokens of each sequence, at least one each
   * @throws IllegalArgumentException if there is no sequence, or one is empty
   */
  public static TokenBatch of(Pass pass, List<int[]> rows) {
    if (pass instanceof PlanPass plan) {
      return new TokenBatch(
          plan.symbols(0, 0, Plan.Kind.SEQUENCES), Lengths.planned(plan.manager()));
    }
    int[] lengths = rows.stream().mapToInt(row -> row.length).toArray();
    int longest = 0;
    for (int length : lengths) {
      longest = Math.max(longest, length);
    }
    if (longest == 0) {
      throw new IllegalArgumentException("a batch needs at least one token");
    }
    int time = pass.steps(longest);
    long[] tokens = new long[Math.multiplyExact(rows.size(), time)];
    for (int b = 0; b < lengths.length; b++) {
      int[] row = rows.get(b);
      for (int t = 0; t < row.length; t++) {
        tokens[b * time + t] = row[t];
      }
    }
    return new TokenBatch(
        pass.manager().create(tokens, new Shape(rows.size(), time)),
        new Lengths(pass.manager(), lengths, time));
  }

  /**
   * Wraps arrays of DJL.
   *
   * @param tokens int64 (batch, time)
   * @param lengths (batch), each from 1 to time
   */
  public static TokenBatch of(NDArray tokens, NDArray lengths) {
    long[] longs = lengths.toType(DataType.INT64, false).toLongArray();
    int[] ints = new int[longs.length];
    for (int b = 0; b < ints.length; b++) {
      ints[b] = Math.toIntExact(longs[b]);
    }
    int time = Math.toIntExact(tokens.getShape().get(1));
    return new TokenBatch(tokens, new Lengths(tokens.getManager(), ints, time));
  }

  NDArray tokens() {
    return tokens;
  }

  Lengths lengths() {
    return lengths;
  }
}
