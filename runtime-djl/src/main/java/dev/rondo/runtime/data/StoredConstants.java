package dev.rondo.runtime.data;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The constants of an enum that a network answers with, as a model file keeps them: by name.
 *
 * @param known those that the network answers with, in the order of the file
 * @param added those that the enum has gained since, in its order
 * @param <E> the enum
 */
public record StoredConstants<E extends Enum<E>>(List<E> known, List<E> added) {
  /** Copies the lists. */
  public StoredConstants {
    known = List.copyOf(known);
    added = List.copyOf(added);
  }

  /** Returns those of a new network. */
  public static <E extends Enum<E>> StoredConstants<E> of(List<E> values) {
    return new StoredConstants<>(values, List.of());
  }

  /** Returns all of them as known, those that were added last. */
  public StoredConstants<E> grown() {
    List<E> all = new ArrayList<>(known);
    all.addAll(added);
    return of(all);
  }

  /** Returns the names that are kept. */
  public static List<String> names(List<? extends Enum<?>> constants) {
    return constants.stream().<String>map(Enum::name).toList();
  }

  /**
   * Returns the constants that were stored, in the order of the file, whatever their order is now.
   *
   * @param values all constants of the enum
   * @throws IllegalArgumentException if one is stored twice, or the enum has other constants,
   *     naming those that are missing and those that are new; for a training that goes on the enum
   *     may have more
   */
  public static <E extends Enum<E>> StoredConstants<E> restore(StoredCodec stored, List<E> values) {
    Map<String, E> left = new LinkedHashMap<>();
    values.forEach(value -> left.put(value.name(), value));
    Set<String> taken = new HashSet<>();
    List<E> constants = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String name : stored.entries()) {
      E value = left.remove(name);
      if (value != null) {
        taken.add(name);
        constants.add(value);
      } else if (taken.contains(name)) {
        throw new IllegalArgumentException(
            "stored codec of kind \"%s\" has the constant %s twice"
                .formatted(stored.kind(), Wording.quote(name)));
      } else {
        missing.add(name);
      }
    }
    if (!missing.isEmpty() || (!left.isEmpty() && !stored.forTraining())) {
      throw changed(values.get(0).getDeclaringClass().getSimpleName(), missing, left);
    }
    return new StoredConstants<>(constants, List.copyOf(left.values()));
  }

  private static IllegalArgumentException changed(
      String type, List<String> missing, Map<String, ?> added) {
    List<String> changes = new ArrayList<>();
    if (!missing.isEmpty()) {
      changes.add(Wording.list(missing) + (missing.size() == 1 ? " is" : " are") + " missing");
    }
    if (!added.isEmpty()) {
      changes.add(Wording.list(added.keySet()) + (added.size() == 1 ? " is" : " are") + " new");
    }
    return new IllegalArgumentException(
        "%s has other constants than in training: %s. Restore the constants, or train the model again%s."
            .formatted(
                type,
                String.join(", and ", changes),
                missing.isEmpty()
                    ? ", going on from what loadForTraining gives with continueFrom"
                    : ""));
  }
}
