package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExampleFileTest {
  enum Mood {
    BAD,
    GOOD
  }

  record Review(String text, Mood mood) {}

  private static final Review BAD = new Review("a bore", Mood.BAD);
  private static final Review GOOD = new Review("a quiet triumph", Mood.GOOD);

  @TempDir private Path folder;

  private ExampleFile<Review> file(String name, String content) throws IOException {
    return ExampleFile.of(
        Files.writeString(folder.resolve(name), content, StandardCharsets.UTF_8),
        List.of("review", "expected"),
        row -> new Review(row.text("review"), row.constant("expected", Mood.values())));
  }

  private List<Review> read(String name, String content) throws IOException {
    return file(name, content).toList();
  }

  @Test
  void rowsWithoutHeaderAreReadByPosition() throws IOException {
    assertThat(read("a.tsv", "a bore\tBAD\na quiet triumph\tGOOD\n"))
        .containsExactly(BAD, GOOD)
        .inOrder();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void anyLineEndEndsALine(String end) throws IOException {
    assertThat(read("a.tsv", "a bore\tBAD" + end + end + "a quiet triumph\tGOOD"))
        .containsExactly(BAD, GOOD)
        .inOrder();
    assertThat(read("a.csv", "a bore,BAD" + end + end + "a quiet triumph,GOOD"))
        .containsExactly(BAD, GOOD)
        .inOrder();
  }

  @Test
  void aByteOrderMarkAndBlankLinesAreSkipped() throws IOException {
    assertThat(read("a.txt", "\ufeff \n\na bore\tBAD\n\t\na quiet triumph\tGOOD\n\n"))
        .containsExactly(BAD, GOOD)
        .inOrder();
    assertThat(read("a.csv", "\ufeffa bore,BAD\n  \na quiet triumph,GOOD\n"))
        .containsExactly(BAD, GOOD)
        .inOrder();
  }

  @Test
  void quotesMeanNothingBetweenTabs() throws IOException {
    assertThat(read("a.tsv", "\"so, \"so\tBAD\n"))
        .containsExactly(new Review("\"so, \"so", Mood.BAD));
  }

  @Test
  void quotesOfCommaSeparatedFilesHoldCommasQuotesAndLines() throws IOException {
    assertThat(read("A.CSV", "\"so, \"\"so\"\"\r\nla la\",BAD\r\na bore,\"BAD\"\r\n"))
        .containsExactly(new Review("so, \"so\"\nla la", Mood.BAD), BAD)
        .inOrder();
  }

  @Test
  void aHeaderThatNamesAllColumnsFindsThemInAnyOrder() throws IOException {
    assertThat(read("a.tsv", "id\tExpected\t review\n7\tBAD\ta bore\n")).containsExactly(BAD);
    assertThat(read("a.csv", "expected,\"review\"\nBAD,a bore\n")).containsExactly(BAD);
  }

  @ParameterizedTest
  @ValueSource(strings = {"expected", "label", "Class", "TARGET"})
  void aHeaderWithAUsualLastNameIsSkipped(String name) throws IOException {
    assertThat(read("a.tsv", "sentence\t" + name + "\na bore\tBAD\n")).containsExactly(BAD);
  }

  private List<String> pairs(String content) throws IOException {
    Path path = Files.writeString(folder.resolve("pairs.tsv"), content);
    return ExampleFile.of(
            path,
            List.of("sentence", "expected"),
            row -> row.text("sentence") + "/" + row.text("expected"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "source\ttarget",
        "Source\tTarget ",
        "src\ttgt",
        "input\toutput",
        "text\ttranslation",
        "sentence\ttarget",
        "source\tEXPECTED",
        "en\tfr",
        "English\tFrench"
      })
  void aUsualHeaderOfPairsIsNoPair(String header) throws IOException {
    assertThat(pairs(header + "\na dog\tun chien\n")).containsExactly("a dog/un chien");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"class\tclasse", "is\tes", "target\tcible", "text\ttext", "English\tAnglais"})
  void theFirstWordsOfADictionaryAreAPair(String first) throws IOException {
    assertThat(pairs(first + "\na dog\tun chien\n")).hasSize(2);
  }

  @Test
  void constantsMayBeCalledAsHeadersAre() throws IOException {
    enum Word {
      TEXT,
      TARGET
    }
    Path path = Files.writeString(folder.resolve("a.tsv"), "text\ttarget\nother\ttext\n");
    assertThat(
            ExampleFile.of(path, List.of("a", "b"), row -> row.constant("b", Word.values()))
                .toList())
        .containsExactly(Word.TARGET, Word.TEXT)
        .inOrder();
  }

  @Test
  void constantsAreReadByNameIgnoringCaseOrAllByNumber() throws IOException {
    assertThat(read("a.tsv", "a bore\tbad\na bore\t BAD \na quiet triumph\tGOOD\n"))
        .containsExactly(BAD, BAD, GOOD)
        .inOrder();
    assertThat(read("a.tsv", "a bore\t0\na quiet triumph\t 1 \n"))
        .containsExactly(BAD, GOOD)
        .inOrder();
    assertThat(read("a.tsv", "a\tlabel\na bore\t0\n")).containsExactly(BAD);
  }

  @Test
  void compressedFilesAreRead() throws IOException {
    for (String name : List.of("a.tsv.gz", "a.csv.gz", "misnamed.tsv")) {
      String separator = name.contains(".csv") ? "," : "\t";
      String content = "\ufeffa bore" + separator + "BAD\n";
      Path path = Files.write(folder.resolve(name), ExampleFileErrorsTest.gzip(content));
      assertThat(
              ExampleFile.of(
                      path,
                      List.of("review", "expected"),
                      row ->
                          new Review(row.text("review"), row.constant("expected", Mood.values())))
                  .toList())
          .containsExactly(BAD);
    }
  }

  @Test
  void whatIsReadOtherwiseThanAUserMayThinkIsToldOnce() throws IOException {
    List<String> told = new ArrayList<>();
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\t1\nb\t0\n");
    new ExampleIterator<>(
            path, List.of("a", "b"), row -> row.constant("b", Mood.values()), told::add)
        .forEachRemaining(mood -> {});
    Path pairs = Files.writeString(folder.resolve("b.tsv"), "source\ttarget\na\tb\n");
    new ExampleIterator<>(pairs, List.of("a", "b"), row -> row.text("a"), told::add)
        .forEachRemaining(text -> {});
    assertThat(told)
        .containsExactly(
            "\""
                + path
                + "\", line 1, column 2 (b): numbers are read as constants, in their"
                + " order: 0 = BAD, 1 = GOOD",
            "\"" + pairs + "\", line 1: taken for a header (source, target), it is no example")
        .inOrder();
  }

  @Test
  void constantsThatDifferInCaseAreReadExactly() throws IOException {
    enum Letter {
      A,
      a
    }
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\nA\n");
    assertThat(
            ExampleFile.of(path, List.of("c"), row -> row.constant("c", Letter.values())).toList())
        .containsExactly(Letter.a, Letter.A)
        .inOrder();
  }

  @Test
  void booleansAreReadInManySpellings() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), "true\nYES\n1\nFalse\nno\n 0 \n");
    assertThat(ExampleFile.of(path, List.of("b"), row -> row.bool("b")).toList())
        .containsExactly(true, true, true, false, false, false)
        .inOrder();
  }

  @Test
  void tokensAreSplitAtBlanks() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), " New  York \u00a0!\tx\n\tx\n");
    assertThat(ExampleFile.of(path, List.of("t", "x"), row -> row.tokens("t")).toList())
        .containsExactly(List.of("New", "York", "!"), List.of())
        .inOrder();
  }

  @Test
  void anEmptyTextIsAText() throws IOException {
    assertThat(read("a.tsv", "\tBAD\n")).containsExactly(new Review("", Mood.BAD));
  }

  @Test
  void textOfAllScriptsIsReadAsItIs() throws IOException {
    String text = "\ud83d\udc68\u200d\ud83d\udc69 \u05e9\u05dc\u05d5\u05dd \u0000 e\u0301 \u2028x";
    assertThat(read("a.tsv", text + "\tBAD\n")).containsExactly(new Review(text, Mood.BAD));
    assertThat(read("a.csv", text + ",BAD\n")).containsExactly(new Review(text, Mood.BAD));
  }

  @Test
  void linesMayBeLongerThanAnyBuffer() throws IOException {
    String text = "\u00e4".repeat(200_001);
    assertThat(read("a.tsv", "a bore\tBAD\r\n" + text + "\tBAD\r\na bore\tBAD"))
        .containsExactly(BAD, new Review(text, Mood.BAD), BAD)
        .inOrder();
    assertThat(read("a.csv", text + ",BAD\r\n")).containsExactly(new Review(text, Mood.BAD));
  }

  @Test
  void windowsLineEndsAtTheEdgeOfABufferAreOneEnd() throws IOException {
    for (int length = (1 << 16) - 8; length < (1 << 16) + 2; length++) {
      String text = "x".repeat(length);
      assertThat(read("a.tsv", text + "\tBAD\r\na bore\tBAD\r\n"))
          .containsExactly(new Review(text, Mood.BAD), BAD)
          .inOrder();
    }
  }

  @Test
  void eachIterationReadsTheFileAnew() throws IOException {
    ExampleFile<Review> file = file("a.tsv", "a bore\tBAD\n");
    assertThat(file).containsExactly(BAD);
    Files.writeString(folder.resolve("a.tsv"), "a quiet triumph\tGOOD\n");
    assertThat(file).containsExactly(GOOD);
    assertThat(file.toString()).isEqualTo(folder.resolve("a.tsv").toString());
  }

  @Test
  void anIteratorThatEndedHasNothingMore() throws IOException {
    Iterator<Review> iterator = file("a.tsv", "a bore\tBAD\n").iterator();
    assertThat(iterator.next()).isEqualTo(BAD);
    assertThat(iterator.hasNext()).isFalse();
    assertThrows(NoSuchElementException.class, iterator::next);
  }

  @Test
  void anIteratorThatWasClosedHasNothingMore() throws IOException {
    CloseableIterator<Review> iterator = file("a.tsv", "a bore\tBAD\n".repeat(9)).iterator();
    assertThat(iterator.hasNext()).isTrue();
    iterator.close();
    iterator.close();
    assertThat(iterator.hasNext()).isFalse();
    assertThrows(NoSuchElementException.class, iterator::next);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void theFileIsClosedAtTheEndAtAnErrorAndByClose() throws IOException {
    for (String name : List.of("a.tsv", "a.csv")) {
      String separator = name.endsWith("csv") ? "," : "\t";
      ExampleFile<Review> good = file(name, ("a bore" + separator + "BAD\n").repeat(9));
      CloseableIterator<Review> stopped = good.iterator();
      stopped.next();
      assertThat(isOpen(name)).isTrue();
      stopped.close();
      assertThat(isOpen(name)).isFalse();
      assertThat(good.toList()).hasSize(9);
      assertThat(isOpen(name)).isFalse();
      ExampleFile<Review> bad = file(name, "a bore" + separator + "BAD\nnonsense\n");
      assertThrows(ExampleFileException.class, bad::toList);
      assertThat(isOpen(name)).isFalse();
    }
  }

  private boolean isOpen(String name) throws IOException {
    Path path = folder.resolve(name).toRealPath();
    try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
      return descriptors.anyMatch(descriptor -> path.equals(target(descriptor)));
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return link; // the descriptor of the listing itself is gone by now
    }
  }
}
