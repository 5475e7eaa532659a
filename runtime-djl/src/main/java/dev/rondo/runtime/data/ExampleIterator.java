package dev.rondo.runtime.data;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One walk through a file of examples. */
final class ExampleIterator<E> implements CloseableIterator<E> {
  /** What the last column is called in the headers of many data sets. */
  private static final Set<String> USUAL_NAMES = Set.of("expected", "label", "class", "target");

  private final Path file;
  private final List<String> columns;
  private final RowReader<E> reader;
  private final Records records;
  private @Nullable Columns layout;
  private @Nullable E next;
  private boolean any;
  private boolean closed;

  ExampleIterator(Path file, List<String> columns, RowReader<E> reader) {
    this.file = file;
    this.columns = columns;
    this.reader = reader;
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
    } catch (IOException e) {
      throw unreadable(e);
    } finally {
      if (!read) {
        close();
      }
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
      return example(line, ordered);
    } catch (ExampleFileException e) {
      String last = line.values().get(line.values().size() - 1).strip().toLowerCase(Locale.ROOT);
      if (line.values().size() == columns.size() && USUAL_NAMES.contains(last)) {
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
      return Arguments.notNull(reader.read(new FileRow(file, line, layout)), "example");
    } catch (IllegalArgumentException e) {
      throw new ExampleFileException(line.place(file) + ": " + e.getMessage(), e);
    }
  }

  private ExampleFileException unreadable(IOException e) {
    return new ExampleFileException("\"" + file + "\" cannot be read: " + e, e);
  }
}
