package dev.rondo.runtime.data.file;

import java.util.ArrayList;
import java.util.List;

/** The columns of the steps of one sequence, and the step that is read. */
final class StepColumns {
  /** The column of the whole sequence. */
  final int slot;

  final ColumnPath path;
  final List<Column> columns = new ArrayList<>();

  /** Counted from 0. */
  int step;

  StepColumns(int slot, ColumnPath path) {
    this.slot = slot;
    this.path = path;
  }

  /** Returns whether a step is a single value, so that a cell can hold a whole sequence. */
  boolean areSingleValues() {
    return columns.size() == 1 && columns.get(0).path.own().isEmpty();
  }

  int[] slots() {
    return columns.stream().mapToInt(column -> column.slot).toArray();
  }
}
