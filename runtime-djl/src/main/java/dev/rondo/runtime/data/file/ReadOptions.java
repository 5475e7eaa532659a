package dev.rondo.runtime.data.file;

import org.jspecify.annotations.Nullable;

/** All that was said about how a file is read. */
record ReadOptions(@Nullable Grouping grouping, @Nullable Conll conll, BadRows badRows) {
  static ReadOptions of(ReadOption... options) {
    Grouping grouping = null;
    Conll conll = null;
    BadRows badRows = null;
    for (ReadOption option : options) {
      if (option instanceof Grouping given) {
        checkOnce(grouping, given);
        grouping = given;
      } else if (option instanceof Conll given) {
        checkOnce(conll, given);
        conll = given;
      } else if (option instanceof BadRows given) {
        checkOnce(badRows, given);
        badRows = given;
      }
    }
    if (grouping != null && conll != null) {
      throw new IllegalArgumentException(
          ("options have %s and %s, but sentences of a tagged corpus end at blank lines. Give one"
                  + " of them.")
              .formatted(grouping, conll));
    }
    return new ReadOptions(grouping, conll, badRows == null ? BadRows.STOP : badRows);
  }

  private static void checkOnce(@Nullable Object before, Object given) {
    if (before != null) {
      throw new IllegalArgumentException(
          "options have %s and %s. Give one of them.".formatted(before, given));
    }
  }
}
