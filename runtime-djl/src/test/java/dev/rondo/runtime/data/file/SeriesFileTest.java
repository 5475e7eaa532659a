package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of series with a label. */
class SeriesFileTest {
  private static final String TWO =
      """
      # a remark
      @problemName Two
      @timeStamps false
      @missing true
      @univariate false
      @dimensions 2
      @equalLength false
      @classLabel true left right
      @data
      """;

  @TempDir private Path folder;

  private <E> Walk<E> walk(RecordLayout<E> layout, String content, ReadOption... options)
      throws IOException {
    return Walk.through(Files.writeString(folder.resolve("a.ts"), content), layout, options);
  }

  private static RecordReader<String> matrix(Columns columns) {
    SeriesColumn<double[][]> steps = columns.doubleRows("steps").missing();
    TextColumn label = columns.text("expected");
    return cells -> Arrays.deepToString(steps.of(cells)) + " " + label.of(cells);
  }

  private static RecordReader<String> series(Columns columns) {
    SeriesColumn<float[]> values = columns.floats("values");
    NumberColumn label = columns.number("expected");
    return cells -> Arrays.toString(values.of(cells)) + " " + label.toDouble(cells);
  }

  private enum Side {
    LEFT,
    RIGHT
  }

  /** Also inside of another record. */
  private static RecordReader<String> records(Columns columns) {
    SequenceColumn<List<String>> steps =
        columns.list(
            "steps",
            step -> {
              NumberColumn x = step.number("x");
              NumberColumn y = step.nested("more").number("y");
              return cells -> x.toInt(cells) + "/" + y.doubleOrNull(cells);
            });
    ConstantColumn<Side> side = columns.nested("expected").constant("side", Side.values());
    return cells -> steps.of(cells) + " " + side.of(cells);
  }

  private <E> String wrong(RecordLayout<E> layout, String content) throws IOException {
    return String.valueOf(walk(layout, content).error());
  }

  @Test
  void dimensionsAreColumnsAndValuesAreSteps() throws IOException {
    Walk<String> walk =
        walk(SeriesFileTest::matrix, TWO + "1,2,3:4, 5 ,?: left\n\n# no more\n-1e1:NaN:right");
    assertThat(walk.error()).isNull();
    assertThat(walk.examples())
        .containsExactly("[[1.0, 4.0], [2.0, 5.0], [3.0, NaN]] left", "[[-10.0, NaN]] right")
        .inOrder();
  }

  @Test
  void oneDimensionIsASeriesAndTargetsAreNumbers() throws IOException {
    assertThat(
            walk(
                    SeriesFileTest::series,
                    """
                    @univariate true
                    @seriesLength 3
                    @equalLength true
                    @targetlabel true
                    @data
                    1,2,3:0.5
                    4,5,6:-1
                    """)
                .examples())
        .containsExactly("[1.0, 2.0, 3.0] 0.5", "[4.0, 5.0, 6.0] -1.0")
        .inOrder();
  }

  @Test
  void componentsOfARecordAreTheDimensionsInTheirOrder() throws IOException {
    assertThat(walk(SeriesFileTest::records, TWO + "1,2:3,?:left\n:: right\n").examples())
        .containsExactly("[1/3.0, 2/null] LEFT", "[] RIGHT")
        .inOrder();
  }

  @Test
  void otherNumbersOfDimensionsNameBoth() throws IOException {
    String three = TWO.replace("@dimensions 2", "@dimension 3");
    assertThat(wrong(SeriesFileTest::records, three + "1:2:3:left\n"))
        .isEqualTo(
            ": found 3 dimensions, but a step of \"steps\" has 2 numbers: steps.x, steps.more.y."
                + " Expected one for each, in their order.");
    assertThat(wrong(SeriesFileTest::series, "@univariate false\n@data\n1:2:3\n"))
        .isEqualTo(
            ", line 3: found 2 dimensions, but a step of \"values\" has 1 number: values. Expected"
                + " one for each, in their order.");
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1,2:left\n"))
        .isEqualTo(", line 10: found 1 dimensions, expected 2 as the header says.");
    assertThat(wrong(SeriesFileTest::matrix, "@data\n1,2,left\n"))
        .isEqualTo(
            ", line 2: found no \":\", expected one behind each dimension, and the label at the"
                + " end.");
  }

