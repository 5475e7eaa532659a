package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ReadChoices;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A column of sets of constants of an enum, separated by {@code |}, {@code ;} or white space:
 * {@code FALL|SEPSIS}; in JSON an array. A blank cell and an empty array are the empty set. Each
 * constant is written as in a {@link ConstantColumn}.
 *
 * @param <E> the enum
 */
public final class ConstantsColumn<E extends Enum<E>> extends Column {
  private static final Pattern SEPARATORS =
      Pattern.compile("[|;\\s]+", Pattern.UNICODE_CHARACTER_CLASS);

  private final E[] values;
  private final ReadChoices choices;

  ConstantsColumn(Columns.Declaration declaration, E[] values, ReadChoices choices) {
    super(declaration);
    this.values = values;
    this.choices = choices;
  }

  /** Returns the constants, unmodifiable; a field of JSON that is null or not there is an error. */
  public Set<E> of(Cells cells) {
    if (cells.isAbsent(slot)) {
      throw wrong(cells, "constants.");
    }
    EnumSet<E> found = EnumSet.noneOf(values[0].getDeclaringClass());
    SEPARATORS
        .splitAsStream(cells.text(slot))
        .filter(part -> !part.isEmpty())
        .forEach(part -> found.add(constant(cells, part)));
    return Collections.unmodifiableSet(found);
  }

  /** Returns the constants, or null if the cell is blank, or a field of JSON null or not there. */
  public @Nullable Set<E> orNull(Cells cells) {
    return cells.isMissing(slot) ? null : of(cells);
  }

  /** Returns constants that may be missing as a list, unmodifiable. */
  public static <E> @Nullable List<E> list(@Nullable Set<E> constants) {
    return constants == null ? null : List.copyOf(constants);
  }

  /** Returns constants that may be missing as an array. */
  public static <E> E @Nullable [] array(@Nullable Set<E> constants, E[] empty) {
    return constants == null ? null : constants.toArray(empty);
  }

  private E constant(Cells cells, String part) {
    return choices.constant(
        path.full(),
        cells.line(),
        part,
        () -> cells.place(this),
        values,
        expected ->
            new WrongRow(
                "%s: found \"%s\" in %s, %s"
                    .formatted(cells.place(this), part, cells.found(slot), expected)));
  }

  @Override
  @Nullable Object value(Cells cells) {
    return orNull(cells);
  }

  @Override
  Many many() {
    return Many.CONSTANTS;
  }
}
