package dev.rondo.runtime.data.file;

import org.jspecify.annotations.Nullable;

/** A column of texts, taken as they are written. */
public final class TextColumn extends Column {
  TextColumn(Columns.Declaration declaration) {
    super(declaration);
  }

  /**
   * Returns the text, which may be empty; a field of JSON that is null or not there is an error.
   */
  public String of(Cells cells) {
    if (cells.isAbsent(slot)) {
      throw wrong(cells, "a text.");
    }
    return cells.text(slot);
  }

  /** Returns the text, or null if it is empty, or a field of JSON is null or not there. */
  public @Nullable String orNull(Cells cells) {
    String text = cells.text(slot);
    return text.isEmpty() ? null : text;
  }

  @Override
  Object value(Cells cells) {
    return cells.text(slot);
  }
}
