package dev.rondo.runtime.data.file;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The examples of a {@code .ts} file: in each line the dimensions of a series, separated by colons,
 * and its label.
 */
final class SeriesExamples<E> implements Examples<E> {
  private final Path file;
  private final TextLines lines;
  private final SeriesHeader header;
  private final SequenceColumn<?> sequence;
  private final Column label;
  private final RecordReader<E> reader;
  private final Cells cells;

  /** Where the dimensions of the line are: the first one's start, then each one's end. */
  private int[] bounds = new int[16];

  private int dimensions;

  private SeriesExamples(
      Path file, TextLines lines, SeriesHeader header, Schema schema, RecordReader<E> reader) {
    this.file = file;
    this.lines = lines;
    this.header = header;
    this.sequence = schema.sequences.get(0);
    this.label = schema.singles.get(0);
    this.reader = reader;
    this.cells = new Cells(schema.slots(), this::place);
  }

  static <E> SeriesExamples<E> open(Path file, Schema schema, RecordReader<E> reader)
      throws IOException {
    checkFits(file, schema);
    TextLines lines = TextLines.open(file);
    boolean open = false;
    try {
      SeriesHeader header = SeriesHeader.read(file, lines);
      SeriesExamples<E> examples = new SeriesExamples<>(file, lines, header, schema, reader);
      if (header.dimensions() > 0) {
        String problem = examples.problem(header.dimensions());
        if (!problem.isEmpty()) {
          throw new ExampleFileException("\"" + file + "\": " + problem);
        }
      }
      open = true;
      return examples;
    } finally {
      if (!open) {
        lines.close();
      }
    }
  }

  private static void checkFits(Path file, Schema schema) {
    if (schema.sequences.size() != 1 || schema.singles.size() != 1) {
      List<Column> columns = new ArrayList<>(schema.sequences);
      columns.addAll(schema.singles);
      throw new ExampleFileException(
          ("\"%s\": a series and its label are one sequence of numbers and one value, but"
                  + " an example has %s. Use JSON Lines.")
              .formatted(
                  file, Wording.list(columns.stream().map(column -> column.path.full()).toList())));
    }
    for (Column column : schema.sequences.get(0).steps.columns) {
      if (!(column instanceof NumberColumn || isVector(column))) {
        throw new ExampleFileException(
            "\"%s\": a series has nothing but numbers, but \"%s\" is none. Use JSON Lines."
                .formatted(file, column.path.full()));
      }
    }
  }

  private static boolean isVector(Column column) {
    return column instanceof VectorColumn && column.path.own().isEmpty();
  }

  /** Returns what is wrong with a number of dimensions; empty if nothing is. */
  private String problem(int found) {
    List<Column> columns = sequence.steps.columns;
    if (isVector(columns.get(0)) || columns.size() == found) {
      return "";
    }
    return "found %s, but a step of \"%s\" has %s: %s. Expected one for each, in their order."
        .formatted(
            found == 1 ? "1 dimension" : found + " dimensions",
            sequence.path.full(),
            columns.size() == 1 ? "1 number" : columns.size() + " numbers",
            Wording.list(columns.stream().map(column -> column.path.full()).toList()));
  }

  @Override
  public @Nullable E next() throws IOException {
    do {
      if (!lines.next()) {
        return null;
      }
    } while (lines.characters()[lines.from()] == '#');
    cells.start(lines.number());
    sequence.start();
    try {
      split();
      int steps = steps();
      putLabel();
      addSteps(steps);
      return Arguments.notNull(reader.read(cells), "example");
    } catch (RuntimeException e) {
      throw WrongRow.at("\"%s\", line %s".formatted(file, lines.number()), e);
    }
  }

