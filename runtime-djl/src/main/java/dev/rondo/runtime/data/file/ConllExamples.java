package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The examples of a tagged corpus: each sentence is one, each of its rows a step. */
final class ConllExamples<E> implements Examples<E> {
  private final Path file;
  private final ConllRows rows;
  private final Schema schema;
  private final RecordReader<E> reader;
  private final List<ConllStep> steps;
  private final Cells cells;

  private ConllExamples(
      Path file, ConllRows rows, Schema schema, RecordReader<E> reader, List<ConllStep> steps) {
    this.file = file;
    this.rows = rows;
    this.schema = schema;
    this.reader = reader;
    this.steps = steps;
    this.cells = new Cells(schema.slots(), this::place);
  }

  static <E> ConllExamples<E> open(Path file, Conll conll, Schema schema, RecordReader<E> reader)
      throws IOException {
    List<ConllStep> steps = new ArrayList<>();
    for (Column column : columns(file, conll, schema)) {
      steps.add(ConllStep.of(file, conll, column, steps.size()));
    }
    return new ConllExamples<>(file, ConllRows.open(file, conll), schema, reader, steps);
  }

  /** Returns the columns of the steps, which the columns of the file are in their order. */
  private static List<Column> columns(Path file, Conll conll, Schema schema) {
    if (!schema.singles.isEmpty()) {
      throw new ExampleFileException(
          ("\"%s\": each row of a tagged corpus is a step, but an example has \"%s\" once. Use"
                  + " JSON Lines, or a table and Grouping.by(\"...\").")
              .formatted(file, schema.singles.get(0).path.full()));
    }
    List<Column> columns = new ArrayList<>();
    schema.sequences.forEach(sequence -> columns.addAll(sequence.steps.columns));
    if (columns.size() != conll.size()) {
      throw new ExampleFileException(
          "\"%s\": %s has %s columns, but the steps of an example have %s: %s. Give one for each, in this order."
              .formatted(
                  file,
                  conll,
                  conll.size(),
                  columns.size(),
                  Wording.list(columns.stream().map(column -> column.path.full()).toList())));
    }
    return columns;
  }

  @Override
  public @Nullable E next() throws IOException {
    ConllSentence sentence = rows.next();
    if (sentence == null) {
      return null;
    }
    convert(sentence);
    schema.sequences.forEach(SequenceColumn::start);
    for (int row = 0; row < sentence.size(); row++) {
      add(sentence, row);
    }
    try {
      return Arguments.notNull(reader.read(cells), "example");
    } catch (RuntimeException e) {
      throw WrongRow.at("\"%s\", the rows from line %s on".formatted(file, sentence.line(0)), e);
    }
  }

  private void convert(ConllSentence sentence) {
    for (int i = 0; i < steps.size(); i++) {
      TagConversion conversion = steps.get(i).conversion();
      if (conversion != null) {
        try {
          sentence.replace(i, conversion.convert(sentence.column(i)));
        } catch (TagConversion.Broken e) {
          cells.start(sentence.line(e.row()));
          throw new WrongRow(place(steps.get(i).column(), cells) + ": " + e.text(), e);
        }
      }
    }
  }

  private void add(ConllSentence sentence, int row) {
    cells.start(sentence.line(row));
    for (int i = 0; i < steps.size(); i++) {
      Column column = steps.get(i).column();
      String found = sentence.field(row, i);
      put(column, found);
      if (found.isEmpty()) {
        throw column.wrong(cells, "a word or a tag.");
      }
      TagConstants names = steps.get(i).names();
      if (names != null) {
        String name = names.of(found);
        if (name == null) {
          throw column.wrong(cells, names.expected(found));
        }
        put(column, name);
      }
    }
    try {
      for (int i = 0; i < schema.sequences.size(); i++) {
        schema.sequences.get(i).add(cells);
      }
    } catch (RuntimeException e) {
      throw WrongRow.at("\"%s\", line %s".formatted(file, cells.line()), e);
    }
  }

  private void put(Column column, String value) {
    cells.put(column.slot, value.toCharArray(), 0, value.length());
  }

  private int index(Column column) {
    return steps.stream().map(ConllStep::column).toList().indexOf(column);
  }

  private String place(Column column, Cells row) {
    return "\"%s\", line %s, %s"
        .formatted(file, row.line(), rows.fields().describe(index(column), column.path.full()));
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
