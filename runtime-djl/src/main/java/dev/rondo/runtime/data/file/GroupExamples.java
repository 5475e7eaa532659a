package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The examples of a table with one step a row: a group of rows is one example. */
final class GroupExamples<E> implements Examples<E> {
  private final Path file;
  private final TableRows rows;
  private final Schema schema;
  private final RecordReader<E> reader;
  private final Grouping grouping;
  private final boolean stops;
  private final int[] key;

  /** What is kept of the first row: the key and what an example has once. */
  private final int[] kept;

  private final Cells row;
  private final Cells first;

  /** The lines where groups started, by key. */
  private final Map<String, Long> starts = new HashMap<>();

  /** Whether {@link #row} is one that was not used yet. */
  private boolean pending;

  /** What is wrong with a row of which nobody knows the group. */
  private @Nullable WrongRow stray;

  private GroupExamples(
      Path file,
      TableRows rows,
      Schema schema,
      RecordReader<E> reader,
      Grouping grouping,
      boolean stops,
      TableHeader header,
      int[] key) {
    this.file = file;
    this.rows = rows;
    this.schema = schema;
    this.reader = reader;
    this.grouping = grouping;
    this.stops = stops;
    this.key = key;
    int[] singles = schema.singleSlots();
    this.kept = Arrays.copyOf(singles, singles.length + key.length);
    System.arraycopy(key, 0, kept, singles.length, key.length);
    this.row = new Cells(schema.slots() + key.length, header::place);
    this.first = new Cells(schema.slots() + key.length, header::place);
  }

  static <E> GroupExamples<E> of(
      Path file,
      TableRows rows,
      Schema schema,
      RecordReader<E> reader,
      Grouping grouping,
      BadRows badRows,
      Consumer<String> notices)
      throws IOException {
    if (schema.sequences.isEmpty()) {
      throw new ExampleFileException(
          "\"%s\": %s is for sequences, but an example has none. Leave the grouping out."
              .formatted(file, grouping));
    }
    List<Column> columns = new ArrayList<>(schema.singles);
    schema.sequences.forEach(sequence -> columns.addAll(sequence.steps.columns));
    TableHeader header = rows.header(columns, schema.slots() + grouping.columns().size());
    int[] key = header.key(grouping, schema.slots());
    header.tellIgnored(notices);
    GroupExamples<E> examples =
        new GroupExamples<>(
            file, rows, schema, reader, grouping, badRows == BadRows.STOP, header, key);
    rows.into(examples.row, header.slots());
    return examples;
  }

  @Override
  public @Nullable E next() throws IOException {
    if (!pending && !advance()) {
      if (stray != null) {
        WrongRow problem = stray;
        stray = null;
        throw problem;
      }
      return null;
    }
    pending = false;
    start();
    WrongRow problem = stray;
    stray = null;
    do {
      problem = problem == null ? add() : problem;
      if (problem != null && stops) {
        throw problem;
      }
    } while (more());
    problem = problem == null ? stray : problem;
    if (!pending) {
      stray = null; // no group follows that it may belong to
    }
    if (problem != null) {
      throw problem;
    }
    return example();
  }

  /** Goes to the next row that has all its fields; returns false at the end. */
  private boolean advance() throws IOException {
    while (true) {
      try {
        return rows.next();
      } catch (WrongRow e) {
        if (stops) {
          throw e;
        }
        stray = stray == null ? e : stray;
      }
    }
  }

  private void start() {
    first.start(row.line());
    first.copy(row, kept);
    String name = Arrays.stream(key).mapToObj(row::text).collect(Collectors.joining("\u0000"));
    Long before = starts.putIfAbsent(name, row.line());
    if (before != null) {
      throw new ExampleFileException(
          ("\"%s\", line %s: %s is a group again, whose rows started in line %s, and others came"
                  + " between. Sort the file by %s first.")
              .formatted(file, row.line(), key(row), before, Wording.list(grouping.columns())));
    }
    for (int i = 0; i < schema.sequences.size(); i++) {
      schema.sequences.get(i).start();
    }
  }

  private String key(Cells cells) {
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < key.length; i++) {
      parts.add(grouping.columns().get(i) + " " + Wording.quote(cells.text(key[i])));
    }
    return String.join(", ", parts);
  }

  /** Goes to the next row if it belongs to the group. */
  private boolean more() throws IOException {
    if (!advance()) {
      return false;
    }
    for (int slot : key) {
      if (!row.isSame(first, slot)) {
        pending = true;
        return false;
      }
    }
    return true;
  }

  /** Adds a row to the group; returns what is wrong with it. */
  private @Nullable WrongRow add() {
    try {
      for (int i = 0; i < schema.singles.size(); i++) {
        checkSame(schema.singles.get(i));
      }
      for (int i = 0; i < schema.sequences.size(); i++) {
        schema.sequences.get(i).add(row);
      }
      return null;
    } catch (RuntimeException e) {
      RuntimeException problem = WrongRow.at("\"%s\", line %s".formatted(file, row.line()), e);
      if (problem instanceof WrongRow wrong) {
        return wrong;
      }
      throw problem;
    }
  }

  private void checkSame(Column column) {
    if (!row.isSame(first, column.slot)
        && !Objects.equals(column.value(row), column.value(first))) {
      throw column.wrong(
          row,
          "%s as in line %s: %s has one value in all rows of %s."
              .formatted(first.found(column.slot), first.line(), column.path.full(), key(first)));
    }
  }

  private E example() {
    try {
      return Arguments.notNull(reader.read(first), "example");
    } catch (RuntimeException e) {
      throw WrongRow.at("\"%s\", the rows from line %s on".formatted(file, first.line()), e);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
