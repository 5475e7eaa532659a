package dev.rondo.runtime.data.file;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import dev.rondo.runtime.data.ExampleFileException;
import dev.rondo.runtime.data.Wording;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The rows of a table, filled into cells. */
final class TableRows implements Closeable {
  /** A quote that never ends would fill the memory. */
  private static final int LONGEST_FIELD = 1 << 24;

  private final Path file;
  private final char separator;
  private final Handler handler = new Handler();
  private final CsvReader<Boolean> csv;
  private final Iterator<Boolean> rows;
  private List<String> names = List.of();

  private TableRows(Path file, char separator, Utf8Reader reader) {
    this.file = file;
    this.separator = separator;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(separator)
            .skipEmptyLines(true)
            .allowUnclosedQuote(false)
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .maxBufferSize(LONGEST_FIELD)
            .build(handler, reader);
    this.rows = csv.iterator();
  }

  /** Opens a table and returns its examples. */
  static <E> Examples<E> examples(
      Path file,
      char separator,
      Schema schema,
      RecordReader<E> reader,
      ReadOptions options,
      Consumer<String> notices)
      throws IOException {
    TableRows rows = new TableRows(file, separator, Utf8Reader.open(file));
    boolean open = false;
    try {
      Grouping grouping = options.grouping();
      Examples<E> examples =
          grouping == null
              ? RowExamples.of(file, rows, schema, reader, notices)
              : GroupExamples.of(file, rows, schema, reader, grouping, options.badRows(), notices);
      open = true;
      return examples;
    } finally {
      if (!open) {
        rows.close();
      }
    }
  }

  /**
   * Reads the header.
   *
   * @param columns those that must be there
   * @param slots how many columns there may be
   */
  TableHeader header(List<Column> columns, int slots) throws IOException {
    if (!advance()) {
      throw new ExampleFileException("\"" + file + "\" has no examples");
    }
    TableHeader header = TableHeader.of(file, handler.line(), handler.header, columns, slots);
    names = header.names();
    return header;
  }

  /**
   * Says where rows are put from now on.
   *
   * @param slots of each field its place, or -1
   */
  void into(Cells cells, int[] slots) {
    handler.cells = cells;
    handler.slots = slots;
  }

  /**
   * Reads the next row; returns false at the end.
   *
   * @throws WrongRow if it has another number of fields than the header
   */
  boolean next() throws IOException {
    if (!advance()) {
      return false;
    }
    int found = handler.count();
    if (found != names.size()) {
      throw new WrongRow(
          "\"%s\", line %s: found %s %s, expected %s: %s. %s"
              .formatted(
                  file,
                  handler.line(),
                  found,
                  found == 1 ? "field" : "fields",
                  names.size(),
                  Wording.list(names),
                  separation()));
    }
    return true;
  }

  private String separation() {
    return separator == ','
        ? "Separate the fields of a line by commas, and put a field that contains one in quotes."
        : "Separate the fields of a line by one tab each, and put a field that contains one in"
            + " quotes.";
  }

  private boolean advance() throws IOException {
    try {
      while (rows.hasNext()) {
        rows.next();
        if (handler.count() > 1 || !handler.blank) {
          return true;
        }
      }
      return false;
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } catch (CsvParseException e) {
      if (e.getCause() instanceof ExampleFileException wrongEncoding) {
        throw wrongEncoding;
      }
      if (e.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      if (String.valueOf(e.getMessage()).contains("buffer size")) {
        throw new ExampleFileException(
            ("\"%s\", line %s: a field has more than 16 million characters. If it starts with a"
                    + " quote, it may lack the one at its end.")
                .formatted(file, handler.line()),
            e);
      }
      throw new ExampleFileException(
          ("\"%s\", line %s: a field starts with a quote but does not end with one before the next"
                  + " %s or the end of the line. Put the whole field in quotes, and write each"
                  + " quote inside it twice.")
              .formatted(file, handler.line(), separator == ',' ? "comma" : "tab"),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    csv.close();
  }

  /** Gets fields as characters, so that no text is made of those that are numbers. */
  private static final class Handler extends AbstractBaseCsvCallbackHandler<Boolean> {
    private final List<String> header = new ArrayList<>();
    private @Nullable Cells cells;
    private int[] slots = new int[0];
    private boolean blank;

    long line() {
      return getStartingLineNumber();
    }

    int count() {
      return getFieldCount();
    }

    @Override
    protected void handleBegin(long line) {
      blank = true;
      if (cells != null) {
        cells.start(line);
      } else {
        header.clear();
      }
    }

    @Override
    protected void handleField(int field, char[] text, int offset, int length, boolean quoted) {
      if (field == 0) {
        blank = !quoted && isBlank(text, offset, length);
      }
      if (cells == null) {
        header.add(new String(text, offset, length));
      } else if (field < slots.length && slots[field] >= 0) {
        cells.put(slots[field], text, offset, length);
      }
    }

    private static boolean isBlank(char[] text, int offset, int length) {
      for (int i = offset; i < offset + length; i++) {
        if (!Character.isWhitespace(text[i])) {
          return false;
        }
      }
      return true;
    }

    @Override
    protected Boolean buildRecord() {
      return Boolean.TRUE;
    }
  }
}
