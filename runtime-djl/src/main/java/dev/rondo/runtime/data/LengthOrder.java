package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * Cuts rows into batches of similar length, so that little is computed on padding.
 *
 * <p>A batch has at most 65,536 padded steps (rows × length of the longest), or as many as a
 * training is told, whatever the batch size: one text of 100,000 words must not become a batch of
 * 64 × 100,000 steps. Where the next row would exceed that, the batch ends; a longer row is alone
 * in its batch.
 */
public final class LengthOrder {
  /** The most padded steps of a batch of more than one row: 64 rows of 1,024 steps. */
  public static final int MOST_STEPS = 64 * 1024;

  private LengthOrder() {}

  /**
   * Computes something for each of many rows, in batches by length.
   *
   * @param length the steps of a row, at least 1
   * @param batchSize the most rows of a batch, at least 1
   * @param compute gives the result of each row of a batch, in order
   * @return the result of each row, in the order of the rows
   * @throws IllegalArgumentException if {@code batchSize} is below 1 or a row is null
   */
  public static <R, T> List<T> inBatches(
      List<R> rows,
      ToIntFunction<? super R> length,
      int batchSize,
      Function<? super List<R>, List<T>> compute) {
    checkBatchSize(batchSize);
    int[] lengths = new int[rows.size()];
    int row = 0;
    for (R value : Arguments.<R>noNulls(rows, "row")) {
      lengths[row++] = length.applyAsInt(value);
    }
    List<Integer> order =
        IntStream.range(0, lengths.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> lengths[i]))
            .toList();
    Map<Integer, T> results = new HashMap<>();
    for (List<Integer> batch : cut(order, i -> lengths[i], batchSize, MOST_STEPS)) {
      List<T> computed = compute.apply(batch.stream().map(rows::get).toList());
      if (computed.size() != batch.size()) {
        throw new IllegalStateException(
            "computed results of %s rows, expected %s".formatted(computed.size(), batch.size()));
      }
      for (int i = 0; i < batch.size(); i++) {
        results.put(batch.get(i), computed.get(i));
      }
    }
    return IntStream.range(0, lengths.length).mapToObj(results::get).toList();
  }

  /** Cuts rows that are in ascending order of length. */
  static <R> List<List<R>> cut(
      List<R> ascending, ToIntFunction<? super R> length, int batchSize, int mostSteps) {
    List<List<R>> batches = new ArrayList<>();
    List<R> batch = new ArrayList<>();
    for (R row : ascending) {
      long steps = (batch.size() + 1L) * length.applyAsInt(row);
      if (batch.size() == batchSize || (!batch.isEmpty() && steps > mostSteps)) {
        batches.add(batch);
        batch = new ArrayList<>();
      }
      batch.add(row);
    }
    if (!batch.isEmpty()) {
      batches.add(batch);
    }
    return batches;
  }

  static void checkBatchSize(int batchSize) {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batchSize is " + batchSize + ", must be at least 1");
    }
  }
}
