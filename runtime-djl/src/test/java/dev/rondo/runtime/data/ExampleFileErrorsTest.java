package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.data.Messages.messageOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class ExampleFileErrorsTest {
  enum Mood {
    NEGATIVE,
    POSITIVE
  }

  private static final List<String> COLUMNS = List.of("review", "expected");

  @TempDir private Path folder;

  private static Mood mood(FileRow row) {
    return row.constant("expected", Mood.values());
  }

  /** Returns the message without the quoted path that it starts with. */
  private String messageOfReading(String name, byte[] content, RowReader<?> reader)
      throws IOException {
    Path path = Files.write(folder.resolve(name), content);
    ExampleFile<?> file = ExampleFile.of(path, COLUMNS, reader);
    String message = messageOf(ExampleFileException.class, file::toList);
    assertThat(message).startsWith("\"" + path + "\"");
    return message.substring(path.toString().length() + 2);
  }

  private String messageOfReading(String name, String content) throws IOException {
    return messageOfReading(
        name, content.getBytes(StandardCharsets.UTF_8), ExampleFileErrorsTest::mood);
  }

  @Test
  void aMissingFileIsNamedWithItsAbsolutePathAtOnce() {
    Path path = Path.of("no such folder", "reviews.tsv");
    ExampleFileException error =
        assertThrows(
            ExampleFileException.class,
            () -> ExampleFile.of(path, COLUMNS, ExampleFileErrorsTest::mood));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("\"" + path + "\" does not exist (" + path.toAbsolutePath() + ")");
  }

  @Test
  void aFileThatWasDeletedLaterIsMissing() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\tPOSITIVE\n");
    ExampleFile<Mood> file = ExampleFile.of(path, COLUMNS, ExampleFileErrorsTest::mood);
    Files.delete(path);
    assertThat(messageOf(ExampleFileException.class, file::iterator))
        .isEqualTo("\"" + path + "\" does not exist (" + path.toAbsolutePath() + ")");
  }

  @Test
  void aFolderIsNoFile() {
    assertThat(
            messageOf(
                ExampleFileException.class,
                () -> ExampleFile.of(folder, COLUMNS, ExampleFileErrorsTest::mood)))
        .isEqualTo(
            "\"" + folder + "\" is a folder, expected a file (" + folder.toAbsolutePath() + ")");
  }

  @Test
  void aFileWithoutExamplesIsRefused() throws IOException {
    assertThat(messageOfReading("a.tsv", "")).isEqualTo(" has no examples");
    assertThat(messageOfReading("a.tsv", "\ufeff\n\n")).isEqualTo(" has no examples");
    assertThat(messageOfReading("a.tsv", "review\texpected\n")).isEqualTo(" has no examples");
    assertThat(messageOfReading("a.csv", "text,label\n")).isEqualTo(" has no examples");
  }

  @Test
  void aWrongConstantIsNamedWithWhatIsAllowed() throws IOException {
    assertThat(messageOfReading("a.tsv", "a\tPOSITIVE\n\nb\tPOSTIVE\n"))
        .isEqualTo(
            ", line 3, column 2 (expected): found \"POSTIVE\", expected NEGATIVE, POSITIVE, or the"
                + " number of one, 0 to 1. Did you mean \"POSITIVE\"?");
    assertThat(messageOfReading("a.tsv", "a\tPOSITIVE\nb\t2\n"))
        .isEqualTo(
            ", line 2, column 2 (expected): found \"2\", expected NEGATIVE, POSITIVE, or the number"
                + " of one, 0 to 1.");
  }

  @Test
  void theColumnIsTheOneOfTheFile() throws IOException {
    assertThat(messageOfReading("a.csv", "id,expected,review\n1,,\"x\ny\"\n"))
        .isEqualTo(
            ", line 2, column 2 (expected): found \"\", expected NEGATIVE, POSITIVE, or the number"
                + " of one, 0 to 1.");
  }

  @Test
  void aWrongFirstLineMayBeAHeader() throws IOException {
    assertThat(messageOfReading("a.tsv", "text\tmood\na\tPOSITIVE\n"))
        .isEqualTo(
            ", line 1, column 2 (expected): found \"mood\", expected NEGATIVE, POSITIVE, or the"
                + " number of one, 0 to 1. (If this line is a header, it must name review,"
                + " expected.)");
  }

  @Test
  void aLongFieldIsCut() throws IOException {
    assertThat(messageOfReading("a.tsv", "a\t1\na\t" + "\ud83d\ude00".repeat(1000) + "\n"))
        .isEqualTo(
            ", line 2, column 2 (expected): found \""
                + "\ud83d\ude00".repeat(60)
                + "...\", expected NEGATIVE, POSITIVE, or the number of one, 0 to 1.");
  }

  @Test
  void aWrongBooleanIsNamedWithWhatIsAllowed() throws IOException {
    assertThat(
            messageOfReading(
                "a.tsv",
                "a\tyes\nb\tture\n".getBytes(StandardCharsets.UTF_8),
                row -> row.bool("expected")))
        .isEqualTo(
            ", line 2, column 2 (expected): found \"ture\", expected true or false, yes or no, 1 or"
                + " 0. Did you mean \"true\"?");
  }

  @Test
  void tooFewAndTooManyFieldsAreCounted() throws IOException {
    assertThat(messageOfReading("a.tsv", "a\t1\njust, text\n"))
        .isEqualTo(
            ", line 2: found 1 field, expected 2: review, expected. Separate the fields of a line"
                + " by one tab each.");
    assertThat(messageOfReading("a.json", "{\"review\": \"a\"}\n"))
        .contains(
            "expected 2: review, expected. This looks like JSON, which examples of texts are not"
                + " read from. Separate the fields");
    assertThat(messageOfReading("a.csv", "a,1\nb, c,1\n"))
        .isEqualTo(
            ", line 2: found 3 fields, expected 2: review, expected. Separate the fields of a line"
                + " by commas, and put a field that contains one in quotes.");
    assertThat(messageOfReading("a.tsv", "id\texpected\treview\na\t1\n"))
        .isEqualTo(
            ", line 2: found 2 fields, expected 3: id, expected, review. Separate the fields of a"
                + " line by one tab each.");
  }

  @Test
  void aHeaderThatNamesAColumnTwiceIsRefused() throws IOException {
    assertThat(messageOfReading("a.tsv", "review\texpected\treview\na\t1\tb\n"))
        .isEqualTo(
            ", line 1: the header has \"review\" in columns 1 and 3. Each name may be there once.");
  }

  @Test
  void bytesThatAreNoUtf8AreNamedByLine() throws IOException {
    byte[] latin1 = "a\t1\r\ncaf\u00e9\t1\r\n".getBytes(StandardCharsets.ISO_8859_1);
    String expected = ", line 2: byte 4 of the line (0xE9) is no UTF-8. Save the file as UTF-8.";
    assertThat(messageOfReading("a.tsv", latin1, ExampleFileErrorsTest::mood)).isEqualTo(expected);
    byte[] csv = "a,1\r\ncaf\u00e9,1\r\n".getBytes(StandardCharsets.ISO_8859_1);
    assertThat(messageOfReading("a.csv", csv, ExampleFileErrorsTest::mood)).isEqualTo(expected);
    byte[] cut = {'a', (byte) 0xE2, (byte) 0x82};
    assertThat(messageOfReading("a.tsv", cut, ExampleFileErrorsTest::mood))
        .isEqualTo(", line 1: byte 2 of the line (0xE2) is no UTF-8. Save the file as UTF-8.");
    byte[] utf16 = "a\t1\n".getBytes(StandardCharsets.UTF_16);
    assertThat(messageOfReading("a.tsv", utf16, ExampleFileErrorsTest::mood))
        .isEqualTo(" is UTF-16, expected text. Save the file as UTF-8.");
  }

  /** Its lines seem wrong because the file was never meant to be read as it is. */
  @Test
  void theEncodingIsReportedBeforeAnythingElse() throws IOException {
    byte[] latin1 = "a;1\nb;1\n\ncaf\u00e9;1\n\u00e9;0\n".getBytes(StandardCharsets.ISO_8859_1);
    for (String name : List.of("a.tsv", "a.csv")) {
      assertThat(messageOfReading(name, latin1, ExampleFileErrorsTest::mood))
          .isEqualTo(", line 4: byte 4 of the line (0xE9) is no UTF-8. Save the file as UTF-8.");
    }
  }

  @Test
  void whatIsNoTextIsNamed() throws IOException {
    byte[] workbook = {'P', 'K', 3, 4, 20, 0};
    assertThat(messageOfReading("a.csv", workbook, ExampleFileErrorsTest::mood))
        .isEqualTo(
            " is a ZIP archive, as workbooks of Excel are too, expected text. Unpack it first, or"
                + " save the sheet as CSV in UTF-8.");
    byte[] zstd = {0x28, (byte) 0xB5, 0x2F, (byte) 0xFD, 1};
    assertThat(messageOfReading("a.tsv.zst", zstd, ExampleFileErrorsTest::mood))
        .isEqualTo(" is compressed with zstd, expected text. Unpack it first.");
    byte[] cut = Arrays.copyOf(gzip("a\tPOSITIVE\n".repeat(1000)), 30);
    assertThat(messageOfReading("a.tsv.gz", cut, ExampleFileErrorsTest::mood))
        .startsWith(" cannot be read: java.io.EOFException");
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write(text.getBytes(StandardCharsets.UTF_8));
    }
    return bytes.toByteArray();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aPipeAndADeviceAreRefusedAtOnce() throws Exception {
    Path pipe = folder.resolve("pipe.tsv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isEqualTo(0);
    for (Path path : List.of(pipe, Path.of("/dev/zero"))) {
      assertThat(
              messageOf(
                  ExampleFileException.class,
                  () -> ExampleFile.of(path, COLUMNS, ExampleFileErrorsTest::mood)))
          .isEqualTo("\"" + path + "\" is a pipe or a device, expected a file (" + path + ")");
    }
  }

  @Test
  void aColumnHasNamesOrNumbers() throws IOException {
    assertThat(messageOfReading("a.tsv", "a\tPOSITIVE\nb\tNEGATIVE\nc\t1\n"))
        .isEqualTo(
            ", line 3, column 2 (expected): found \"1\", expected NEGATIVE, POSITIVE, by name as in"
                + " line 1: a column has names or numbers, not both.");
    assertThat(messageOfReading("a.tsv", "a\t1\nb\tNEGATIVE\n"))
        .isEqualTo(
            ", line 2, column 2 (expected): found \"NEGATIVE\", expected a number as in line 1: a"
                + " column has names or numbers, not both.");
  }

  @Test
  void wrongQuotesAreNamedByTheLineWhereTheRowStarts() throws IOException {
    String expected =
        ", line 3: a field starts with a quote but does not end with one before the next comma or"
            + " the end of the line. Put the whole field in quotes, and write each quote inside it"
            + " twice.";
    assertThat(messageOfReading("a.csv", "\"a\nb\",1\n\"c\" d,1\n")).isEqualTo(expected);
    assertThat(messageOfReading("a.csv", "\"a\nb\",1\n\"c,1\nd,1\n")).isEqualTo(expected);
  }

  @Test
  void whatTheExampleItselfRefusesIsNamedByLine() throws IOException {
    assertThat(
            messageOfReading(
                "a.tsv",
                "a\t1\nb\t1\n".getBytes(StandardCharsets.UTF_8),
                row -> {
                  if (row.text("review").equals("b")) {
                    throw new IllegalArgumentException("b is too short");
                  }
                  return row;
                }))
        .isEqualTo(", line 2: b is too short");
  }

  @Test
  void aColumnThatWasNotDeclaredIsNamed() throws IOException {
    assertThat(
            messageOfReading(
                "a.tsv", "a\t1\n".getBytes(StandardCharsets.UTF_8), row -> row.text("mood")))
        .isEqualTo(
            ", line 1: there is no column \"mood\", only review, expected (If this line is a"
                + " header, it must name review, expected.)");
  }

  @Test
  void theExamplesBeforeAnErrorAreGiven() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\t1\nb\t0\nc\t7\n");
    List<Mood> read = new ArrayList<>();
    assertThrows(
        ExampleFileException.class,
        () -> ExampleFile.of(path, COLUMNS, ExampleFileErrorsTest::mood).forEach(read::add));
    assertThat(read).containsExactly(Mood.POSITIVE, Mood.NEGATIVE).inOrder();
  }

  @Test
  void columnsMustBeDifferentNames() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\t1\n");
    assertThat(
            messageOf(
                IllegalArgumentException.class,
                () -> ExampleFile.of(path, List.of("a", "a"), row -> row)))
        .isEqualTo("columns must be different names, found [a, a]");
  }
}
