package dev.rondo.runtime.data.file;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.CloseableIterator;
import dev.rondo.runtime.data.ExampleFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables with one example a row. */
class TableTest {
  private record Person(String name, double height, boolean tall) {
    Person {
      if (height < 0) {
        throw new IllegalArgumentException("height is below 0");
      }
    }
  }

  private static final Person ANN = new Person("Ann, \"the\n1st\"", 1.5, false);
  private static final Person BOB = new Person("Bob", 2, true);

  @TempDir private Path folder;

  /** A record as the only input, and a single answer. */
  private static RecordReader<Person> person(Columns columns) {
    Columns person = columns.nested("person");
    TextColumn name = person.text("name");
    NumberColumn height = person.number("height");
    FlagColumn tall = columns.flag("expected");
    return cells -> new Person(name.of(cells), height.toDouble(cells), tall.of(cells));
  }

  private Walk<Person> walk(String name, byte[] content, ReadOption... options) throws IOException {
    return Walk.through(Files.write(folder.resolve(name), content), TableTest::person, options);
  }

  private Walk<Person> walk(String name, String content, ReadOption... options) throws IOException {
    return walk(name, content.getBytes(StandardCharsets.UTF_8), options);
  }

  private List<Person> read(String name, String content) throws IOException {
    Walk<Person> walk = walk(name, content);
    assertThat(walk.error()).isNull();
    return walk.examples();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void quotesHoldSeparatorsQuotesAndLines(String end) throws IOException {
    String quoted = "\"Ann, \"\"the\n1st\"\"\"";
    assertThat(
            read(
                "a.csv",
                String.join(end, "name,height,expected", "", quoted + ",1.5,no", "Bob,2,yes")))
        .containsExactly(ANN, BOB)
        .inOrder();
    assertThat(
            read(
                "a.tsv",
                String.join(
                    end, "name\theight\texpected", quoted + "\t1.5\tno", "  ", "Bob\t2\tyes", "")))
        .containsExactly(ANN, BOB)
        .inOrder();
  }

  @Test
  void columnsAreInAnyOrderBrieflyOrInFullAndFurtherOnesAreIgnoredWithANote() throws IOException {
    Walk<Person> walk =
        walk("a.csv", "\ufeffid,Expected, Person.Height ,name,note\n1,yes,2,Bob,x\n");
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).containsExactly(BOB);
    assertThat(walk.notices()).containsExactly(": ignored, because no example has them: id, note");
  }

