package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
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
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One column of each kind: what is read, what is missing, and what errors say. */
class ValuesTest {
  @TempDir private Path folder;

  /** Returns the values of a table with the one column {@code v}. */
  private <T> Walk<T> table(RecordLayout<T> layout, String... values) throws IOException {
    StringBuilder content = new StringBuilder("v,other\n");
    for (String value : values) {
      content.append('"').append(value).append("\",x\n");
    }
    return Walk.through(Files.writeString(folder.resolve("v.csv"), content), layout);
  }

  private <T> List<T> read(RecordLayout<T> layout, String... values) throws IOException {
    Walk<T> walk = table(layout, values);
    assertThat(walk.error()).isNull();
    return walk.examples();
  }

  /** Returns the values of lines {@code {"v": ...}}. */
  private <T> Walk<T> json(RecordLayout<T> layout, String... values) throws IOException {
    StringBuilder content = new StringBuilder();
    for (String value : values) {
      content.append("{\"v\": ").append(value).append("}\n");
    }
    return Walk.through(Files.writeString(folder.resolve("v.jsonl"), content), layout);
  }

  private <E> String wrong(RecordLayout<E> layout, String value) throws IOException {
    String error = table(layout, value).error();
    String start = ", line 2, column 1 (v): ";
    assertThat(error).startsWith(start);
    return String.valueOf(error).substring(start.length());
  }

  @Test
  void primitivesAreNumbersInTheirRange() throws IOException {
    assertThat(read(columns -> columns.number("v")::toByte, "-128", " 127 ", "3.0"))
        .containsExactly((byte) -128, (byte) 127, (byte) 3)
        .inOrder();
    assertThat(read(columns -> columns.number("v")::toShort, "-32768", "1e3"))
        .containsExactly((short) -32768, (short) 1000)
        .inOrder();
    assertThat(read(columns -> columns.number("v")::toInt, "-2147483648", "2147483647"))
        .containsExactly(Integer.MIN_VALUE, Integer.MAX_VALUE)
        .inOrder();
    assertThat(
            read(
                columns -> columns.number("v")::toLong,
                "-9223372036854775808",
                "9223372036854775807",
                "+5"))
        .containsExactly(Long.MIN_VALUE, Long.MAX_VALUE, 5L)
        .inOrder();
    assertThat(read(columns -> columns.number("v")::toFloat, "0.1", "16777217"))
        .containsExactly(0.1f, 16777216f)
        .inOrder();
    assertThat(read(columns -> columns.number("v")::toDouble, "0.1", "-1e300"))
        .containsExactly(0.1, -1e300)
        .inOrder();
    assertThat(read(columns -> columns.number("v")::toDecimal, "0.10"))
        .containsExactly(new BigDecimal("0.10"));
  }

  @Test
  void numbersOutOfTheirRangeAreErrors() throws IOException {
    assertThat(wrong(columns -> columns.number("v")::toByte, "128"))
        .isEqualTo("found \"128\", expected a whole number from -128 to 127.");
    assertThat(wrong(columns -> columns.number("v")::toInt, "2147483648"))
        .isEqualTo("found \"2147483648\", expected a whole number from -2147483648 to 2147483647.");
    assertThat(wrong(columns -> columns.number("v")::toInt, "1.5"))
        .isEqualTo("found \"1.5\", expected a whole number from -2147483648 to 2147483647.");
    for (String large : List.of("9223372036854775808", "1e999999999", "1e300", "12abc", "")) {
      assertThat(wrong(columns -> columns.number("v")::toLong, large))
          .isEqualTo(
              "found \""
                  + large
                  + "\", expected a whole number from -9223372036854775808 to"
                  + " 9223372036854775807.");
    }
    assertThat(wrong(columns -> columns.number("v")::toFloat, "1e39"))
        .isEqualTo("found \"1e39\", expected a number from -3.4e38 to 3.4e38.");
    assertThat(wrong(columns -> columns.number("v")::toDouble, "-1e309"))
        .isEqualTo("found \"-1e309\", expected a number from -1.7e308 to 1.7e308.");
    assertThat(wrong(columns -> columns.number("v")::toDouble, "Infinity"))
        .isEqualTo("found \"Infinity\", expected a number.");
    assertThat(wrong(columns -> columns.number("v")::toDecimal, "1" + "0".repeat(1000)))
        .endsWith("...\", expected a number.");
  }

