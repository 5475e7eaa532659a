package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Wording;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code true}, {@code yes}, {@code 1} and {@code false}, {@code no}, {@code 0},
 * ignoring case. What is missing is as in {@link NumberColumn}.
 */
public final class FlagColumn extends Column {
  FlagColumn(Columns.Declaration declaration) {
    super(declaration);
  }

  /** Returns the value; a missing one is an error. */
  public boolean of(Cells cells) {
    String found = cells.text(slot).strip();
    return switch (found.toLowerCase(Locale.ROOT)) {
      case "true", "yes", "1" -> true;
      case "false", "no", "0" -> false;
      default ->
          throw wrong(
              cells,
              "true or false, yes or no, 1 or 0."
                  + Wording.didYouMean(found, List.of("true", "false", "yes", "no")));
    };
  }

  /** Returns the value, or null if it is missing. */
  public @Nullable Boolean orNull(Cells cells) {
    return cells.isMissing(slot) ? null : (Boolean) of(cells);
  }

  @Override
  @Nullable Object value(Cells cells) {
    return orNull(cells);
  }
}
