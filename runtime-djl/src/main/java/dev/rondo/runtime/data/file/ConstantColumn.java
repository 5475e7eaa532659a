package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ReadChoices;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A column of constants of an enum: by name, ignoring case if only one is meant; or, in all rows of
 * the file, by number from 0, which is logged once.
 *
 * <p>A constant is missing where the cell is blank, {@code NaN}, {@code NA}, {@code null} or {@code
 * ?} and no constant is called so.
 *
 * @param <E> the enum
 */
public final class ConstantColumn<E extends Enum<E>> extends Column {
  private final E[] values;
  private final ReadChoices choices;
  private boolean named;
  private boolean numbered;

  ConstantColumn(Columns.Declaration declaration, E[] values, ReadChoices choices) {
    super(declaration);
    this.values = values;
    this.choices = choices;
  }

  /** Returns the names of all constants in their order. */
  List<String> names() {
    return Arrays.stream(values).map(Enum::name).toList();
  }

  /** Returns the constant; a missing one is an error. */
  public E of(Cells cells) {
    E exact = exact(cells);
    return exact == null ? find(cells) : exact;
  }

  /** Returns the constant, or null if it is missing. */
  public @Nullable E orNull(Cells cells) {
    E exact = exact(cells);
    if (exact != null) {
      return exact;
    }
    return cells.isMissing(slot) ? null : find(cells);
  }

  private @Nullable E exact(Cells cells) {
    if (!cells.isAbsent(slot)) {
      int from = cells.first(slot);
      int count = cells.last(slot) - from;
      if (numbered && count == 1) {
        int number = cells.characters()[from] - '0';
        return number >= 0 && number < Math.min(10, values.length) ? values[number] : null;
      }
      for (E value : values) {
        if (isCalled(value.name(), cells.characters(), from, count)) {
          return named ? value : find(cells);
        }
      }
    }
    return null;
  }

  /** Also notes whether the column has names or numbers. */
  private E find(Cells cells) {
    String found = cells.text(slot).strip();
    E value =
        choices.constant(
            path.full(),
            cells.line(),
            found,
            () -> cells.place(this),
            values,
            expected ->
                new WrongRow(
                    "%s: found %s, %s".formatted(cells.place(this), cells.found(slot), expected)));
    named = value.name().equalsIgnoreCase(found);
    numbered = !named;
    return value;
  }

  private static boolean isCalled(String name, char[] text, int from, int count) {
    if (name.length() != count) {
      return false;
    }
    for (int i = 0; i < count; i++) {
      if (name.charAt(i) != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  @Override
  @Nullable Object value(Cells cells) {
    return orNull(cells);
  }
}