  @Test
  void wrongValuesAreNamedByDimensionAndStep() throws IOException {
    assertThat(wrong(SeriesFileTest::records, TWO + "1,2:3,4:left\n1,x:3,4:left\n"))
        .isEqualTo(
            ", line 11, dimension 1, step 2 (steps.x): found \"x\", expected a whole number from"
                + " -2147483648 to 2147483647.");
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1,2:3,x:left\n"))
        .isEqualTo(", line 10, step 2, number 2: found \"x\", expected a number.");
    assertThat(wrong(SeriesFileTest::series, "@data\n1,?:1\n"))
        .isEqualTo(", line 2, dimension 1, step 2 (values): found \"?\", expected a number.");
    assertThat(wrong(SeriesFileTest::series, "@data\n1,2:left\n"))
        .isEqualTo(", line 2, label (expected): found \"left\", expected a number.");
  }

  @Test
  void aBlankValueIsNoneThatTheNextOneTakesThePlaceOf() throws IOException {
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1,,3:4,5,6:left\n"))
        .isEqualTo(
            ", line 10: value 2 of dimension 1 is blank, expected a number, or ? where it is"
                + " missing.");
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1,2,:4,5, :left\n"))
        .isEqualTo(
            ", line 10: value 3 of dimension 1 is blank, expected a number, or ? where it is"
                + " missing.");
  }

  @Test
  void wrongLengthsAreCounted() throws IOException {
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1,2:3:left\n"))
        .isEqualTo(
            ", line 10: dimension 2 has 1 values and dimension 1 has 2, expected as many in all.");
    assertThat(wrong(SeriesFileTest::series, "@equalLength true\n@seriesLength 3\n@data\n1,2:5\n"))
        .isEqualTo(", line 4: found 2 values, expected 3 as @seriesLength says.");
  }

  @Test
  void labelsAreThoseOfTheHeader() throws IOException {
    assertThat(wrong(SeriesFileTest::matrix, TWO + "1:2:lef\n"))
        .isEqualTo(
            ", line 10, label (expected): found \"lef\", expected left, right, as @classLabel"
                + " says. Did you mean \"left\"?");
  }

  @Test
  void wrongHeadersAreNamedByLine() throws IOException {
    assertThat(wrong(SeriesFileTest::series, "@timeStamps true\n@data\n"))
        .isEqualTo(
            ", line 1: the values have time stamps, which cannot be read from such files. Write"
                + " them as JSON Lines.");
    assertThat(wrong(SeriesFileTest::series, "@classLabel false\n@data\n1:2\n"))
        .isEqualTo(
            ": the series have no labels (@classLabel, @targetLabel), expected one behind each.");
    assertThat(wrong(SeriesFileTest::series, "# no\n1,2:3\n"))
        .isEqualTo(
            ", line 2: found \"1,2:3\", expected a line of the header, which starts with \"@\", or"
                + " @data before the series.");
    assertThat(wrong(SeriesFileTest::series, "@problemName x\n"))
        .isEqualTo(" has no line @data, behind which the series would be");
    assertThat(wrong(SeriesFileTest::series, "@dimension many\n"))
        .isEqualTo(
            ", line 1: found \"many\", expected a whole number of at least 1 behind @dimension.");
    assertThat(wrong(SeriesFileTest::series, "@univariate\n"))
        .isEqualTo(", line 1: found nothing, expected true or false behind @univariate.");
    assertThat(wrong(SeriesFileTest::series, "@data\n\n")).isEqualTo(" has no examples");
  }

  @Test
  void otherExamplesAreNoSeriesWithALabel() throws IOException {
    assertThat(
            wrong(
                columns -> {
                  SeriesColumn<int[]> values = columns.ints("values");
                  TextColumn name = columns.text("name");
                  TextColumn label = columns.text("expected");
                  return cells -> values.of(cells).length + name.of(cells) + label.of(cells);
                },
                "@data\n1:2\n"))
        .isEqualTo(
            ": a series and its label are one sequence of numbers and one value, but an example"
                + " has values, name, expected. Use JSON Lines.");
    assertThat(
            wrong(
                columns -> {
                  SequenceColumn<List<String>> words =
                      columns.list("words", word -> word.text("")::of);
                  TextColumn label = columns.text("expected");
                  return cells -> words.of(cells) + label.of(cells);
                },
                "@data\n1:2\n"))
        .isEqualTo(": a series has nothing but numbers, but \"words\" is none. Use JSON Lines.");
  }

  @Test
  void wrongSeriesAreSkippedAndCounted() throws IOException {
    Walk<String> walk =
        walk(
            SeriesFileTest::records,
            TWO + "1,x:1,2:left\n1:2:3:left\n1,2:1:left\n5:6:right\n1:2:up\n",
            BadRows.SKIP);
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).containsExactly("[5/6.0] RIGHT");
    assertThat(walk.warnings()).hasSize(1);
    assertThat(walk.warnings().get(0))
        .startsWith(": 4 wrong examples were skipped. The first: , line 10, dimension 1, step 2");
  }
}
