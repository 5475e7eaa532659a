package dev.rondo.runtime.series;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;

/** Stamps as text that tells their type, to be kept: {@code LocalDate 2024-02-29}. */
public final class StampText {
  private StampText() {}

  /** Returns the text of a stamp. */
  public static String of(Temporal stamp) {
    return stamp.getClass().getSimpleName() + " " + stamp;
  }

  /**
   * Returns the stamp of a text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Temporal parse(String text) {
    int space = text.indexOf(' ');
    String type = space < 0 ? "" : text.substring(0, space);
    String value = text.substring(space + 1);
    try {
      return switch (type) {
        case "Instant" -> Instant.parse(value);
        case "LocalDateTime" -> LocalDateTime.parse(value);
        case "ZonedDateTime" -> ZonedDateTime.parse(value);
        case "OffsetDateTime" -> OffsetDateTime.parse(value);
        case "LocalDate" -> LocalDate.parse(value);
        case "YearMonth" -> YearMonth.parse(value);
        case "Year" -> Year.of(Integer.parseInt(value));
        default -> throw new IllegalArgumentException("\"" + text + "\" is no time of a step");
      };
    } catch (DateTimeException | NumberFormatException e) {
      throw new IllegalArgumentException("\"" + text + "\" is no time of a step", e);
    }
  }
}
