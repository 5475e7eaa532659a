package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** What the processor says of layers that go step by step, which the user can make matter more. */
class OptionsTest {
  private static final JavaFileObject SLOW =
      JavaFileObjects.forSourceString(
          "demo.Slow",
          """
          package demo;

          import dev.rondo.SequenceModel;
          import dev.rondo.layer.*;

          @SequenceModel
          @Embedding(size = 8)
          @LSTM(units = 4, peephole = true)
          @GRU(units = 4, recurrentDropout = 0.2)
          @Fast
          @Recurrent(units = 4, feedback = Feedback.OUTPUT)
          @Dense
          interface Slow {
            boolean predict(String text);
          }

          @Recurrent(units = 4, recurrentDropout = 0) @interface Fast {}
          """);

  private static final List<String> MESSAGES =
      List.of(
          "8:29 [RONDO-601] @LSTM on \"Slow\" goes step by step in training and prediction, which"
              + " takes several times as long: no fused kernel has gates that see the cell. Remove"
              + " peephole where speed matters more.",
          "9:36 [RONDO-601] @GRU on \"Slow\" goes step by step in training, which takes several"
              + " times as long: no fused kernel drops what is fed back; prediction drops nothing"
              + " and has one. Remove recurrentDropout where speed matters more.",
          "11:42 [RONDO-601] @Recurrent on \"Slow\" goes step by step in training and prediction,"
              + " which takes several times as long: no fused kernel feeds back what another layer"
              + " gives. Remove feedback where speed matters more.");

  @Test
  void stepByStepIsANoteAtTheValueThatCausesIt() {
    Compilation compilation = Sources.compile(SLOW);

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(messages(compilation, Diagnostic.Kind.NOTE))
        .containsExactlyElementsIn(MESSAGES)
        .inOrder();
  }

  @Test
  void inputFeedingIsStepByStepInTraining() {
    Compilation compilation =
        Sources.compile(
            JavaFileObjects.forSourceString(
                "demo.Fed",
                """
                package demo;

                import dev.rondo.layer.*;

                @dev.rondo.SequenceModel
                @Embedding(size = 8)
                @GRU(units = 4)
                interface Fed {
                  @dev.rondo.task.EncoderDecoder
                  @Embedding(size = 8)
                  @GRU(units = 4)
                  @Attention(score = AttentionScore.DOT, inputFeeding = true)
                  @Dense
                  String translate(String text);
                }
                """));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(messages(compilation, Diagnostic.Kind.NOTE))
        .containsExactly(
            "12:57 [RONDO-601] @Attention on \"translate\" goes step by step in training, which"
                + " takes several times as long: each step waits for what the attention gave at the"
                + " step before. Remove inputFeeding where speed matters more.");
  }

  @Test
  void aNoteCanBeAskedForExplicitly() {
    assertThat(messages(compile("note"), Diagnostic.Kind.NOTE)).hasSize(3);
  }

  @Test
  void stepByStepCanBeAWarning() {
    Compilation compilation = compile("warn");

    assertThat(compilation).succeeded();
    assertThat(messages(compilation, Diagnostic.Kind.WARNING))
        .containsExactlyElementsIn(MESSAGES)
        .inOrder();
  }

  @Test
  void stepByStepCanBeAnError() {
    Compilation compilation = compile("error");

    assertThat(compilation).failed();
    assertThat(messages(compilation, Diagnostic.Kind.ERROR))
        .containsExactlyElementsIn(MESSAGES)
        .inOrder();
  }

  @Test
  void anotherValueIsAnError() {
    Compilation compilation = compile("warning");

    assertThat(compilation).failed();
    assertThat(compilation)
        .hadErrorContaining(
            "[RONDO-602] The compiler option -Arondo.slowpath is \"warning\", but must be note,"
                + " warn or error.");
  }

  @Test
  void aMisspeltValueIsRecognized() {
    assertThat(compile("eror")).hadErrorContaining("Did you mean \"error\"?");
  }

  private static Compilation compile(String slowPath) {
    return Sources.compile(List.of("-Arondo.slowpath=" + slowPath), SLOW);
  }

  private static List<String> messages(Compilation compilation, Diagnostic.Kind kind) {
    return compilation.diagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == kind)
        .map(
            diagnostic ->
                diagnostic.getLineNumber()
                    + ":"
                    + diagnostic.getColumnNumber()
                    + " "
                    + diagnostic.getMessage(Locale.ROOT))
        .filter(message -> message.contains("[RONDO"))
        .toList();
  }
}
