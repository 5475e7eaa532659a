package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are steps. */
class GroupingTest {
  @TempDir private Path folder;

  /** Steps with a number, a number for all of them, and an answer for each. */
  private record Ride(List<Integer> speeds, double length, List<Boolean> stops) {}

  private static RecordReader<Ride> ride(Columns columns) {
    SequenceColumn<List<Integer>> speeds =
        columns.list("steps", step -> step.number("speed")::toInt);
    NumberColumn length = columns.number("length");
    SequenceColumn<List<Boolean>> stops = columns.list("expected", each -> each.flag("")::of);
    return cells -> new Ride(speeds.of(cells), length.toDouble(cells), stops.of(cells));
  }

  private Path file(String content) throws IOException {
    return Files.writeString(folder.resolve("rides.csv"), content);
  }

  private Walk<Ride> walk(String content, ReadOption... options) throws IOException {
    return Walk.through(file(content), GroupingTest::ride, options);
  }

  @Test
  void eachRowIsAStepWithItsAnswer() throws IOException {
    Walk<Ride> walk =
        walk(
            """
            ride,speed,expected,length
            a,10,no,5
            a,0,yes,5
            b,7,no,2.5
            """,
            Grouping.by("ride"));
    assertThat(walk.error()).isNull();
    assertThat(walk.examples())
        .containsExactly(
            new Ride(List.of(10, 0), 5, List.of(false, true)),
            new Ride(List.of(7), 2.5, List.of(false)))
        .inOrder();
    assertThat(walk.notices()).isEmpty();
  }

  @Test
  void severalColumnsMakeAGroupAndMayBeOnesOfTheExample() throws IOException {
    Walk<Ride> walk =
        walk(
            """
            Day,length,speed,expected
            1,5,1,no
            1,6,2,no
            2,6,3,no
            """,
            Grouping.by("day", "length"));
    assertThat(walk.examples().stream().map(Ride::speeds).toList())
        .containsExactly(List.of(1), List.of(2), List.of(3))
        .inOrder();
    assertThat(walk.examples().get(1).length()).isEqualTo(6);
  }

  @Test
  void aGroupThatComesBackNamesBothLines() throws IOException {
    Walk<Ride> walk =
        walk(
            """
            ride,speed,expected,length
            a,10,no,5
            a,11,no,5
            b,7,no,2.5
            a,0,yes,5
            """,
            Grouping.by("ride"),
            BadRows.SKIP);
    assertThat(walk.examples()).hasSize(2);
    assertThat(walk.error())
        .isEqualTo(
            ", line 5: ride \"a\" is a group again, whose rows started in line 2, and others came"
                + " between. Sort the file by ride first.");
  }

  @Test
  void whatIsSingleMustBeTheSameInAGroup() throws IOException {
    assertThat(
            walk(
                    """
                    ride,speed,expected,length
                    a,10,no,5
                    a,11,no,5.0
                    a,12,no,6
                    """,
                    Grouping.by("ride"))
                .error())
        .isEqualTo(
            ", line 4, column 4 (length): found \"6\", expected \"5\" as in line 2: length has one"
                + " value in all rows of ride \"a\".");
  }

  @Test
  void anErrorOfAStepNamesItsOwnLine() throws IOException {
    assertThat(
            walk("ride,speed,expected,length\na,10,no,5\na,fast,no,5\n", Grouping.by("ride"))
                .error())
        .isEqualTo(
            ", line 3, column 2 (speed): found \"fast\", expected a whole number from -2147483648"
                + " to 2147483647.");
    assertThat(
            walk("ride,speed,expected,length\na,10,no,long\na,11,no,long\n", Grouping.by("ride"))
                .error())
        .isEqualTo(", line 2, column 4 (length): found \"long\", expected a number.");
  }

  @Test
  void aColumnToGroupByMustBeThere() throws IOException {
    assertThat(walk("ride,speed,expected,length\n", Grouping.by("rides")).error())
        .isEqualTo(
            ", line 1: the header has no column \"rides\" to group by, only ride, speed, expected,"
                + " length. Did you mean \"ride\"?");
  }

  @Test
  void aListOfRecordsNeedsAGrouping() throws IOException {
    assertThat(walk("ride,speed,expected,length\na,10,no,5\n").error())
        .isEqualTo(
            ": \"steps\" is a list of records, which does not fit into one row. Give"
                + " Grouping.by(\"...\") the column that says which rows belong together, or use"
                + " JSON Lines.");
  }

