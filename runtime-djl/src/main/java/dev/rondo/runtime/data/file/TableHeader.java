package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The header of a table, and which of its fields are which columns. */
final class TableHeader {
  private static final int NONE = -1;

  private final Path file;
  private final long line;
  private final List<String> names;

  /** Of each field its column. */
  private final int[] slots;

  /** Of each column its field. */
  private final int[] fields;

  private TableHeader(Path file, long line, List<String> names, int columns) {
    this.file = file;
    this.line = line;
    this.names = names;
    this.slots = new int[names.size()];
    this.fields = new int[columns];
    Arrays.fill(slots, NONE);
    Arrays.fill(fields, NONE);
  }

  /**
   * Finds columns in a header.
   *
   * @param names the fields of the header
   * @param columns those that must be there
   * @param slots how many columns there may be
   * @throws ExampleFileException if one is not there, or is there twice
   */
  static TableHeader of(Path file, long line, List<String> names, List<Column> columns, int slots) {
    TableHeader header =
        new TableHeader(file, line, names.stream().map(String::strip).toList(), slots);
    header.findAll(columns);
    return header;
  }

  private void findAll(List<Column> columns) {
    Map<String, Integer> briefNames = Schema.briefNames(columns);
    List<String> lacking = new ArrayList<>();
    for (Column column : columns) {
      int field = find(column.path.full());
      if (field == NONE && Schema.isUnique(column, briefNames)) {
        field = find(column.path.brief());
      }
      if (field == NONE) {
        lacking.add(Schema.preferred(column, briefNames));
      } else if (slots[field] != NONE) {
        throw new ExampleFileException(
            ("%s: \"%s\" is two columns of the example, which differ in case only. Write"
                    + " both into the header as they are.")
                .formatted(place(), names.get(field)));
      } else {
        slots[field] = column.slot;
        fields[column.slot] = field;
      }
    }
    checkNothingLacks(lacking);
  }

  private void checkNothingLacks(List<String> lacking) {
    if (lacking.isEmpty()) {
      return;
    }
    throw new ExampleFileException(
        "%s: the header has no column %s, only %s.%s"
            .formatted(
                place(),
                Wording.list(lacking.stream().map(name -> '"' + name + '"').toList()),
                Wording.list(names),
                names.size() == 1 ? separatorHint() : suggestion(lacking)));
  }

  private String suggestion(List<String> lacking) {
    List<String> free = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == NONE) {
        free.add(names.get(i));
      }
    }
    for (String name : lacking) {
      String suggestion = Wording.didYouMean(name, free);
      if (!suggestion.isEmpty()) {
        return suggestion;
      }
    }
    return "";
  }

  private String separatorHint() {
    String only = names.get(0);
    return only.contains(";") || only.contains(",") || only.contains("\t")
        ? " Fields are separated by commas in files called .csv, and by tabs in others."
        : "";
  }

  /** Returns the field of that name, or -1; exact names go before those that differ in case. */
  private int find(String name) {
    int exact = only(name, name::equals);
    return exact == NONE ? only(name, name::equalsIgnoreCase) : exact;
  }

  private int only(String name, Predicate<String> same) {
    int found = NONE;
    for (int i = 0; i < names.size(); i++) {
      if (same.test(names.get(i))) {
        if (found != NONE) {
          throw new ExampleFileException(
              "%s: the header has \"%s\" in columns %s and %s. Each name may be there once."
                  .formatted(place(), name, found + 1, i + 1));
        }
        found = i;
      }
    }
    return found;
  }

  /**
   * Finds the columns of a grouping.
   *
   * @param firstFree from here on columns are not taken
   * @return their places among the cells
   * @throws ExampleFileException if one is not there
   */
  int[] key(Grouping grouping, int firstFree) {
    int[] key = new int[grouping.columns().size()];
    int free = firstFree;
    for (int i = 0; i < key.length; i++) {
      String name = grouping.columns().get(i);
      int field = find(name);
      if (field == NONE) {
        throw new ExampleFileException(
            "%s: the header has no column \"%s\" to group by, only %s.%s"
                .formatted(place(), name, Wording.list(names), Wording.didYouMean(name, names)));
      }
      if (slots[field] == NONE) {
        slots[field] = free;
        fields[free++] = field;
      }
      key[i] = slots[field];
    }
    return key;
  }

  /** Tells which columns nothing reads. */
  void tellIgnored(Consumer<String> notices) {
    List<String> ignored = new ArrayList<>();
    for (int i = 0; i < slots.length; i++) {
      if (slots[i] == NONE) {
        ignored.add(names.get(i));
      }
    }
    if (!ignored.isEmpty()) {
      notices.accept(
          "\"%s\": ignored, because no example has them: %s"
              .formatted(file, Wording.list(ignored)));
    }
  }

  /** Returns of each field its column, -1 if it has none. */
  int[] slots() {
    return slots.clone();
  }

  List<String> names() {
    return names;
  }

  /** Returns where a value is, with the number and the name of its column in the file. */
  String place(Column column, Cells cells) {
    int field = fields[column.slot];
    StepColumns sequence = column.sequence;
    if (field == NONE && sequence != null) {
      int whole = fields[sequence.slot];
      return "\"%s\", line %s, column %s (%s), value %s"
          .formatted(file, cells.line(), whole + 1, names.get(whole), sequence.step + 1);
    }
    return "\"%s\", line %s, column %s (%s)"
        .formatted(file, cells.line(), field + 1, names.get(field));
  }

  private String place() {
    return "\"" + file + "\", line " + line;
  }
}