  @Test
  void gzipIsRecognizedByItsContent() throws IOException {
    byte[] content = "name,height,expected\nBob,2,yes\n".getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(content);
    }
    assertThat(walk("a.csv.gz", bytes.toByteArray()).examples()).containsExactly(BOB);
    assertThat(walk("a.csv", bytes.toByteArray()).examples()).containsExactly(BOB);
    assertThat(walk("b.csv.gz", content).examples()).containsExactly(BOB);
    assertThat(walk("a.csv.gz", Arrays.copyOf(bytes.toByteArray(), 20)).error())
        .isEqualTo(" is compressed by gzip and cut off: it ends before its last byte.");
  }

  @Test
  void missingColumnsAreNamedWithThoseThatThereAre() throws IOException {
    assertThat(walk("a.csv", "nmae,hight,expected\n").error())
        .isEqualTo(
            ", line 1: the header has no column \"name\", \"height\", only nmae, hight, expected."
                + " Did you mean \"nmae\"?");
    assertThat(walk("a.csv", "name;height;expected\nBob;2;yes\n").error())
        .isEqualTo(
            ", line 1: the header has no column \"name\", \"height\", \"expected\", only"
                + " name;height;expected. Fields are separated by commas in files called .csv, and"
                + " by tabs in others.");
    assertThat(walk("a.csv", "name,height,Name,expected\n").examples()).isEmpty();
    assertThat(walk("a.csv", "name,height,expected,name\n").error())
        .isEqualTo(
            ", line 1: the header has \"name\" in columns 1 and 4. Each name may be there once.");
    assertThat(walk("a.csv", "Name,height,expected,NAME\n").error())
        .isEqualTo(
            ", line 1: the header has \"name\" in columns 1 and 4. Each name may be there once.");
  }

  @Test
  void columnsOfTheSameNameNeedTheirWholePath() throws IOException {
    RecordLayout<String> layout =
        columns -> {
          NumberColumn left = columns.nested("left").number("load");
          NumberColumn right = columns.nested("right").number("load");
          return cells -> left.toInt(cells) + "/" + right.toInt(cells);
        };
    Path file = Files.writeString(folder.resolve("a.csv"), "right.load,left.load\n1,2\n");
    assertThat(Walk.through(file, layout).examples()).containsExactly("2/1");
    Path brief = Files.writeString(folder.resolve("b.csv"), "load\n1\n");
    assertThat(Walk.through(brief, layout).error())
        .isEqualTo(", line 1: the header has no column \"left.load\", \"right.load\", only load.");
  }

  @Test
  void namesThatDifferInCaseOnlyMustBeExact() throws IOException {
    RecordLayout<String> layout =
        columns -> {
          NumberColumn lower = columns.number("load");
          NumberColumn upper = columns.number("LOAD");
          return cells -> lower.toInt(cells) + "/" + upper.toInt(cells);
        };
    Path file = Files.writeString(folder.resolve("a.csv"), "LOAD,load\n1,2\n");
    assertThat(Walk.through(file, layout).examples()).containsExactly("2/1");
    Path one = Files.writeString(folder.resolve("b.csv"), "Load\n1\n");
    assertThat(Walk.through(one, layout).error())
        .isEqualTo(
            ", line 1: \"Load\" is two columns of the example, which differ in case only. Write"
                + " both into the header as they are.");
  }

  @Test
  void aColumnThatIsDeclaredTwiceIsAMistakeOfTheProgram() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    ExampleSource<Integer> source =
        ExampleSource.of(
            file,
            columns -> {
              columns.number("a");
              return columns.number("a")::toInt;
            });
    assertThat(assertThrows(IllegalArgumentException.class, source::iterator))
        .hasMessageThat()
        .isEqualTo("column \"a\" is declared twice");
    ExampleSource<List<List<Integer>>> nested =
        ExampleSource.of(
            file,
            columns ->
                columns.list("a", each -> each.list("b", one -> one.number("")::toInt)::of)::of);
    assertThat(assertThrows(IllegalArgumentException.class, nested::iterator))
        .hasMessageThat()
        .isEqualTo("\"a.b\" is a sequence inside of the sequence \"a\"");
  }

  @Test
  void wrongNumbersOfFieldsAreCounted() throws IOException {
    assertThat(walk("a.csv", "name,height,expected\nBob,2,yes,1\n").error())
        .isEqualTo(
            ", line 2: found 4 fields, expected 3: name, height, expected. Separate the fields of"
                + " a line by commas, and put a field that contains one in quotes.");
    assertThat(walk("a.tsv", "name\theight\texpected\n\"a\nb\"\t2\tyes\nBob\n").error())
        .isEqualTo(
            ", line 4: found 1 field, expected 3: name, height, expected. Separate the fields of a"
                + " line by one tab each, and put a field that contains one in quotes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"c\" d,1,no\n", "\"c,1,no\nd,1,no\n", "x,\"1\n"})
  void wrongQuotesAreNamedByTheLineWhereTheRowStarts(String row) throws IOException {
    assertThat(walk("a.csv", "name,height,expected\n\"a\nb\",1,no\n" + row, BadRows.SKIP).error())
        .isEqualTo(
            ", line 4: a field starts with a quote but does not end with one before the next comma"
                + " or the end of the line. Put the whole field in quotes, and write each quote"
                + " inside it twice.");
  }

  @Test
  void aFieldThatIsTooLongNeedNotBeAQuoteThatNeverEnds() throws IOException {
    assertThat(
            walk("a.csv", "name,height,expected\n" + "x".repeat((1 << 24) + 1) + ",1,no\n").error())
        .isEqualTo(
            ", line 2: a field has more than 16 million characters. If it starts with a quote, it"
                + " may lack the one at its end.");
  }

  @Test
  void whatTheExampleRefusesIsNamedByLine() throws IOException {
    assertThat(walk("a.csv", "name,height,expected\nBob,2,yes\nAnn,-1,no\n").error())
        .isEqualTo(", line 3: height is below 0");
  }

  @Test
  void aFileWithoutExamplesIsRefused() throws IOException {
    for (String content : List.of("", "\ufeff\n", "name,height,expected\n\n")) {
      assertThat(walk("a.csv", content).error()).isEqualTo(" has no examples");
    }
  }

  @Test
  void wrongRowsAreSkippedAndCounted() throws IOException {
    String content = "name,height,expected\nAnn,x,no\nBob,2,yes\nCid\nDan,-1,no\n";
    Walk<Person> walk = walk("a.csv", content, BadRows.SKIP);
    assertThat(walk.error()).isNull();
    assertThat(walk.examples()).containsExactly(BOB);
    assertThat(walk.warnings())
        .containsExactly(
            ": 3 wrong examples were skipped. The first: , line 2, column 2 (height): found \"x\","
                + " expected a number.");
    assertThat(walk("a.csv", content, BadRows.STOP).error())
        .isEqualTo(", line 2, column 2 (height): found \"x\", expected a number.");
    assertThat(walk("a.csv", "name,height,expected\nBob,2,yes\nCid,,\n", BadRows.SKIP).warnings())
        .containsExactly(
            ": 1 wrong example was skipped. The first: , line 3, column 2 (height): found \"\","
                + " expected a number.");
  }

  @Test
  void anOptionIsGivenOnce() throws IOException {
    Path file = Files.writeString(folder.resolve("a.csv"), "a\n1\n");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    ExampleSource.of(file, TableTest::person, Grouping.by("a"), Grouping.by("b"))))
        .hasMessageThat()
        .isEqualTo("options have Grouping.by(a) and Grouping.by(b). Give one of them.");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> ExampleSource.of(file, TableTest::person, BadRows.SKIP, BadRows.SKIP)))
        .hasMessageThat()
        .isEqualTo("options have SKIP and SKIP. Give one of them.");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Test
  void bytesThatAreNoUtf8AreNamedByLine() throws IOException {
    String expected = ", line 3: byte 4 of the line (0xE9) is no UTF-8. Save the file as UTF-8.";
    byte[] names = latin1("name,height,expected\nBob,2,yes\nRen\u00e9,1,no\n");
    assertThat(walk("a.csv", names, BadRows.SKIP).error()).isEqualTo(expected);
    // far behind the first block, in characters of two bytes
    String many = "\u00fcber,2,yes\n".repeat(20_000);
    byte[] start = ("name,height,expected\n" + many).getBytes(StandardCharsets.UTF_8);
    byte[] far = Arrays.copyOf(start, start.length + 2);
    far[start.length] = (byte) 0xC3;
    far[start.length + 1] = 'x';
    Walk<Person> walk = walk("a.csv", far);
    assertThat(walk.error())
        .isEqualTo(", line 20002: byte 1 of the line (0xC3) is no UTF-8. Save the file as UTF-8.");
    // a character that the file ends in
    far = Arrays.copyOf(start, start.length + 1);
    far[start.length] = (byte) 0xC3;
    assertThat(walk("a.csv", far).error())
        .isEqualTo(", line 20002: byte 1 of the line (0xC3) is no UTF-8. Save the file as UTF-8.");
  }

  /** Its header seems wrong because the file was never meant to be read as it is. */
  @Test
  void theEncodingIsReportedBeforeAnythingElse() throws IOException {
    assertThat(walk("a.csv", latin1("name;height\nRen\u00e9;1\n")).error())
        .isEqualTo(", line 2: byte 4 of the line (0xE9) is no UTF-8. Save the file as UTF-8.");
    Charset utf16 = StandardCharsets.UTF_16;
    assertThat(walk("a.csv", "name,height,expected\n".getBytes(utf16)).error())
        .isEqualTo(" is UTF-16, expected text. Save the file as UTF-8.");
    assertThat(walk("a.csv", new byte[] {'P', 'K', 3, 4, 20, 0}).error())
        .isEqualTo(
            " is a ZIP archive, as workbooks of Excel are too, expected text. Unpack it first, or"
                + " save the sheet as CSV in UTF-8.");
  }

  @Test
  void aFileThatIsNotThereIsNamedAtOnce() {
    Path path = folder.resolve("none.csv");
    assertThat(
            assertThrows(
                ExampleFileException.class, () -> ExampleSource.of(path, TableTest::person)))
        .hasMessageThat()
        .isEqualTo("\"" + path + "\" does not exist (" + path + ")");
    assertThat(
            assertThrows(
                ExampleFileException.class, () -> ExampleSource.of(folder, TableTest::person)))
        .hasMessageThat()
        .isEqualTo("\"" + folder + "\" is a folder, expected a file (" + folder + ")");
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aDeviceIsRefusedAtOnce() {
    assertThat(
            assertThrows(
                ExampleFileException.class,
                () -> ExampleSource.of(Path.of("/dev/zero"), TableTest::person)))
        .hasMessageThat()
        .isEqualTo("\"/dev/zero\" is a pipe or a device, expected a file (/dev/zero)");
  }

  @Test
  void aSourceIsReadAnewAndMayBeLeftEarly() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("a.csv"), "name,height,expected\nBob,2,yes\nBob,2,yes\nBob,x,yes\n");
    ExampleSource<Person> source = ExampleSource.of(file, TableTest::person);
    for (int i = 0; i < 2; i++) {
      CloseableIterator<Person> people = source.iterator();
      assertThat(people.next()).isEqualTo(BOB);
      assertThat(people.hasNext()).isTrue();
      assertThat(people.hasNext()).isTrue();
      people.close();
      people.close();
      assertThat(people.hasNext()).isFalse();
      assertThrows(NoSuchElementException.class, people::next);
    }
    CloseableIterator<Person> people = source.iterator();
    people.next();
    people.next();
    assertThrows(ExampleFileException.class, people::hasNext);
    assertThat(people.hasNext()).isFalse();
    assertThat(source.toString()).isEqualTo(file.toString());
  }
}
