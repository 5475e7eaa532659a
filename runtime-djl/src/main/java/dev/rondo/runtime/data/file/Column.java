package dev.rondo.runtime.data.file;

import org.jspecify.annotations.Nullable;

/** Where one value of an example is in a file. Declared by {@link Columns}. */
public abstract class Column {
  final int slot;
  final ColumnPath path;

  /** The sequence that this is a value of each step of; null if the example has it once. */
  final @Nullable StepColumns sequence;

  Column(Columns.Declaration declaration) {
    this.slot = declaration.slot();
    this.path = declaration.path();
    this.sequence = declaration.sequence();
  }

  /** Returns the error of a value that cannot be read. */
  final WrongRow wrong(Cells cells, String expected) {
    return new WrongRow(
        "%s: found %s, expected %s".formatted(cells.place(this), cells.found(slot), expected));
  }

  /** Returns the value as it is compared with that of another row. */
  abstract @Nullable Object value(Cells cells);

  /** Returns what a JSON array may hold in place of one value; null if it must not be an array. */
  @Nullable Many many() {
    return null;
  }

  /** How several values are written in one cell. */
  enum Many {
    /** Separated by {@code |}. */
    CONSTANTS,
    /** Separated by spaces. */
    NUMBERS
  }
}
