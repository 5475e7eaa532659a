package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.google.testing.compile.Compilation;
import dev.rondo.processor.diag.Code;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MistakesTest {
  /**
   * Error Prone asks for this option; it makes javac look into methods although there are errors,
   * so that a class that a model should have in spite of its mistake is missed where it is used.
   */
  private static final List<String> LOOKING_INTO_METHODS = List.of("--should-stop=ifError=FLOW");

  /**
   * A mistake of ours: FailureTest brings it about. What depends on options: OptionsTest. What is a
   * note: WrittenWordsTest. What depends on dependencies and the level of the source:
   * SurroundingsTest.
   */
  private static final Set<Code> WITHOUT_SOURCE =
      Set.of(
          Code.INTERNAL,
          Code.SLOW_PATH,
          Code.OPTION_UNKNOWN,
          Code.WORDS_WRITTEN,
          Code.RUNTIME_MISSING,
          Code.SOURCE_LEVEL);

  @TestFactory
  Stream<DynamicTest> everyMistakeIsReportedWhereItIsAndNothingElse() {
    return Sources.in("bad").stream()
        .map(
            source ->
                dynamicTest(
                    source.getFileName().toString(),
                    () -> {
                      assertThat(Expectations.in(source)).isNotEmpty();
                      assertThat(
                              errors(
                                  Sources.compile(
                                      LOOKING_INTO_METHODS, Sources.fileObject(source))))
                          .containsExactlyElementsIn(Expectations.in(source));
                    }));
  }

  @Test
  void everyCodeHasABadSource() {
    List<String> expected = Sources.in("bad").stream().flatMap(MistakesTest::expected).toList();
    for (Code code : Code.values()) {
      if (!WITHOUT_SOURCE.contains(code)) {
        assertWithMessage("bad source for %s", code)
            .that(expected.stream().anyMatch(error -> error.contains("[" + code.text() + "]")))
            .isTrue();
      }
    }
  }

  @Test
  void noTwoCodesAreTheSame() {
    assertThat(Arrays.stream(Code.values()).map(Code::text).toList()).containsNoDuplicates();
  }

  private static Stream<String> expected(Path source) {
    return Expectations.in(source).stream();
  }

  private static List<String> errors(Compilation compilation) {
    return compilation.errors().stream()
        .map(
            error ->
                error.getLineNumber()
                    + ":"
                    + error.getColumnNumber()
                    + " "
                    + error.getMessage(Locale.ROOT))
        .toList();
  }
}
