package dev.rondo.samples.common;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/** A series in a table: a row for each step. */
public final class SeriesFile {
  private SeriesFile() {}

  /**
   * Reads a series.
   *
   * @param time the column of the times: dates, months, or dates with a time
   * @param value the column of the values
   * @throws SampleFailure if the file cannot be read, naming line and column
   */
  public static List<TimedValue> read(Path file, String time, String value) {
    List<TimedValue> points = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
      for (NamedCsvRecord row : rows) {
        points.add(
            new TimedValue(
                time(cell(file, row, time), file, row, time),
                number(cell(file, row, value), file, row, value)));
      }
    } catch (IOException e) {
      throw SampleFailure.of("--data: \"" + file + "\" cannot be read: " + e.getMessage());
    }
    if (points.isEmpty()) {
      throw SampleFailure.of("--data: \"" + file + "\" has no rows");
    }
    return points;
  }

  private static String cell(Path file, NamedCsvRecord row, String column) {
    if (!row.getHeader().contains(column)) {
      throw SampleFailure.of(
          "--data: \"%s\" has no column \"%s\", but %s"
              .formatted(file, column, String.join(", ", row.getHeader())));
    }
    return row.getField(column).strip();
  }

  private static double number(String text, Path file, NamedCsvRecord row, String column) {
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the message below says it all
    }
    throw wrong(text, "a number", file, row, column);
  }

  private static LocalDateTime time(String text, Path file, NamedCsvRecord row, String column) {
    try {
      return parse(text.replace(' ', 'T'));
    } catch (DateTimeException e) {
      throw wrong(text, "a time like 2024-05-01 12:00, 2024-05-01 or 2024-05", file, row, column);
    }
  }

  private static LocalDateTime parse(String text) {
    if (text.matches("\\d{4}-\\d{2}")) {
      return YearMonth.parse(text).atDay(1).atStartOfDay();
    }
    if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
      return LocalDate.parse(text).atStartOfDay();
    }
    return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})")
        ? OffsetDateTime.parse(text).toLocalDateTime()
        : LocalDateTime.parse(text);
  }

  private static SampleFailure wrong(
      String text, String expected, Path file, NamedCsvRecord row, String column) {
    return SampleFailure.of(
        "--data: \"%s\", line %s, column \"%s\": found \"%s\", expected %s"
            .formatted(file, row.getStartingLineNumber(), column, text, expected));
  }
}
