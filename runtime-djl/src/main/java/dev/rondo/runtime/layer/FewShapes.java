package dev.rondo.runtime.layer;

import java.util.ArrayList;
import java.util.List;

/**
 * Rounds the sizes of batches up, so that there are few of them.
 *
 * <p>PyTorch's CPU library oneDNN makes code for each shape that it meets, and keeps that of the
 * last 1,024: a server that answers texts of all lengths would grow by hundreds of megabytes, and
 * spend time on making code, long after its start.
 */
final class FewShapes {
  /** Steps are many, and computed in each call: at most an eighth is added. */
  private static final int STEPS_PER_OCTAVE = 8;

  /** Other numbers of rows than the largest are rare: at most a quarter is added. */
  private static final int ROWS_PER_OCTAVE = 4;

  private FewShapes() {}

  /** Rounds a number of steps, at least 1. */
  static int steps(int steps) {
    return round(steps, STEPS_PER_OCTAVE);
  }

  /**
   * Rounds up to one of the numbers that cut the way from each power of two to the next into equal
   * parts.
   *
   * @param parts a power of two
   */
  private static int round(int size, int parts) {
    int unit = Math.max(1, Integer.highestOneBit(Math.max(1, size - 1)) / parts);
    return (int) Math.min((size - 1L + unit) / unit * unit, Integer.MAX_VALUE);
  }

  /** Rounds a number of rows, at least 1. */
  static int rows(int rows) {
    return round(rows, ROWS_PER_OCTAVE);
  }

  /** Repeats the last row until there are as many as rounded. */
  static <R> List<R> rows(List<R> rows) {
    int rounded = rows(rows.size());
    if (rounded == rows.size()) {
      return rows;
    }
    List<R> more = new ArrayList<>(rows);
    while (more.size() < rounded) {
      more.add(rows.get(rows.size() - 1));
    }
    return more;
  }
}
