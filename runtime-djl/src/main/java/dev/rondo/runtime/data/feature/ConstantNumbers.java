package dev.rondo.runtime.data.feature;

import dev.rondo.runtime.data.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The constants of an enum that a model was trained with, numbered from 0. The enum may have been
 * reordered since, and may have gained constants; those have no number.
 *
 * @param <E> the enum
 */
final class ConstantNumbers<E extends Enum<E>> {
  private final List<String> names;
  private final EnumMap<E, Integer> numbers;

  private ConstantNumbers(List<String> names, EnumMap<E, Integer> numbers) {
    this.names = List.copyOf(names);
    this.numbers = numbers;
  }

  /** Returns the constants as they are now, numbered in their order. */
  static <E extends Enum<E>> ConstantNumbers<E> of(E[] values) {
    return numbered(Arrays.stream(values).map(Enum::name).toList(), values);
  }

  /**
   * Returns the constants that were stored.
   *
   * @throws IllegalArgumentException if one is there twice, or the enum has lost one
   */
  static <E extends Enum<E>> ConstantNumbers<E> restore(StoredFeature stored, E[] values) {
    Set<String> lost = new LinkedHashSet<>();
    for (String name : stored.entries()) {
      if (!lost.add(name)) {
        throw stored.wrong("has the constant " + Wording.quote(name) + " twice");
      }
    }
    Arrays.stream(values).map(Enum::name).forEach(lost::remove);
    if (!lost.isEmpty()) {
      throw stored.wrong(
          "was trained with constants that the enum no longer has: "
              + Wording.list(lost)
              + ". Restore them, or train the model again.");
    }
    return numbered(stored.entries(), values);
  }

  private static <E extends Enum<E>> ConstantNumbers<E> numbered(List<String> names, E[] values) {
    EnumMap<E, Integer> numbers = new EnumMap<>(values[0].getDeclaringClass());
    for (E value : values) {
      int number = names.indexOf(value.name());
      if (number >= 0) {
        numbers.put(value, number);
      }
    }
    return new ConstantNumbers<>(names, numbers);
  }

  /** Returns the same with further numbers for the constants that have none. */
  ConstantNumbers<E> grown(E[] values) {
    List<String> all = new ArrayList<>(names);
    Arrays.stream(values).map(Enum::name).filter(name -> !names.contains(name)).forEach(all::add);
    return numbered(all, values);
  }

  /** Returns what the features of such a one-hot or k-hot value are of. */
  List<String> features(String name) {
    return names.stream().map(constant -> name + " = " + constant).toList();
  }

  /** Returns how many constants have a number. */
  int size() {
    return names.size();
  }

  /** Returns their names, in the order of their numbers. */
  List<String> names() {
    return names;
  }

  /**
   * Returns the number of a constant.
   *
   * @throws WrongValue if the model was not trained with it
   */
  int of(E constant) {
    Integer number = numbers.get(constant);
    if (number == null) {
      throw WrongValue.of(
          "is %s, a constant that the model was not trained with. It knows %s. Train it again."
              .formatted(constant.name(), Wording.list(names)));
    }
    return number;
  }
}
