package dev.rondo.samples.sensors;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** A reading as it is typed: its values in the order of {@link #HEADER}, separated by commas. */
final class ReadingLine {
  /** The names of the values. */
  static final String HEADER = "at,mode,load,rpm,temperature,vibration,oilPressure,alarm";

  private static final String[] NAMES = HEADER.split(",");

  private final String[] values;
  private int next;

  private ReadingLine(String[] values) {
    this.values = values;
  }

  /**
   * Returns the reading of a line.
   *
   * @throws IllegalArgumentException if it is none, naming the column
   */
  static Reading parse(String line) {
    String[] values = line.split(",", -1);
    if (values.length != NAMES.length) {
      throw new IllegalArgumentException(
          "found %s values, expected %s: %s".formatted(values.length, NAMES.length, HEADER));
    }
    ReadingLine rest = new ReadingLine(values);
    return new Reading(
        rest.value(Instant::parse, "a time like 2024-05-01T12:00:00Z"),
        rest.value(Mode::valueOf, "IDLE, NORMAL or HEAVY"),
        rest.value(ReadingLine::number, "a number"),
        rest.value(Integer::valueOf, "a whole number"),
        rest.value(ReadingLine::number, "a number"),
        rest.value(ReadingLine::number, "a number"),
        rest.value(text -> text.isEmpty() ? Float.NaN : number(text), "a number, or nothing"),
        rest.value(ReadingLine::flag, "true or false"));
  }

  private <T> T value(Function<String, T> parser, String expected) {
    String text = values[next++].strip();
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "column %s (%s): found \"%s\", expected %s"
              .formatted(next, NAMES[next - 1], text, expected),
          e);
    }
  }

  private static float number(String text) {
    float number = Float.parseFloat(text);
    if (!Float.isFinite(number)) {
      throw new IllegalArgumentException("not finite");
    }
    return number;
  }

  private static boolean flag(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("no flag");
    };
  }

  /** Returns the line of a reading. */
  static String of(Reading reading) {
    return String.join(
        ",",
        reading.at().toString(),
        reading.mode().name(),
        Float.toString(reading.load()),
        Integer.toString(reading.rpm()),
        Float.toString(reading.temperature()),
        Float.toString(reading.vibration()),
        Float.isNaN(reading.oilPressure()) ? "" : Float.toString(reading.oilPressure()),
        Boolean.toString(reading.alarm()));
  }
}
