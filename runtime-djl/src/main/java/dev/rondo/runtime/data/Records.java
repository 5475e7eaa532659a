package dev.rondo.runtime.data;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a file, row by row, blank lines left out. */
sealed interface Records extends Closeable permits TabRecords, CommaRecords {
  /**
   * Returns the fields of the next row; null at the end.
   *
   * @throws ExampleFileException if the bytes are no UTF-8 or quotes are wrong
   */
  @Nullable Fields next() throws IOException;

  /** Returns the sentence that says how fields are separated. */
  String separation();

  /** Opens a file: commas and quotes if it is called {@code .csv} or {@code .csv.gz}, else tabs. */
  static Records open(Path file) throws IOException {
    Utf8Lines lines = Utf8Lines.open(file);
    return FileKind.isCalledCsv(file) ? new CommaRecords(file, lines) : new TabRecords(lines);
  }

  /** Returns the lines that are read. */
  Utf8Lines lines();

  /**
   * The fields of one row.
   *
   * @param line the number of its first line, from 1
   * @param values at least one
   */
  record Fields(long line, List<String> values) {
    String place(Path file) {
      return "\"" + file + "\", line " + line;
    }
  }
}