  @Test
  void groupingIsForTablesOfSequences() throws IOException {
    assertThat(
            Walk.through(
                    Files.writeString(folder.resolve("a.csv"), "a\n1\n"),
                    columns -> columns.number("a")::toInt,
                    Grouping.by("a"))
                .error())
        .isEqualTo(
            ": Grouping.by(a) is for sequences, but an example has none. Leave the grouping out.");
    assertThat(
            Walk.through(
                    Files.writeString(folder.resolve("a.jsonl"), "{}\n"),
                    GroupingTest::ride,
                    Grouping.by("a"))
                .error())
        .isEqualTo(
            ": Grouping.by(a) is for tables with one step a row, but each line of this file is a"
                + " whole example. Leave the grouping out.");
  }

  @Test
  void aGroupWithAWrongRowIsLeftOutWhole() throws IOException {
    Walk<Ride> walk =
        walk(
            """
            ride,speed,expected,length
            a,10,no,5
            a,fast,no,5
            a,11,no,5
            b,7,no,2
            c,8,no,3
            c,9,no,4
            d,1,no,2
            d,1
            e,2,no,3
            f,3,no,4
            """,
            Grouping.by("ride"),
            BadRows.SKIP);
    assertThat(walk.error()).isNull();
    // whose the row with two fields is, d's or e's, nobody can say
    assertThat(walk.examples().stream().map(Ride::speeds).toList())
        .containsExactly(List.of(7), List.of(3))
        .inOrder();
    assertThat(walk.warnings())
        .containsExactly(
            ": 4 wrong examples were skipped. The first: , line 3, column 2 (speed): found"
                + " \"fast\", expected a whole number from -2147483648 to 2147483647.");
  }

  @Test
  void aWrongLastRowIsNotForgotten() throws IOException {
    Walk<Ride> walk =
        walk("ride,speed,expected,length\na,1,no,5\nb,2\n", Grouping.by("ride"), BadRows.SKIP);
    assertThat(walk.examples()).isEmpty();
    assertThat(walk.error())
        .isEqualTo(
            " has no examples: 1 wrong example was skipped. The first: , line 3: found 2"
                + " fields, expected 4: ride, speed, expected, length. Separate the fields of a"
                + " line by commas, and put a field that contains one in quotes.");
  }

  @Test
  void groupingsAreValues() {
    assertThat(Grouping.by("a", "b")).isEqualTo(Grouping.by("a", "b"));
    assertThat(Grouping.by("a", "b").hashCode()).isEqualTo(Grouping.by("a", "b").hashCode());
    assertThat(Grouping.by("a")).isNotEqualTo(Grouping.by("b"));
    assertThat(Grouping.by("a", "b").columns()).containsExactly("a", "b").inOrder();
    assertThat(messageOf(() -> Grouping.by()))
        .isEqualTo("a grouping needs one or more different columns, found []");
    assertThat(messageOf(() -> Grouping.by("a", "a")))
        .isEqualTo("a grouping needs one or more different columns, found [a, a]");
    assertThat(messageOf(() -> Grouping.by(" ")))
        .isEqualTo("a column of a grouping is blank, found [ ]");
  }

  private static String messageOf(Runnable wrong) {
    return String.valueOf(assertThrows(IllegalArgumentException.class, wrong::run).getMessage());
  }

  /** Any lengths of groups, over the ends of all buffers. */
  @Property(tries = 50)
  void groupsReadBackAsTheyWereWritten(
      @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 200) Integer> lengths)
      throws IOException {
    StringBuilder content = new StringBuilder("ride,length,expected,speed\r\n");
    List<Ride> rides = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < lengths.size(); i++) {
      List<Integer> speeds = new ArrayList<>();
      List<Boolean> stops = new ArrayList<>();
      for (int k = 0; k < lengths.get(i); k++) {
        int speed = next++ % 7;
        content.append("\"ride \"\"" + i + "\"\"\"," + i + ".5," + (speed == 0) + ',' + speed);
        content.append("\r\n");
        speeds.add(speed);
        stops.add(speed == 0);
      }
      rides.add(new Ride(speeds, i + 0.5, stops));
    }
    Path file = Files.createTempFile("rides", ".csv");
    try {
      Files.writeString(file, content);
      assertThat(ExampleSource.of(file, GroupingTest::ride, Grouping.by("ride")).toList())
          .isEqualTo(rides);
    } finally {
      Files.delete(file);
    }
  }
}
