package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.CompilationSubject.compilations;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.rondo.processor.SequenceModelProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the README and the pages show is what happens. */
class DocumentationTest {
  private static final String IMPORTS =
      """
      package com.example;

      import dev.rondo.Prediction;
      import dev.rondo.SequenceModel;
      import dev.rondo.Training;
      import dev.rondo.data.Text;
      import dev.rondo.data.Tokens;
      import dev.rondo.layer.*;
      import dev.rondo.task.LanguageModel;
      import java.nio.file.Path;
      import java.util.List;

      """;

  private static final String TYPED_IMPORTS =
      """
      package com.example;

      import dev.rondo.*;
      import dev.rondo.data.*;
      import dev.rondo.data.Calendar;
      import dev.rondo.data.Vector;
      import dev.rondo.layer.*;
      import dev.rondo.runtime.data.WordVectors;
      import dev.rondo.runtime.anomaly.*;
      import dev.rondo.runtime.data.file.*;
      import dev.rondo.runtime.data.sound.*;
      import dev.rondo.runtime.series.*;
      import dev.rondo.runtime.serve.*;
      import dev.rondo.runtime.serve.micrometer.*;
      import dev.rondo.runtime.session.*;
      import dev.rondo.runtime.train.EpochReport;
      import dev.rondo.runtime.train.Evaluation;
      import dev.rondo.runtime.train.TranscriptEvaluation;
      import dev.rondo.runtime.train.TrainingListener;
      import dev.rondo.task.*;
      import java.awt.image.BufferedImage;
      import java.nio.file.Files;
      import java.nio.file.Path;
      import java.time.*;
      import java.time.temporal.Temporal;
      import java.util.List;
      import java.util.Map;
      import java.util.Optional;
      import java.util.OptionalInt;
      import java.util.Set;
      import java.util.stream.Stream;

      """;

  private final MarkdownPage readme = new MarkdownPage("README.md");

  DocumentationTest() throws IOException {}

  @Test
  void theReadmesModelAndItsUseCompile() {
    String use = IMPORTS + "class Use {\n  void use() {\n" + code("You get", 0) + "  }\n}\n";
    assertThat(compile(model(), source("Use", use))).succeededWithoutWarnings();
  }

  @Test
  void theReadmesLanguageModelCompiles() {
    assertThat(compile(source("Poet", IMPORTS + code("It writes, too", 0))))
        .succeededWithoutWarnings();
  }

  @Test
  void theReadmesTranslatorAndItsUseCompile() {
    String imports =
        IMPORTS
            + """
            import dev.rondo.runtime.decode.Decoding;
            import dev.rondo.runtime.decode.Translation;
            import dev.rondo.task.EncoderDecoder;

            """;
    String use =
        imports
            + """
            class Use {
              void use(
                  List<TranslatorExample> dev,
                  List<TranslatorExample> test,
                  List<String> sentences) {
            """
            + code("It translates", 1)
            + "  }\n}\n";
    assertThat(
            compile(source("Translator", imports + code("It translates", 0)), source("Use", use)))
        .succeededWithoutWarnings();
  }

  @Test
  void theReadmesModelsOfRecordsAndNumbersAndTheirUseCompile() {
    for (String section :
        List.of("Records in, records out", "Forecasts, alarms, transcripts", "Beside Keras")) {
      assertThat(compile(program(snippets(readme, section)))).succeededWithoutWarnings();
    }
  }

  @Test
  void everyExampleOfThePageOnDataCompiles() throws IOException {
    assertEachSectionCompiles("docs/data.md", 15);
  }

  @Test
  void everyExampleOfThePageOnFilesCompiles() throws IOException {
    assertEachSectionCompiles("docs/data-files.md", 1);
  }

  @Test
  void everyExampleOfThePageOnPicturesCompiles() throws IOException {
    assertEachSectionCompiles("docs/pictures.md", 2);
  }

  private static void assertEachSectionCompiles(String page, int atLeast) throws IOException {
    Map<String, List<MarkdownPage.Snippet>> sections = new MarkdownPage(page).snippets();
    assertThat(sections.size()).isAtLeast(atLeast);
    sections.forEach(
        (section, snippets) ->
            assertWithMessage(section)
                .about(compilations())
                .that(compile(program(snippets)))
                .succeededWithoutWarnings());
  }

  @Test
  void theExamplesOfThePageOnTrainingControlsCompile() throws IOException {
    List<MarkdownPage.Snippet> all =
        new MarkdownPage("docs/training-controls.md")
            .snippets().values().stream().flatMap(List::stream).toList();
    assertThat(all.size()).isAtLeast(3);
    assertThat(compile(program(all))).succeededWithoutWarnings();
  }

  /** All sections use the model of the first one. */
  @ParameterizedTest
  @CsvSource({
    "docs/training.md, 6",
    "docs/forecasting.md, 3",
    "docs/anomalies.md, 1",
    "docs/sound.md, 2",
    "docs/series.md, 2"
  })
  void everyExampleOfAPageOfOneModelCompiles(String page, int atLeast) throws IOException {
    Map<String, List<MarkdownPage.Snippet>> sections = new MarkdownPage(page).snippets();
    assertThat(sections.size()).isAtLeast(atLeast);
    List<MarkdownPage.Snippet> all = sections.values().stream().flatMap(List::stream).toList();
    assertThat(compile(program(all))).succeededWithoutWarnings();
  }

