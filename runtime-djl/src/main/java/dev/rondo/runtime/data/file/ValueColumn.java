package dev.rondo.runtime.data.file;

import dev.rondo.AudioFileException;
import dev.rondo.ImageFileException;
import org.jspecify.annotations.Nullable;

/**
 * A column of values that are written as texts in some format: times, durations. What is missing is
 * as in {@link NumberColumn}.
 *
 * @param <T> the type of the values
 */
public final class ValueColumn<T> extends Column {
  private final TextFormat<T> format;

  ValueColumn(Columns.Declaration declaration, TextFormat<T> format) {
    super(declaration);
    this.format = format;
  }

  /** Returns whether what is written is the path of a file that holds the value. */
  boolean ofFile() {
    return format.ofFile();
  }

  /** Returns the value; a missing one is an error. */
  public T of(Cells cells) {
    T value;
    try {
      value = cells.isAbsent(slot) ? null : format.parse(cells.text(slot).strip());
    } catch (AudioFileException | ImageFileException e) {
      throw wrong(cells, format.expected() + " " + e.getMessage());
    }
    if (value == null) {
      throw wrong(cells, format.expected());
    }
    return value;
  }

  /** Returns the value, or null if it is missing. */
  public @Nullable T orNull(Cells cells) {
    return cells.isMissing(slot) ? null : of(cells);
  }

  @Override
  @Nullable Object value(Cells cells) {
    return orNull(cells);
  }
}
