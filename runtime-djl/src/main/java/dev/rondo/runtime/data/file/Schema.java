package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ReadChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** All columns that an example declares, for one reading of a file. */
final class Schema {
  /** Those that an example has once. */
  final List<Column> singles = new ArrayList<>();

  final List<SequenceColumn<?>> sequences = new ArrayList<>();
  final ReadChoices choices;
  private final Set<String> paths = new HashSet<>();
  private int slots;

  Schema(Consumer<String> notices) {
    this.choices = new ReadChoices(notices);
  }

  /** Returns how many columns there are, those of sequences and of their steps included. */
  int slots() {
    return slots;
  }

  int newSlot() {
    return slots++;
  }

  void checkNew(String kind, ColumnPath path) {
    if (!paths.add(kind + path.full())) {
      throw new IllegalArgumentException("column \"" + path.full() + "\" is declared twice");
    }
  }

  int[] singleSlots() {
    return singles.stream().mapToInt(column -> column.slot).toArray();
  }

  /** Forgets the sequences of the example before. */
  void clearSequences() {
    for (int i = 0; i < sequences.size(); i++) {
      sequences.get(i).clear();
    }
  }

  /**
   * Returns what columns may be called, in lower case: their full paths, and their brief ones if no
   * other has the same.
   */
  static Map<String, Integer> briefNames(List<? extends Column> columns) {
    Map<String, Integer> counts = new HashMap<>();
    for (Column column : columns) {
      counts.merge(lower(column.path.brief()), 1, Integer::sum);
    }
    return counts;
  }

  /** Returns what a column is called first of all: briefly, unless another one is called so too. */
  static String preferred(Column column, Map<String, Integer> briefNames) {
    return isUnique(column, briefNames) ? column.path.brief() : column.path.full();
  }

  static boolean isUnique(Column column, Map<String, Integer> briefNames) {
    return briefNames.getOrDefault(lower(column.path.brief()), 0) == 1;
  }

  static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
