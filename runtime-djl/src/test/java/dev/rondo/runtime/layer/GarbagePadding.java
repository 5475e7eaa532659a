package dev.rondo.runtime.layer;

import ai.djl.ndarray.types.Shape;
import java.util.List;
import java.util.Random;

/** Batches of tokens whose padding is filled with random tokens. */
final class GarbagePadding {
  private GarbagePadding() {}

  /** Pads to three steps more than the longest row has. */
  static TokenBatch of(Pass pass, List<int[]> rows, int vocabulary, Random random) {
    int time = rows.stream().mapToInt(row -> row.length).max().orElseThrow() + 3;
    long[] tokens = random.longs((long) rows.size() * time, 0, vocabulary).toArray();
    long[] lengths = new long[rows.size()];
    for (int b = 0; b < lengths.length; b++) {
      lengths[b] = rows.get(b).length;
      for (int t = 0; t < rows.get(b).length; t++) {
        tokens[b * time + t] = rows.get(b)[t];
      }
    }
    return TokenBatch.of(
        pass.manager().create(tokens, new Shape(rows.size(), time)),
        pass.manager().create(lengths));
  }
}
