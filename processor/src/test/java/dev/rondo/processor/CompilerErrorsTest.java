package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the index of errors says of the compiler's own errors is true, and its sources work. */
class CompilerErrorsTest {
  private static final Path INDEX = Path.of("..", "docs", "errors.md");
  private static final Pattern SOURCE = Pattern.compile("(?s)```java\n(package .*?)```");
  private static final Pattern PACKAGE = Pattern.compile("package (.*);");
  private static final Pattern MEMBER = Pattern.compile("`(@[A-Z]\\w*\\(.*?\\))`");
  private static final String MODEL =
      "package demo; import dev.rondo.*; import dev.rondo.layer.*; @SequenceModel %s"
          + " interface Model { boolean judge(String text); }";

  @TestFactory
  Stream<DynamicTest> wholeSourcesInTheIndexCompile() throws IOException {
    Matcher source = SOURCE.matcher(Files.readString(INDEX));
    List<String> sources = new ArrayList<>();
    while (source.find()) {
      sources.add(source.group(1));
    }
    assertThat(sources).hasSize(3);
    return sources.stream()
        .map(
            text -> {
              Matcher name = PACKAGE.matcher(text);
              assertThat(name.find()).isTrue();
              return dynamicTest(name.group(1), () -> compiles(name.group(1), text));
            });
  }

  private static void compiles(String packageName, String text) {
    Compilation compilation =
        Sources.compile(JavaFileObjects.forSourceString(packageName + ".Reviews", text));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile(packageName + ".ReviewsPredictor");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Embedding(size = 4) @Dropout(0.2) @GRU(units = 4) @Dropout(0.5) @Dense"
            + " | Dropout is not a repeatable annotation",
        "@Embedding(size = 4) @LSTM(units = 4) @LSTM(units = 4) @Dense"
            + " | LSTM is not a repeatable annotation",
        "@Embedding(size = 4) @LSTM(units = 4) @Pool @Dense"
            + " | is missing a default value for the element 'value'",
      })
  void theCompilerSaysItInTheWordsOfTheIndexAndRondoIsSilent(String layers, String words)
      throws IOException {
    Compilation compilation =
        Sources.compile(JavaFileObjects.forSourceString("demo.Model", MODEL.formatted(layers)));

    assertThat(compilation).hadErrorContaining(words);
    for (var error : compilation.errors()) {
      assertThat(error.getMessage(null)).doesNotContain("[RONDO-");
    }
    assertThat(Files.readString(INDEX))
        .contains(words.replaceFirst("^LSTM|^Dropout|^is ", "").strip());
  }

  /** Each annotation of the table stands elsewhere here. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "interface Model { @dev.rondo.SequenceModel boolean judge(String text); }",
        "interface Model { @dev.rondo.Training boolean judge(String text); }",
        "@dev.rondo.task.LanguageModel interface Model { String write(String text); }",
        "interface Model { String write(@dev.rondo.task.EncoderDecoder String text); }",
        "@dev.rondo.task.Loss interface Model { float judge(String text); }",
        "interface Model { boolean judge(@dev.rondo.Shared String text); }",
      })
  void theCompilerSaysWhatStandsInTheWrongPlace(String model) throws IOException {
    Compilation compilation =
        Sources.compile(JavaFileObjects.forSourceString("demo.Model", "package demo; " + model));

    assertThat(compilation).hadErrorContaining("not applicable to this kind of declaration");
    assertThat(Files.readString(INDEX)).contains("not applicable to this kind of declaration");
    assertThat(compilation.errors()).hasSize(1);
  }

  /** What is missing because its name was guessed is named in Rondo's own words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "@Embedding(dim = 4) @LSTM(units = 4) @Dense | method dim() | such as @Embedding(size ="
            + " 64)",
        "@Embedding(size = 4) @LSTM(4) @Dense | method value() | such as @LSTM(units = 128)",
      })
  void aGuessedMemberIsFollowedByTheRightOne(String layers, String words, String right)
      throws IOException {
    Compilation compilation =
        Sources.compile(JavaFileObjects.forSourceString("demo.Model", MODEL.formatted(layers)));

    assertThat(compilation.errors()).hasSize(2);
    assertThat(compilation).hadErrorContaining(words);
    assertThat(compilation).hadErrorContaining(right);
    assertThat(Files.readString(INDEX)).contains(words);
  }

  /** The left column of the table does not compile, the right one does. */
  @TestFactory
  Stream<DynamicTest> membersThatAreOftenGuessedAreAsTheIndexSays() throws IOException {
    return Files.readAllLines(INDEX).stream()
        .filter(line -> line.startsWith("| `@"))
        .flatMap(
            line -> {
              List<String> cells = List.of(line.split(" \\| ", -1));
              return Stream.concat(
                  members(cells.get(0)).map(member -> guessed(member, false)),
                  members(cells.get(1)).map(member -> guessed(member, true)));
            });
  }

  private static Stream<String> members(String cell) {
    return MEMBER.matcher(cell).results().map(found -> found.group(1));
  }

  private static DynamicTest guessed(String member, boolean right) {
    return dynamicTest(
        member,
        () -> {
          JavaFileObject source =
              JavaFileObjects.forSourceString(
                  "demo.Part",
                  "package demo; import dev.rondo.layer.*; " + member + " @interface Part {}");
          if (right) {
            assertThat(Sources.compile(source)).succeeded();
          } else {
            assertThat(Sources.compile(source)).hadErrorContaining("cannot find symbol");
          }
        });
  }
}