  @Test
  void aMissingNumberIsAnErrorWhereNothingSaysThatItMayBe() throws IOException {
    for (String missing : List.of("", " ", "NaN", "NA", "null", "?")) {
      assertThat(wrong(columns -> columns.number("v")::toFloat, missing))
          .isEqualTo("found \"" + missing + "\", expected a number.");
      assertThat(read(columns -> columns.number("v").missing()::toFloat, missing))
          .containsExactly(Float.NaN);
      assertThat(read(columns -> columns.number("v").missing()::toDouble, missing))
          .containsExactly(Double.NaN);
    }
    assertThat(wrong(columns -> columns.number("v").missing()::toFloat, "none"))
        .isEqualTo("found \"none\", expected a number.");
  }

  /** Boxes and optionals, none of which a list may hold as null. */
  private static List<Object> boxes(NumberColumn v, Cells cells) {
    return Arrays.asList(
        v.byteOrNull(cells),
        v.shortOrNull(cells),
        v.intOrNull(cells),
        v.longOrNull(cells),
        v.floatOrNull(cells),
        v.doubleOrNull(cells),
        v.decimalOrNull(cells),
        v.optionalInt(cells),
        v.optionalLong(cells),
        v.optionalDouble(cells));
  }

  @Test
  void boxesAndOptionalsMayBeMissing() throws IOException {
    RecordLayout<List<Object>> layout =
        columns -> {
          NumberColumn v = columns.number("v");
          return cells -> boxes(v, cells);
        };
    List<Object> seven =
        List.of(
            (byte) 7,
            (short) 7,
            7,
            7L,
            7f,
            7.0,
            new BigDecimal("7"),
            OptionalInt.of(7),
            OptionalLong.of(7),
            OptionalDouble.of(7));
    List<Object> none =
        Arrays.asList(
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            OptionalInt.empty(),
            OptionalLong.empty(),
            OptionalDouble.empty());
    assertThat(read(layout, "7", "", "nan")).containsExactly(seven, none, none).inOrder();
    assertThat(json(layout, "7", "\"7\"", "null", "NaN", "\"\"").examples())
        .containsExactly(seven, seven, none, none, none)
        .inOrder();
  }

  @Test
  void flagsAreWordsOrNumbers() throws IOException {
    assertThat(read(columns -> columns.flag("v")::of, "true", "YES", "1", "False", "no", " 0 "))
        .containsExactly(true, true, true, false, false, false)
        .inOrder();
    assertThat(json(columns -> columns.flag("v")::of, "true", "0", "\"no\"").examples())
        .containsExactly(true, false, false)
        .inOrder();
    assertThat(wrong(columns -> columns.flag("v")::of, "ture"))
        .isEqualTo(
            "found \"ture\", expected true or false, yes or no, 1 or 0. Did you mean \"true\"?");
    assertThat(wrong(columns -> columns.flag("v")::of, ""))
        .isEqualTo("found \"\", expected true or false, yes or no, 1 or 0.");
    RecordLayout<String> orNull =
        columns -> {
          FlagColumn v = columns.flag("v");
          return cells -> String.valueOf(v.orNull(cells));
        };
    assertThat(read(orNull, "1", "")).containsExactly("true", "null").inOrder();
  }

  @Test
  void textsAreTakenAsTheyAre() throws IOException {
    assertThat(read(columns -> columns.text("v")::of, " a ", "", "null"))
        .containsExactly(" a ", "", "null")
        .inOrder();
    RecordLayout<String> orNull =
        columns -> {
          TextColumn v = columns.text("v");
          return cells -> "" + v.orNull(cells);
        };
    assertThat(read(orNull, "a", "", "NA")).containsExactly("a", "null", "NA").inOrder();
    assertThat(json(orNull, "\"\\u00e9\\n\"", "null").examples())
        .containsExactly("\u00e9\n", "null")
        .inOrder();
    assertThat(json(columns -> columns.text("v")::of, "null").error())
        .isEqualTo(", line 1, \"v\": found null, expected a text.");
  }

  private static final RecordLayout<DayOfWeek> DAY =
      columns -> columns.constant("v", DayOfWeek.values())::of;

