package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;

/** What the processor says of languages that words cannot be written in. */
class WrittenWordsTest {
  private static Compilation translator(String read, String written) {
    return Sources.compile(
        JavaFileObjects.forSourceString(
            "demo.Translator",
            """
            package demo;

            import dev.rondo.data.*;
            import dev.rondo.layer.*;

            @dev.rondo.SequenceModel
            @Embedding(size = 8)
            @GRU(units = 4)
            interface Translator {
              @dev.rondo.task.EncoderDecoder
              @Embedding(size = 8)
              @GRU(units = 4)
              @Dense
              @Text(%s)
              String translate(@Text(%s) String text);
            }
            """
                .formatted(written, read)));
  }

  private static List<String> notes(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.NOTE)
        .map(message -> message.getMessage(Locale.ROOT))
        .filter(message -> message.contains("RONDO-603"))
        .toList();
  }

  @Test
  void wordsOfLanguagesWithOtherSpacesAreNotedWhereTheyAreWritten() {
    Compilation compilation = translator("language = \"en\"", "language = \"zh-Hant\"");

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(notes(compilation))
        .containsExactly(
            "[RONDO-603] @Text on \"translate\" has language = \"zh-Hant\", whose spaces do not"
                + " follow from its words: texts that are written come back with other spaces."
                + " Write tokens = SUBWORDS, which keep them.");
  }

  @Test
  void readingThemIsAllRight() {
    assertThat(notes(translator("language = \"th\"", "language = \"fr\""))).isEmpty();
  }

  @Test
  void subwordsKeepTheSpaces() {
    assertThat(
            notes(translator("language = \"en\"", "tokens = Tokens.SUBWORDS, language = \"ja\"")))
        .isEmpty();
  }
}
