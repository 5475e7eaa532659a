package dev.rondo.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One walk through a file of examples. */
final class ExampleIterator<E> implements CloseableIterator<E> {
  private final Path file;
  private final List<String> columns;
  private final RowReader<E> reader;
  private final Consumer<String> notices;
  private final Records records;
  private ReadChoices choices;
  private @Nullable Columns layout;
  private @Nullable E next;
  private boolean any;
  private boolean closed;

  ExampleIterator(Path file, List<String> columns, RowReader<E> reader, Consumer<String> notices) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
    this.notices = notices;
    this.choices = new ReadChoices(notices);
    try {
      this.records = Records.open(file);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public boolean hasNext() {
    if (next == null && !closed) {
      advance();
    }
    return next != null;
  }

  @Override
  public E next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    E example = next;
    next = null;
    return example;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      next = null;
      try {
        records.close();
      } catch (IOException e) {
        throw unreadable(e);
      }
    }
  }

  /** Reads the next example; closes the file after the last one and before any error gets out. */
  private void advance() {
    boolean read = false;
    try {
      next = layout == null ? first() : example(records.next(), layout);
      read = next != null;
      any |= read;
      if (!any) {
        throw new ExampleFileException("\"" + file + "\" has no examples");
      }
    } catch (ExampleFileException e) {
      throw worst(e);
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      if (!read) {
        close();
      }
    }
  }

  /** A file in another encoding is that first of all, whatever else is wrong with its lines. */
  private ExampleFileException worst(ExampleFileException problem) {
    try {
      records.lines().checkRest();
      return problem;
    } catch (ExampleFileException noUtf8) {
      return noUtf8;
    } catch (IOException e) {
      return problem;
    }
  }

  /** Returns the first example: the first line is one too unless it is a header. */
  private @Nullable E first() throws IOException {
    Records.Fields line = records.next();
    if (line == null) {
      return null;
    }
    Columns named = Columns.named(file, columns, line);
    if (named != null) {
      layout = named;
      return example(records.next(), named);
    }
    Columns ordered = Columns.ordered(columns);
    layout = ordered;
    try {
      E example = example(line, ordered);
      if (!choices.onlyTexts() || !HeaderWords.all(line.values(), columns)) {
        return example;
      }
      choices.header(line.place(file), line.values());
      return example(records.next(), ordered);
    } catch (ExampleFileException e) {
      if (line.values().size() == columns.size() && HeaderWords.last(line.values())) {
        choices = new ReadChoices(notices);
        return example(records.next(), ordered);
      }
      throw new ExampleFileException(
          e.getMessage()
              + " (If this line is a header, it must name "
              + Wording.list(columns)
              + ".)",
          e.getCause());
    }
  }

  private @Nullable E example(Records.@Nullable Fields line, Columns layout) {
    if (line == null) {
      return null;
    }
    layout.checkWidth(file, line, records.separation());
    try {
      return Arguments.notNull(reader.read(new FileRow(file, line, layout, choices)), "example");
    } catch (IllegalArgumentException e) {
      throw new ExampleFileException(line.place(file) + ": " + e.getMessage(), e);
    }
  }

  private ExampleFileException unreadable(IOException e) {
    return new ExampleFileException("\"" + file + "\" cannot be read: " + e, e);
  }
}
