package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The examples of a table with one example a row. */
final class RowExamples<E> implements Examples<E> {
  private final Path file;
  private final TableRows rows;
  private final Schema schema;
  private final RecordReader<E> reader;
  private final Cells cells;

  private RowExamples(
      Path file, TableRows rows, Schema schema, RecordReader<E> reader, Cells cells) {
    this.file = file;
    this.rows = rows;
    this.schema = schema;
    this.reader = reader;
    this.cells = cells;
  }

  static <E> RowExamples<E> of(
      Path file, TableRows rows, Schema schema, RecordReader<E> reader, Consumer<String> notices)
      throws IOException {
    List<Column> columns = new ArrayList<>(schema.singles);
    for (SequenceColumn<?> sequence : schema.sequences) {
      if (!sequence.steps.areSingleValues()) {
        throw new ExampleFileException(
            ("\"%s\": \"%s\" is a list of records, which does not fit into one row. Give"
                    + " Grouping.by(\"...\") the column that says which rows belong together, or"
                    + " use JSON Lines.")
                .formatted(file, sequence.path.full()));
      }
      columns.add(sequence);
    }
    TableHeader header = rows.header(columns, schema.slots());
    header.tellIgnored(notices);
    Cells cells = new Cells(schema.slots(), header::place);
    rows.into(cells, header.slots());
    return new RowExamples<>(file, rows, schema, reader, cells);
  }

  @Override
  public @Nullable E next() throws IOException {
    if (!rows.next()) {
      return null;
    }
    try {
      for (int i = 0; i < schema.sequences.size(); i++) {
        schema.sequences.get(i).start();
        schema.sequences.get(i).addAll(cells);
      }
      return Arguments.notNull(reader.read(cells), "example");
    } catch (RuntimeException e) {
      throw WrongRow.at("\"%s\", line %s".formatted(file, cells.line()), e);
    }
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
