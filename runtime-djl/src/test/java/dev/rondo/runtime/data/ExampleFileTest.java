package dev.rondo.runtime.data;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
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

  @Test
  void aFirstRowThatCanBeReadIsNoHeader() throws IOException {
    Path path = Files.writeString(folder.resolve("a.tsv"), "text\tlabel\nother\tclass\n");
    assertThat(
            ExampleFile.of(path, List.of("a", "b"), row -> row.text("a") + "/" + row.text("b"))
                .toList())
        .containsExactly("text/label", "other/class")
        .inOrder();
  }

  @Test
  void constantsAreReadByNameIgnoringCaseOrByNumber() throws IOException {
    assertThat(read("a.tsv", "a bore\tbad\na bore\t0\na bore\t BAD \na quiet triumph\t1\n"))
        .containsExactly(BAD, BAD, BAD, GOOD)
        .inOrder();
  }

  @Test
  void constantsThatDifferInCaseAreReadExactly() throws IOException {
    enum Letter {
      A,
      a
    }
    Path path = Files.writeString(folder.resolve("a.tsv"), "a\nA\n1\n");
    assertThat(
            ExampleFile.of(path, List.of("c"), row -> row.constant("c", Letter.values())).toList())
        .containsExactly(Letter.a, Letter.A, Letter.a)
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
