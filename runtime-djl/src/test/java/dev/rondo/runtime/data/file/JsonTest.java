package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of JSON. */
class JsonTest {
  private static final String STEP = "{\"load\": 1, \"engine\": {\"rpm\": 2}, \"day\": \"MONDAY\"}";
  private static final String VERDICT = "\"expected\": {\"condition\": \"GOOD\", \"remaining\": 3}";

  @TempDir private Path folder;

  private Walk<String> walk(String content, ReadOption... options) throws IOException {
    Path file = Files.writeString(folder.resolve("a.jsonl"), content);
    return Walk.through(file, JsonTest::layout, options);
  }

  /** That of {@link MonitorExample}, in short. */
  private static RecordReader<String> layout(Columns columns) {
    SequenceColumn<List<String>> readings =
        columns.list(
            "readings",
            step -> {
              NumberColumn load = step.number("load");
              NumberColumn rpm = step.nested("engine").number("rpm");
              ConstantColumn<DayOfWeek> day = step.constant("day", DayOfWeek.values());
              return cells -> load.toInt(cells) + " " + rpm.toInt(cells) + " " + day.of(cells);
            });
    Columns expected = columns.nested("expected");
    ConstantColumn<Condition> condition = expected.constant("condition", Condition.values());
    NumberColumn remaining = expected.number("remaining");
    return cells -> readings.of(cells) + " " + condition.of(cells) + " " + remaining.toInt(cells);
  }

