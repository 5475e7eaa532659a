package dev.rondo.runtime.data;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/** Rows as of RFC 4180: fields separated by commas, in quotes where they need it. */
final class CommaRecords implements Records {
  private final Path file;
  private final Utf8Lines lines;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;

  CommaRecords(Path file, Utf8Lines lines) throws IOException {
    this.file = file;
    this.lines = lines;
    this.parser =
        CSVParser.builder().setReader(new LinesReader(lines)).setFormat(CSVFormat.RFC4180).get();
    this.records = parser.iterator();
  }

  @Override
  public @Nullable Fields next() throws IOException {
    while (true) {
      long line = parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) {
          return null;
        }
      } catch (UncheckedIOException e) {
        if (e.getCause() instanceof CSVException badQuotes) {
          throw wrongQuotes(line, badQuotes);
        }
        throw e.getCause();
      }
      List<String> values = records.next().toList();
      if (values.size() > 1 || !values.get(0).isBlank()) {
        return new Fields(line, values);
      }
    }
  }

  private ExampleFileException wrongQuotes(long line, CSVException cause) {
    return new ExampleFileException(
        ("\"%s\", line %s: a field starts with a quote but does not end with one before the next"
             + " comma or the end of the line. Put the whole field in quotes, and write each quote"
             + " inside it twice.")
            .formatted(file, line),
        cause);
  }

  @Override
  public String separation() {
    return "Separate the fields of a line by commas, and put a field that contains one in quotes.";
  }

  @Override
  public Utf8Lines lines() {
    return lines;
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }

  /** Lets commons-csv read what was decoded line by line, so that bad bytes have a line number. */
  private static final class LinesReader extends Reader {
    private final Utf8Lines lines;
    private String line = "";
    private int position;

    LinesReader(Utf8Lines lines) {
      this.lines = lines;
    }

    @Override
    public int read(char[] target, int offset, int length) throws IOException {
      if (position == line.length()) {
        String next = lines.next();
        if (next == null) {
          return -1;
        }
        line = next + "\n";
        position = 0;
      }
      int count = Math.min(length, line.length() - position);
      line.getChars(position, position + count, target, offset);
      position += count;
      return count;
    }

    @Override
    public void close() throws IOException {
      lines.close();
    }
  }
}
