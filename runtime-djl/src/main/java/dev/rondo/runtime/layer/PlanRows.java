package dev.rondo.runtime.layer;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.kernel.PlanBatch;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Rows as a program reads them, each input padded to one of {@link FewShapes few lengths}. */
final class PlanRows implements PlanBatch {
  private final Steps[][] rows;
  private final int[] times;

  private PlanRows(Steps[][] rows) {
    this.rows = rows;
    this.times = new int[rows[0].length];
    for (int input = 0; input < times.length; input++) {
      int longest = 1;
      for (Steps[] row : rows) {
        longest = Math.max(longest, row[input].length());
      }
      times[input] = FewShapes.steps(longest);
    }
  }

  /**
   * Takes rows of symbols and features.
   *
   * @param inputs gives the inputs of a row
   */
  static <R> PlanRows of(List<R> rows, Function<R, Steps[]> inputs) {
    Steps[][] all = new Steps[rows.size()][];
    for (int i = 0; i < all.length; i++) {
      all[i] = inputs.apply(rows.get(i));
    }
    return new PlanRows(all);
  }

  /** Returns the inputs of a row. */
  Steps[] row(int row) {
    return rows[row];
  }

  /** Returns how many steps the longest input is padded to. */
  int longest() {
    return Arrays.stream(times).max().orElse(1);
  }

  /** Returns whether two inputs are equally long in each row. */
  boolean aligned(int input, int other) {
    for (Steps[] row : rows) {
      if (row[input].length() != row[other].length()) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether an input of each row has as many features and symbols a step as expected. */
  boolean fits(int input, int width, int columns) {
    for (Steps[] row : rows) {
      if (row[input].width() != width || row[input].columns() != columns) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether an input of each row is one step. */
  boolean single(int input) {
    return times[input] == 1;
  }

  @Override
  public int rows() {
    return rows.length;
  }

  @Override
  public int length(int row, int input) {
    return rows[row][input].length();
  }

  @Override
  public int time(int input) {
    return times[input];
  }

  @Override
  public int[] symbols(int row, int input) {
    return rows[row][input].symbols();
  }

  @Override
  public int columns(int input) {
    return rows[0][input].columns();
  }

  @Override
  public float[] features(int row, int input) {
    return rows[row][input].features();
  }
}