  /** They serve the README's first model. */
  @Test
  void everyExampleOfThePageOnServingCompiles() throws IOException {
    List<MarkdownPage.Snippet> all = new ArrayList<>(snippets(readme, "You write"));
    new MarkdownPage("docs/serving.md").snippets().values().forEach(all::addAll);
    assertThat(all.size()).isAtLeast(5);
    assertThat(compile(program(all))).succeededWithoutWarnings();
  }

  /** Below a heading, what is declared and what is done with it is one program. */
  private static JavaFileObject program(List<MarkdownPage.Snippet> snippets) {
    StringBuilder source = new StringBuilder(TYPED_IMPORTS);
    StringBuilder use = new StringBuilder("class Use {\n");
    for (MarkdownPage.Snippet snippet : snippets) {
      if (snippet.given() == null) {
        source.append(snippet.code().replaceAll("(?m)^public ", ""));
      } else {
        use.append(
                "  void use%s(%s) throws java.io.IOException {\n"
                    .formatted(use.length(), snippet.given()))
            .append(snippet.code())
            .append("  }\n");
      }
    }
    return source("Use", source.append(use).append("}\n").toString());
  }

  @Test
  void theReadmesErrorsAreTheCompilersOwn() throws IOException {
    Compilation compilation =
        compile(
            source("BrokenModel", IMPORTS + sentiment() + code("A mistake is a compile error", 0)));
    assertThat(compilation).failed();
    String shown = new MarkdownPage("README.md").blocks("text").get(0);
    StringBuilder reported = new StringBuilder();
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      reported
          .append("BrokenModel.java:")
          .append(error.getLineNumber())
          .append(": error: ")
          .append(error.getMessage(Locale.ROOT).lines().findFirst().orElse(""))
          .append('\n');
    }
    String headlines =
        shown.lines().filter(line -> line.contains(": error: ")).reduce("", (a, b) -> a + b + "\n");
    assertThat(headlines).isEqualTo(reported.toString());
    for (Diagnostic<? extends JavaFileObject> error : compilation.errors()) {
      error
          .getMessage(Locale.ROOT)
          .lines()
          .skip(1)
          .forEach(line -> assertThat(shown).contains(line));
    }
  }

  @Test
  void theModuleOfThePageOnDeployingIsOneThatBuilds() throws IOException {
    Path module = Path.of("src/it/builds/modular/src/main/java/module-info.java");
    assertThat(new MarkdownPage("docs/deploying.md").blocks("java"))
        .contains(Files.readString(module));
  }

  @Test
  void theReadmesCommandsAreThoseThatAreRun() throws IOException {
    List<String> commands = new MarkdownPage("README.md").blocks("sh");
    assertThat(Files.isExecutable(Path.of("..", commands.get(0).split(" ", 2)[0]))).isTrue();
    assertThat(Files.readString(Path.of("../.ci/run")).replace(" -ntp", ""))
        .contains(commands.get(1));
  }

  private String code(String section, int number) {
    return snippets(readme, section).get(number).code();
  }

  private static List<MarkdownPage.Snippet> snippets(MarkdownPage page, String section) {
    return Objects.requireNonNull(page.snippets().get(section), section);
  }

  @Test
  void thePageOfGeneratedCodeShowsWhatIsGenerated() throws IOException {
    assertShows(
        "docs/generated-code.md",
        compile(model()),
        "SentimentModel",
        List.of("Trainer", "Predictor", "Network", "Example"));
  }

  @Test
  void thePageOfGeneratedCodeOfRecordsShowsWhatIsGenerated() throws IOException {
    assertShows(
        "docs/generated-code-of-records.md",
        compile(program(List.of(snippets(readme, "Records in, records out").get(0)))),
        "MachineModel",
        List.of("Trainer", "Predictor", "Session", "Network", "Example", "Scores", "Evaluation"));
  }

  /** {@code -Dgolden.update=true} rewrites the page, and still fails that run. */
  private static void assertShows(
      String path, Compilation compilation, String model, List<String> kinds) throws IOException {
    MarkdownPage page = new MarkdownPage(path);
    assertThat(compilation).succeededWithoutWarnings();
    StringBuilder expected = new StringBuilder(page.text().split("\n## ", 2)[0]);
    for (String kind : kinds) {
      String name = model + kind;
      JavaFileObject file = compilation.generatedSourceFile("com.example." + name).orElseThrow();
      expected
          .append("\n## ")
          .append(name)
          .append("\n\n```java\n")
          .append(file.getCharContent(false))
          .append("```\n");
    }
    String before = page.text();
    if (Boolean.getBoolean("golden.update")) {
      page.write(expected.toString());
    }
    assertThat(before).isEqualTo(expected.toString());
  }

  private JavaFileObject model() {
    return source("SentimentModel", IMPORTS + code("You write", 0).replace("public enum", "enum"));
  }

  private String sentiment() {
    return code("You write", 0)
        .lines()
        .filter(line -> line.contains("enum"))
        .map(line -> line.replace("public ", "") + "\n")
        .findFirst()
        .orElseThrow();
  }

  private static Compilation compile(JavaFileObject... sources) {
    return javac().withProcessors(new SequenceModelProcessor()).compile(sources);
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString("com.example." + name, text);
  }
}