  /** Finds the colons. */
  private void split() {
    char[] text = lines.characters();
    dimensions = 0;
    bounds[0] = lines.from() - 1;
    for (int i = lines.from(); i < lines.to(); i++) {
      if (text[i] == ':') {
        if (dimensions + 1 == bounds.length) {
          bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[++dimensions] = i;
      }
    }
    if (dimensions == 0) {
      throw wrong("found no \":\", expected one behind each dimension, and the label at the end.");
    }
    String problem = problem(dimensions);
    if (header.dimensions() > 0 && dimensions != header.dimensions()) {
      throw wrong(
          "found %s dimensions, expected %s as the header says."
              .formatted(dimensions, header.dimensions()));
    }
    if (!problem.isEmpty()) {
      throw wrong(problem);
    }
  }

  /** Returns the number of values, which is that of all dimensions. */
  private int steps() {
    int steps = count(0);
    for (int d = 1; d < dimensions; d++) {
      if (count(d) != steps) {
        throw wrong(
            "dimension %s has %s values and dimension 1 has %s, expected as many in all."
                .formatted(d + 1, count(d), steps));
      }
    }
    if (header.length() > 0 && steps != header.length()) {
      throw wrong(
          "found %s values, expected %s as @seriesLength says.".formatted(steps, header.length()));
    }
    return steps;
  }

  private int count(int dimension) {
    boolean blank = true;
    int commas = 0;
    for (int i = bounds[dimension] + 1; i < bounds[dimension + 1]; i++) {
      char c = lines.characters()[i];
      commas += c == ',' ? 1 : 0;
      blank &= Character.isWhitespace(c);
    }
    return blank ? 0 : commas + 1;
  }

  private void putLabel() {
    int from = bounds[dimensions] + 1;
    String found = new String(lines.characters(), from, lines.to() - from).strip();
    cells.put(label.slot, found.toCharArray(), 0, found.length());
    if (!header.labels().isEmpty() && !header.labels().contains(found)) {
      throw label.wrong(
          cells,
          "%s, as @classLabel says.%s"
              .formatted(
                  Wording.list(header.labels()), Wording.didYouMean(found, header.labels())));
    }
  }

  private void addSteps(int steps) {
    List<Column> columns = sequence.steps.columns;
    boolean vector = isVector(columns.get(0));
    int[] slots = sequence.steps.slots();
    int[] next = new int[dimensions];
    for (int d = 0; d < dimensions; d++) {
      next[d] = bounds[d] + 1;
    }
    int length = cells.length();
    char[] text = lines.characters();
    for (int step = 0; step < steps; step++) {
      cells.restart(slots, length);
      if (vector) {
        cells.begin(slots[0]);
      }
      for (int d = 0; d < dimensions; d++) {
        int from = next[d];
        int to = from;
        while (to < bounds[d + 1] && text[to] != ',') {
          to++;
        }
        next[d] = to + 1;
        if (vector) {
          checkNotBlank(d, step, from, to);
          cells.append(text, from, to - from);
          cells.append(' ');
        } else {
          cells.put(slots[d], text, from, to - from);
        }
      }
      if (vector) {
        cells.end(slots[0]);
      }
      sequence.add(cells);
    }
  }

  /** In a vector a blank value would make those behind it the ones before. */
  private void checkNotBlank(int dimension, int step, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!Character.isWhitespace(lines.characters()[i])) {
        return;
      }
    }
    throw wrong(
        "value %s of dimension %s is blank, expected a number, or ? where it is missing."
            .formatted(step + 1, dimension + 1));
  }

  private WrongRow wrong(String problem) {
    return new WrongRow("\"%s\", line %s: %s".formatted(file, lines.number(), problem));
  }

  private String place(Column column, Cells row) {
    StepColumns steps = column.sequence;
    if (steps == null) {
      return "\"%s\", line %s, label (%s)".formatted(file, lines.number(), column.path.full());
    }
    if (isVector(column)) {
      return "\"%s\", line %s, step %s".formatted(file, lines.number(), steps.step + 1);
    }
    return "\"%s\", line %s, dimension %s, step %s (%s)"
        .formatted(
            file,
            lines.number(),
            steps.columns.indexOf(column) + 1,
            steps.step + 1,
            column.path.full());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