  @Test
  void constantsAreNamesOrNumbersInAllRows() throws IOException {
    Walk<DayOfWeek> names = table(DAY, "MONDAY", "tuesday", " MONDAY");
    assertThat(names.examples())
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.MONDAY)
        .inOrder();
    Walk<DayOfWeek> numbers = table(DAY, "0", "6", "0");
    assertThat(numbers.examples())
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.SUNDAY, DayOfWeek.MONDAY)
        .inOrder();
    assertThat(numbers.notices())
        .contains(
            ", line 2, column 1 (v): numbers are read as constants, in their order: 0 = MONDAY, 1"
                + " = TUESDAY, 2 = WEDNESDAY, 3 = THURSDAY, 4 = FRIDAY, 5 = SATURDAY, 6 = SUNDAY");
    assertThat(table(DAY, "0", "MONDAY").error())
        .isEqualTo(
            ", line 3, column 1 (v): found \"MONDAY\", expected a number as in line 2: a column has"
                + " names or numbers, not both.");
    assertThat(table(DAY, "MONDAY", "MONDAY", "0").error())
        .isEqualTo(
            ", line 4, column 1 (v): found \"0\", expected MONDAY, TUESDAY, WEDNESDAY, THURSDAY,"
                + " FRIDAY, SATURDAY, SUNDAY, by name as in line 2: a column has names or numbers,"
                + " not both.");
    assertThat(table(DAY, "0", "7").error()).contains("found \"7\", expected MONDAY, TUESDAY");
  }

  @Test
  void aWrongConstantIsNamedWithWhatIsAllowed() throws IOException {
    assertThat(wrong(DAY, "MODNAY"))
        .isEqualTo(
            "found \"MODNAY\", expected MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY,"
                + " SUNDAY, or the number of one, 0 to 6. Did you mean \"MONDAY\"?");
    assertThat(wrong(DAY, "")).startsWith("found \"\", expected MONDAY");
  }

  private enum Answer {
    NA,
    YES
  }

  @Test
  void aConstantMayBeMissingUnlessItIsCalledSo() throws IOException {
    RecordLayout<String> layout =
        columns -> {
          ConstantColumn<Answer> v = columns.constant("v", Answer.values());
          return cells -> v.orNull(cells) == null ? "missing" : String.valueOf(v.orNull(cells));
        };
    assertThat(read(layout, "NA", "", "YES", "null"))
        .containsExactly("NA", "missing", "YES", "missing")
        .inOrder();
  }

  @Test
  void setsOfConstantsAreSeparatedInACellAndArraysInJson() throws IOException {
    RecordLayout<Set<DayOfWeek>> layout = columns -> columns.constants("v", DayOfWeek.values())::of;
    assertThat(read(layout, "MONDAY|friday", "SUNDAY; MONDAY", "MONDAY SUNDAY", ""))
        .containsExactly(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            Set.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
            Set.of())
        .inOrder();
    assertThat(json(layout, "[\"MONDAY\", \"friday\"]", "[]", "\"SUNDAY\"").examples())
        .containsExactly(
            Set.of(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of(), Set.of(DayOfWeek.SUNDAY))
        .inOrder();
    assertThat(wrong(layout, "MONDAY|x"))
        .startsWith("found \"x\" in \"MONDAY|x\", expected MONDAY, TUESDAY");
    assertThat(json(layout, "null").error())
        .isEqualTo(", line 1, \"v\": found null, expected constants.");
    assertThat(json(layout, "[[\"MONDAY\"]]").error())
        .isEqualTo(", line 1, \"v[0]\": found an array in the array, expected single values.");
  }

  @Test
  void constantsThatMayBeMissingComeInListsAndArraysToo() throws IOException {
    RecordLayout<String> layout =
        columns -> {
          ConstantsColumn<DayOfWeek> days = columns.constants("v", DayOfWeek.values());
          return cells ->
              ConstantsColumn.list(days.orNull(cells))
                  + " "
                  + Arrays.toString(ConstantsColumn.array(days.orNull(cells), new DayOfWeek[0]));
        };
    assertThat(read(layout, "FRIDAY|MONDAY", ""))
        .containsExactly("[MONDAY, FRIDAY] [MONDAY, FRIDAY]", "null null")
        .inOrder();
  }

  private <T> T one(TextFormat<T> format, String text) throws IOException {
    return read(columns -> columns.value("v", format)::of, text).get(0);
  }

  @Test
  void timesAreAsOfIso() throws IOException {
    Instant noon = Instant.parse("2024-05-01T12:00:00Z");
    assertThat(one(TextFormat.INSTANT, "2024-05-01T12:00:00Z")).isEqualTo(noon);
    assertThat(one(TextFormat.INSTANT, "2024-05-01 14:00:00+02:00")).isEqualTo(noon);
    assertThat(one(TextFormat.LOCAL_DATE, "2024-05-01")).isEqualTo(LocalDate.of(2024, 5, 1));
    assertThat(one(TextFormat.LOCAL_TIME, "12:30")).isEqualTo(LocalTime.of(12, 30));
    assertThat(one(TextFormat.LOCAL_DATE_TIME, "2024-05-01 12:30:15"))
        .isEqualTo(LocalDateTime.of(2024, 5, 1, 12, 30, 15));
    assertThat(one(TextFormat.OFFSET_DATE_TIME, "2024-05-01T12:00+02:00"))
        .isEqualTo(OffsetDateTime.parse("2024-05-01T12:00+02:00"));
    assertThat(one(TextFormat.OFFSET_TIME, "12:00+02:00"))
        .isEqualTo(OffsetTime.parse("12:00+02:00"));
    assertThat(one(TextFormat.ZONED_DATE_TIME, "2024-05-01T12:00+02:00[Europe/Berlin]"))
        .isEqualTo(ZonedDateTime.parse("2024-05-01T12:00+02:00[Europe/Berlin]"));
    assertThat(one(TextFormat.YEAR, "2024")).isEqualTo(Year.of(2024));
    assertThat(one(TextFormat.YEAR_MONTH, "2024-05")).isEqualTo(YearMonth.of(2024, 5));
    assertThat(one(TextFormat.MONTH_DAY, "--05-01")).isEqualTo(MonthDay.of(5, 1));
    assertThat(wrong(columns -> columns.value("v", TextFormat.INSTANT)::of, "2024-05-01 12:00:00"))
        .isEqualTo(
            "found \"2024-05-01 12:00:00\", expected a time with its offset from UTC, like"
                + " 2024-05-01T12:00:00Z.");
    assertThat(wrong(columns -> columns.value("v", TextFormat.LOCAL_DATE)::of, "2024-02-30"))
        .isEqualTo("found \"2024-02-30\", expected a date like 2024-05-01.");
    assertThat(wrong(columns -> columns.value("v", TextFormat.LOCAL_TIME)::of, ""))
        .isEqualTo("found \"\", expected a time of day like 12:00:00.");
  }

  @Test
  void durationsAreAsOfIsoOrSeconds() throws IOException {
    assertThat(one(TextFormat.DURATION, "PT1H30M")).isEqualTo(Duration.ofMinutes(90));
    assertThat(one(TextFormat.DURATION, "90.5")).isEqualTo(Duration.ofMillis(90_500));
    assertThat(one(TextFormat.DURATION, "-0.25")).isEqualTo(Duration.ofMillis(-250));
    for (String wrong : List.of("1h", "1e30", "1e999999999", "")) {
      assertThat(wrong(columns -> columns.value("v", TextFormat.DURATION)::of, wrong))
          .isEqualTo("found \"" + wrong + "\", expected a duration like PT1H30M, or seconds.");
    }
    RecordLayout<String> orNull =
        columns -> {
          ValueColumn<Duration> v = columns.value("v", TextFormat.DURATION);
          return cells -> String.valueOf(v.orNull(cells));
        };
    assertThat(read(orNull, "5", "NA")).containsExactly("PT5S", "null").inOrder();
  }

  @Test
  void vectorsAreNumbersInACellOrAnArray() throws IOException {
    RecordLayout<List<Float>> layout =
        columns -> {
          VectorColumn v = columns.vector("v", 3);
          return cells -> {
            float[] numbers = v.floats(cells);
            return List.of(numbers[0], numbers[1], numbers[2]);
          };
        };
    assertThat(read(layout, "1 -2.5  3e1", " 0 0 0 "))
        .containsExactly(List.of(1f, -2.5f, 30f), List.of(0f, 0f, 0f))
        .inOrder();
    assertThat(json(layout, "[1, -2.5, 3e1]").examples()).containsExactly(List.of(1f, -2.5f, 30f));
    assertThat(wrong(layout, "1 2"))
        .isEqualTo("found 2 numbers in \"1 2\", expected 3 numbers separated by spaces.");
    assertThat(table(layout, "1 x 3").error())
        .isEqualTo(", line 2, column 1 (v), number 2: found \"x\", expected a number.");
    assertThat(table(layout, "1 NaN 3").error())
        .isEqualTo(", line 2, column 1 (v), number 2: found \"NaN\", expected a number.");
    assertThat(table(layout, "1 1e99 3").error())
        .isEqualTo(
            ", line 2, column 1 (v), number 2: found \"1e99\", expected a number that is not too"
                + " large.");
    assertThat(json(layout, "[1, {}, 3]").error())
        .isEqualTo(", line 1, \"v[1]\": found an object in the array, expected single values.");
    RecordLayout<String> missing =
        columns -> {
          VectorColumn v = columns.vector("v", 2).missing();
          return cells -> Arrays.toString(v.doubles(cells));
        };
    assertThat(read(missing, "NaN 1")).containsExactly("[NaN, 1.0]");
    assertThat(json(missing, "[null, 1]").examples()).containsExactly("[NaN, 1.0]");
    assertThat(read(missing, "?", "NA")).containsExactly("[NaN, NaN]", "[NaN, NaN]");
    assertThat(json(missing, "null").examples()).containsExactly("[NaN, NaN]");
    assertThat(wrong(missing, "1")).contains("found 1 numbers in \"1\", expected 2 numbers");
  }

  @Test
  void seriesAreNumbersInACellOrAnArray() throws IOException {
    RecordLayout<String> floats =
        columns -> {
          SeriesColumn<float[]> v = columns.floats("v");
          return cells -> Arrays.toString(v.of(cells));
        };
    assertThat(read(floats, "1 2.5\t3", "", "4"))
        .containsExactly("[1.0, 2.5, 3.0]", "[]", "[4.0]")
        .inOrder();
    assertThat(json(floats, "[1, 2.5, 3]", "[]").examples())
        .containsExactly("[1.0, 2.5, 3.0]", "[]")
        .inOrder();
    assertThat(table(floats, "1 x").error())
        .isEqualTo(", line 2, column 1 (v), value 2: found \"x\", expected a number.");
    assertThat(json(floats, "[1, \"x\"]").error())
        .isEqualTo(", line 1, \"v[1]\": found \"x\", expected a number.");
    assertThat(json(floats, "[1, [2]]").error())
        .isEqualTo(", line 1, \"v[1]\": found an array, expected a single value.");
    assertThat(json(floats, "5").error())
        .isEqualTo(", line 1, \"v\": found \"5\", expected an array.");
    assertThat(json(floats, "null").error())
        .isEqualTo(", line 1, \"v\": found nothing, expected an array.");
    RecordLayout<String> doubles =
        columns -> {
          SeriesColumn<double[]> v = columns.doubles("v").missing();
          return cells -> Arrays.toString(v.of(cells));
        };
    assertThat(read(doubles, "0.1 NaN")).containsExactly("[0.1, NaN]");
    RecordLayout<String> ints =
        columns -> {
          SeriesColumn<int[]> v = columns.ints("v");
          return cells -> Arrays.toString(v.of(cells));
        };
    assertThat(read(ints, "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17"))
        .containsExactly("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17]");
    RecordLayout<String> longs =
        columns -> {
          SeriesColumn<long[]> v = columns.longs("v");
          return cells -> Arrays.toString(v.of(cells));
        };
    assertThat(read(longs, "-1 9000000000")).containsExactly("[-1, 9000000000]");
    RecordLayout<String> rows =
        columns -> {
          SeriesColumn<double[][]> v = columns.doubleRows("v").missing();
          return cells -> Arrays.deepToString(v.of(cells));
        };
    assertThat(read(rows, "1 2|3 ?")).containsExactly("[[1.0, 2.0], [3.0, NaN]]");
  }

  @Test
  void listsOfSingleValuesAreWordsOfACellOrAnArray() throws IOException {
    RecordLayout<List<String>> words = columns -> columns.list("v", word -> word.text("")::of)::of;
    assertThat(read(words, "to be  or\u00a0not", ""))
        .containsExactly(List.of("to", "be", "or", "not"), List.of())
        .inOrder();
    assertThat(json(words, "[\"New York\", \"is\"]").examples())
        .containsExactly(List.of("New York", "is"));
    RecordLayout<List<Float>> boxes =
        columns -> columns.list("v", number -> number.number("")::toFloat)::of;
    assertThat(read(boxes, "1 2")).containsExactly(List.of(1f, 2f));
    RecordLayout<List<DayOfWeek>> days =
        columns -> columns.list("v", day -> day.constant("", DayOfWeek.values())::of)::of;
    assertThat(read(days, "MONDAY SUNDAY"))
        .containsExactly(List.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY));
  }
}
