package dev.rondo.runtime.layer;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.kernel.PlanBatch;
import dev.rondo.runtime.plan.Plan;
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

  /** Returns whether all inputs that are read side by side are equally long in each row. */
  boolean aligned(Plan plan) {
    for (Plan.Aligned pair : plan.aligned()) {
      for (Steps[] row : rows) {
        if (row[pair.input()].length() != row[pair.other()].length()) {
          return false;
        }
      }
    }
    return true;
  }

  /** Returns whether all rows are of the shapes that are expected. */
  boolean fits(List<InputShape> shapes) {
    for (Steps[] row : rows) {
      for (int input = 0; input < shapes.size(); input++) {
        if (!shapes.get(input).fits(row[input])) {
          return false;
        }
      }
    }
    return true;
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