  private String wrong(String line) throws IOException {
    String error = walk(line + "\n").error();
    assertThat(error).startsWith(", line 1");
    return String.valueOf(error).substring(", line 1".length());
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.jsonl", "a.ndjson", "A.JSON", "a.jsonl.gz"})
  void anyNameOfJsonLinesIsKnown(String name) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(name), "\ufeff\r\n{\"readings\": [" + STEP + "], " + VERDICT + "}\r\n");
    assertThat(Walk.through(file, JsonTest::layout).examples())
        .containsExactly("[1 2 MONDAY] GOOD 3");
  }

  @Test
  void partsOfARecordMayStandWithoutIt() throws IOException {
    assertThat(
            walk("{\"remaining\": 3, \"readings\": [], \"condition\": \"WORN\"}\n"
                    + "{\"expected\": {\"remaining\": 4}, \"readings\": ["
                    + STEP
                    + "], \"condition\": \"GOOD\"}")
                .examples())
        .containsExactly("[] WORN 3", "[1 2 MONDAY] GOOD 4")
        .inOrder();
  }

  @Test
  void unknownFieldsAreIgnoredWithOneNote() throws IOException {
    String line =
        "{\"id\": {\"a\": [1]}, \"readings\": [{\"load\": 1, \"x\": [], \"engine\": {\"rpm\": 2,"
            + " \"oil\": 7}, \"day\": \"MONDAY\"}], "
            + VERDICT
            + "}\n";
    Walk<String> walk = walk(line + line);
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).hasSize(2);
    assertThat(walk.notices())
        .containsExactly(
            ": ignored, because no example has them: id, readings[0].x, readings[0].engine.oil");
  }

  @Test
  void missingAndWrongValuesAreNamedByTheirPath() throws IOException {
    assertThat(wrong("{\"readings\": [" + STEP + ", {\"load\": 1}], " + VERDICT + "}"))
        .isEqualTo(
            ", \"readings[1].engine.rpm\": found nothing, expected a whole number from -2147483648"
                + " to 2147483647.");
    assertThat(wrong("{\"readings\": [{\"load\": \"x\"}], " + VERDICT + "}"))
        .isEqualTo(
            ", \"readings[0].load\": found \"x\", expected a whole number from -2147483648 to"
                + " 2147483647.");
    assertThat(wrong("{\"readings\": [], \"expected\": {\"condition\": \"GOD\"}}"))
        .isEqualTo(
            ", \"expected.condition\": found \"GOD\", expected GOOD, WORN, or the number of one, 0"
                + " to 1. Did you mean \"GOOD\"?");
    assertThat(wrong("{" + VERDICT + "}"))
        .isEqualTo(", \"readings\": found nothing, expected an array.");
    assertThat(wrong("{\"readings\": [null], " + VERDICT + "}"))
        .isEqualTo(
            ", \"readings[0].load\": found nothing, expected a whole number from -2147483648 to"
                + " 2147483647.");
  }

  @Test
  void anotherStructureIsNamedByItsPath() throws IOException {
    assertThat(wrong("{\"readings\": 5}"))
        .isEqualTo(", \"readings\": found \"5\", expected an array.");
    assertThat(wrong("{\"readings\": {}}"))
        .isEqualTo(", \"readings\": found an object, expected an array.");
    assertThat(wrong("{\"readings\": [7]}"))
        .isEqualTo(", \"readings[0]\": found \"7\", expected an object.");
    assertThat(wrong("{\"readings\": [[]]}"))
        .isEqualTo(", \"readings[0]\": found an array, expected an object.");
    assertThat(wrong("{\"readings\": [{\"load\": 1, \"engine\": 3}]}"))
        .isEqualTo(", \"readings[0].engine\": found \"3\", expected an object.");
    assertThat(wrong("{\"readings\": [{\"load\": [1]}]}"))
        .isEqualTo(", \"readings[0].load\": found an array, expected a single value.");
    assertThat(wrong("{\"expected\": {\"remaining\": {\"days\": 3}}}"))
        .isEqualTo(", \"expected.remaining\": found an object, expected a single value.");
  }

  @Test
  void aValueIsThereOnce() throws IOException {
    assertThat(wrong("{\"remaining\": 3, \"expected\": {\"remaining\": 3}}"))
        .isEqualTo(", \"expected.remaining\" is there twice.");
    assertThat(wrong("{\"remaining\": null, \"remaining\": 3}"))
        .isEqualTo(", \"expected.remaining\" is there twice.");
    assertThat(wrong("{\"readings\": [], \"readings\": []}"))
        .isEqualTo(", \"readings\" is there twice.");
  }

  @Test
  void linesThatAreNoObjectAreNamed() throws IOException {
    assertThat(wrong("[" + STEP + "]"))
        .isEqualTo(": found an array, expected one JSON object a line.");
    assertThat(wrong("7")).isEqualTo(": found \"7\", expected one JSON object a line.");
    assertThat(wrong("{} {}"))
        .isEqualTo(": found more after the object, expected one JSON object a line.");
    assertThat(wrong("{\n}"))
        .isEqualTo(
            ", character 2: Unexpected end-of-input: expected close marker for Object."
                + " Expected one JSON object a line.");
    assertThat(wrong("{\"readings\": [}"))
        .isEqualTo(
            ", character 15: Unexpected close marker '}': expected ']'."
                + " Expected one JSON object a line.");
    assertThat(wrong("{'a': 1}")).startsWith(", character 2: Unexpected character (''' (code 39))");
  }

  @Test
  void whatIsTooDeepOrTooLongIsNamedByItsLine() throws IOException {
    assertThat(wrong("{\"x\": " + "[".repeat(2000) + "]".repeat(2000) + "}"))
        .startsWith(": Document nesting depth (1001) exceeds the maximum allowed");
    assertThat(wrong("{\"x\": " + "1".repeat(2000) + "}"))
        .startsWith(": Number value length (2000) exceeds the maximum allowed");
    assertThat(wrong("{\"" + "x".repeat(60_000) + "\": 1}"))
        .startsWith(": Name length (60000) exceeds the maximum allowed");
  }

  @Test
  void whateverAConstructorThrowsIsNamedByItsPlace() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("b.jsonl"),
            """
            {"steps": [{"x": 1}], "y": 2}
            {"steps": [{"x": 1}, {"x": 0}], "y": 2}
            {"steps": [], "y": 0}
            """);
    RecordLayout<String> layout =
        columns -> {
          SequenceColumn<List<Integer>> steps =
              columns.list(
                  "steps",
                  step -> {
                    NumberColumn x = step.number("x");
                    return cells -> 6 / x.toInt(cells);
                  });
          NumberColumn y = columns.number("y");
          return cells -> steps.of(cells) + " " + 6 / y.toInt(cells);
        };
    assertThat(Walk.through(file, layout).error())
        .isEqualTo(
            ", line 2, \"steps[1]\": no value can be made of it: java.lang.ArithmeticException: /"
                + " by zero");
    Walk<String> skipped = Walk.through(file, layout, BadRows.SKIP);
    assertThat(skipped.error()).isNull();
    assertThat(skipped.examples()).containsExactly("[6] 3");
    assertThat(skipped.warnings().get(0)).contains("2 wrong examples were skipped");
  }

  @Test
  void wrongLinesAreSkippedAndCounted() throws IOException {
    String good = "{\"readings\": [" + STEP + "], " + VERDICT + "}\n";
    Walk<String> walk =
        walk(
            "{oops\n" + good + "{\"readings\": [" + STEP + ", 1]}\n{" + VERDICT + "}\n" + good,
            BadRows.SKIP);
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).containsExactly("[1 2 MONDAY] GOOD 3", "[1 2 MONDAY] GOOD 3");
    assertThat(walk.warnings()).hasSize(1);
    assertThat(walk.warnings().get(0))
        .startsWith(
            ": 3 wrong examples were skipped. The first: , line 1, character 2: Unexpected");
  }

  /** Any texts and lengths, over the ends of all buffers. */
  @Property(tries = 100)
  void textsReadBackAsTheyWereWritten(@ForAll List<List<String>> examples) throws IOException {
    StringBuilder content = new StringBuilder();
    List<List<String>> expected = new ArrayList<>();
    for (List<String> texts : examples) {
      List<String> quoted = new ArrayList<>();
      for (String text : texts) {
        StringBuilder escaped = new StringBuilder("\"");
        text.chars().forEach(c -> escaped.append(String.format(Locale.ROOT, "\\u%04x", c)));
        quoted.add(escaped.append('"').toString());
      }
      content.append("{\"words\": [" + String.join(", ", quoted) + "]}\n");
      expected.add(texts);
    }
    Path file = Files.createTempFile("texts", ".jsonl");
    try {
      Files.writeString(file, content);
      Walk<List<String>> walk =
          Walk.through(file, columns -> columns.list("words", word -> word.text("")::of)::of);
      assertThat(walk.examples()).isEqualTo(expected);
    } finally {
      Files.delete(file);
    }
  }
}
