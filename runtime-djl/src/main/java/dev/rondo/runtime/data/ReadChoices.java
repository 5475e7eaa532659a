package dev.rondo.runtime.data;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What was decided while a file is read, because the file does not say it: whether a column of
 * constants has names or numbers, and whether the first line is a header. What a user could not
 * have meant is told.
 */
public final class ReadChoices {
  private final Consumer<String> notices;
  private final Map<String, First> columns = new HashMap<>();

  /** Whether a row was read of which not every field can be anything. */
  private boolean typed;

  /** The first constant of a column. */
  private record First(boolean number, long line) {}

  /**
   * Starts to read a file.
   *
   * @param notices is told what a user could not have meant
   */
  public ReadChoices(Consumer<String> notices) {
    this.notices = notices;
  }

  /** Notes that a field was read that cannot be any text. */
  void typed() {
    typed = true;
  }

  /** Returns whether all that was read may be any text, so that a header can be read, too. */
  boolean onlyTexts() {
    return !typed;
  }

  /** Tells that the first line was taken for a header. */
  void header(String place, List<String> fields) {
    notices.accept(place + ": taken for a header (" + Wording.list(fields) + "), it is no example");
  }

  /**
   * Returns the constant that a field names: exactly; else ignoring case, if only one is meant;
   * else by its number, counted from 0. A column has names or numbers, not both.
   *
   * @param found the field without white space around it
   * @param place where it is
   * @param values all constants in their order, as {@code values()} gives them
   * @param problem makes an error of what was expected: {@code expected A, B, ...}
   */
  public <E extends Enum<E>> E constant(
      String column,
      long line,
      String found,
      Supplier<String> place,
      E[] values,
      Function<String, ? extends RuntimeException> problem) {
    List<String> names = Arrays.stream(values).map(Enum::name).toList();
    int exact = names.indexOf(found);
    if (exact >= 0) {
      require(name(column, line), problem);
      return values[exact];
    }
    List<E> similar =
        Arrays.stream(values).filter(value -> value.name().equalsIgnoreCase(found)).toList();
    if (similar.size() == 1) {
      require(name(column, line), problem);
      return similar.get(0);
    }
    for (int i = 0; i < values.length; i++) {
      if (found.equals(Integer.toString(i))) {
        require(number(column, line, place.get(), values), problem);
        return values[i];
      }
    }
    throw problem.apply(
        "expected %s, or the number of one, 0 to %s.%s"
            .formatted(Wording.list(names), values.length - 1, Wording.didYouMean(found, names)));
  }

  private static void require(
      String expected, Function<String, ? extends RuntimeException> problem) {
    if (!expected.isEmpty()) {
      throw problem.apply("expected " + expected);
    }
  }

  /**
   * Notes that a constant was read by its name.
   *
   * @return what is wrong with that; empty if nothing is
   */
  private String name(String column, long line) {
    First first = columns.computeIfAbsent(column, absent -> new First(false, line));
    return first.number()
        ? "a number as in line %s: a column has names or numbers, not both.".formatted(first.line())
        : "";
  }

  /**
   * Notes that a constant was read by its number.
   *
   * @param place where the field is
   * @param values all constants
   * @return what is wrong with that; empty if nothing is
   */
  private String number(String column, long line, String place, Enum<?>[] values) {
    First known = columns.get(column);
    if (known == null) {
      columns.put(column, new First(true, line));
      String numbered =
          IntStream.range(0, values.length)
              .limit(20)
              .mapToObj(i -> i + " = " + values[i].name())
              .collect(Collectors.joining(", "));
      notices.accept(place + ": numbers are read as constants, in their order: " + numbered);
      return "";
    }
    return known.number()
        ? ""
        : "%s, by name as in line %s: a column has names or numbers, not both."
            .formatted(Wording.list(Arrays.stream(values).map(Enum::name).toList()), known.line());
  }
}
