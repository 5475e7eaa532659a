package dev.rondo.runtime.data.file;

import dev.rondo.AudioClip;
import dev.rondo.Frames;
import dev.rondo.runtime.data.Arguments;
import java.awt.image.BufferedImage;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How values of a type are written as texts. Those of {@code java.time} are as of ISO 8601; between
 * date and time a space does as well as a {@code T}.
 *
 * @param <T> the type
 */
public final class TextFormat<T> {
  /** {@code 2024-05-01T12:00:00Z}, or with another offset. */
  public static final TextFormat<Instant> INSTANT =
      of(
          text -> OffsetDateTime.parse(withT(text)).toInstant(),
          "a time with its offset from UTC, like 2024-05-01T12:00:00Z.");

  /** {@code 2024-05-01}. */
  public static final TextFormat<LocalDate> LOCAL_DATE =
      of(LocalDate::parse, "a date like 2024-05-01.");

  /** {@code 12:00}, {@code 12:00:00.5}. */
  public static final TextFormat<LocalTime> LOCAL_TIME =
      of(LocalTime::parse, "a time of day like 12:00:00.");

  /** {@code 2024-05-01T12:00:00}. */
  public static final TextFormat<LocalDateTime> LOCAL_DATE_TIME =
      of(text -> LocalDateTime.parse(withT(text)), "a time like 2024-05-01T12:00:00.");

  /** {@code 2024-05-01T12:00:00+02:00}. */
  public static final TextFormat<OffsetDateTime> OFFSET_DATE_TIME =
      of(
          text -> OffsetDateTime.parse(withT(text)),
          "a time with its offset from UTC, like 2024-05-01T12:00:00+02:00.");

  /** {@code 12:00:00+02:00}. */
  public static final TextFormat<OffsetTime> OFFSET_TIME =
      of(OffsetTime::parse, "a time of day with its offset from UTC, like 12:00:00+02:00.");

  /** {@code 2024-05-01T12:00:00+02:00[Europe/Berlin]}. */
  public static final TextFormat<ZonedDateTime> ZONED_DATE_TIME =
      of(
          text -> ZonedDateTime.parse(withT(text)),
          "a time with its zone, like 2024-05-01T12:00:00+02:00[Europe/Berlin].");

  /** {@code 2024}. */
  public static final TextFormat<Year> YEAR = of(Year::parse, "a year like 2024.");

  /** {@code 2024-05}. */
  public static final TextFormat<YearMonth> YEAR_MONTH =
      of(YearMonth::parse, "a month of a year, like 2024-05.");

  /** {@code --05-01}. */
  public static final TextFormat<MonthDay> MONTH_DAY =
      of(MonthDay::parse, "a day of a month, like --05-01.");

  /** {@code PT1H30M}, or a number of seconds. */
  public static final TextFormat<Duration> DURATION =
      of(TextFormat::duration, "a duration like PT1H30M, or seconds.");

  /** The path of a WAV file, from the working directory if it is not absolute. */
  public static final TextFormat<AudioClip> AUDIO =
      of(text -> AudioClip.read(Path.of(text)), "the path of a WAV file.");

  /** The path of a clip: a folder of pictures, an animated GIF, or one picture. */
  public static final TextFormat<List<BufferedImage>> FRAMES =
      of(text -> Frames.of(Path.of(text)), "the path of a folder of pictures, or of a GIF.");

  /** The path of a folder of pictures. */
  public static final TextFormat<List<Path>> FRAME_FILES =
      of(text -> Frames.files(Path.of(text)), "the path of a folder of pictures.");

  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000);
  private static final int LONGEST_SECONDS = 40;

  private final Function<String, T> parser;
  private final String expected;

  private TextFormat(Function<String, T> parser, String expected) {
    this.parser = parser;
    this.expected = expected;
  }

  /**
   * Returns a format.
   *
   * @param parser returns the value of a text without white space around it; throws a {@link
   *     DateTimeException} or an {@link IllegalArgumentException} if it is none
   * @param expected what errors say behind {@code expected}: {@code "a date like 2024-05-01."}
   */
  public static <T> TextFormat<T> of(Function<String, T> parser, String expected) {
    return new TextFormat<>(
        Arguments.notNull(parser, "parser"), Arguments.notNull(expected, "expected"));
  }

  private static String withT(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space) + 'T' + text.substring(space + 1);
  }

  private static Duration duration(String text) {
    if (text.length() > LONGEST_SECONDS || text.indexOf('P') >= 0 || text.indexOf('p') >= 0) {
      return Duration.parse(text);
    }
    BigDecimal[] seconds = new BigDecimal(text).divideAndRemainder(BigDecimal.ONE);
    return Duration.ofSeconds(seconds[0].longValueExact(), seconds[1].multiply(NANOS).longValue());
  }

  /** Returns the value; null if the text is none. */
  @Nullable T parse(String text) {
    try {
      return parser.apply(text);
    } catch (DateTimeException | IllegalArgumentException | ArithmeticException e) {
      return null;
    }
  }

  /** Returns whether texts are the paths of files that hold the values. */
  boolean ofFile() {
    return this == AUDIO || this == FRAMES || this == FRAME_FILES;
  }

  String expected() {
    return expected;
  }
}
