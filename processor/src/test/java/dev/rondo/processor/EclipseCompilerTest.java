package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The compiler of Eclipse compiles models as javac does. */
class EclipseCompilerTest {
  private static final String MODEL =
      """
      package demo;

      import dev.rondo.SequenceModel;
      import dev.rondo.layer.Dense;
      import dev.rondo.layer.Embedding;
      import dev.rondo.layer.GRU;

      %s
      @SequenceModel
      @Embedding(size = 4)
      @GRU(units = 4)
      @Dense
      public interface Model%s {
        %s
      }
      """;
  private static final String MOOD = "public enum Mood { GOOD, BAD }";

  @TempDir private Path folder;

  static List<String> models() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("src/test/resources/good"))) {
      return folders.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void goodModelsCompile(String model) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/good", model))) {
      assertThat(errors(files.toList())).isEmpty();
    }
  }

  @Test
  void whatAnotherProcessorGeneratesIsWaitedFor() throws IOException {
    assertThat(errors(model("", "", "Mood judge(String text);"), new Generating("Mood", MOOD)))
        .isEmpty();
    assertThat(generated()).contains("ModelPredictor.java");
  }

  @Test
  void aSupertypeThatAnotherProcessorGeneratesIsWaitedFor() throws IOException {
    assertThat(
            errors(
                model("", " extends Base", ""),
                new Generating("Base", "public interface Base { boolean judge(String text); }")))
        .isEmpty();
    assertThat(generated()).contains("ModelPredictor.java");
  }

  @Test
  void mistakesAreFoundInLaterRoundsToo() throws IOException {
    List<String> errors =
        errors(
            model("", "", "Mood judge(@dev.rondo.layer.Dropout(2) String text);"),
            new Generating("Mood", MOOD));

    assertThat(errors).isNotEmpty();
    for (String error : errors) {
      assertThat(error).contains("[RONDO-");
      assertThat(error).doesNotContain("[RONDO-901]");
    }
  }

  @Test
  void misplacedAnnotationsOfGeneratedSourcesAreReported() throws IOException {
    List<String> errors =
        errors(
            model("", "", "boolean judge(String text);"),
            new Generating(
                "Other",
                "public interface Other { boolean f(@dev.rondo.layer.Dropout(0.5) String s); }"));

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0)).contains("[RONDO-113] @Dropout on \"s\" has no effect");
  }

  @Test
  void whatAnEarlierBuildLeftOnTheClassPathIsNamed() throws IOException {
    Path source = model("", "", "boolean judge(String text);");
    assertThat(errors(source)).isEmpty();

    Path old = folder.resolve("out");
    List<String> errors = errors(List.of(source), List.of(old), folder.resolve("again"));

    for (String error : errors) {
      assertThat(error).contains("[RONDO-111]");
      assertThat(error).contains("If an earlier build left that class on the class path");
    }
    assertThat(errors).hasSize(1);
  }

  private Path model(String before, String supertypes, String method) throws IOException {
    Path file = folder.resolve("Model.java");
    Files.writeString(file, MODEL.formatted(before, supertypes, method));
    return file;
  }

  private List<String> generated() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private List<String> errors(Path source, AbstractProcessor... others) throws IOException {
    return errors(List.of(source), List.of(), folder.resolve("out"), others);
  }

  private List<String> errors(List<Path> sources) throws IOException {
    return errors(sources, List.of(), folder.resolve("out"));
  }

  /** Compiles and returns the errors. */
  private List<String> errors(
      List<Path> sources, List<Path> classpath, Path out, AbstractProcessor... others)
      throws IOException {
    Files.createDirectories(out);
    EclipseCompiler compiler = new EclipseCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8)) {
      String path =
          Stream.concat(
                  Sources.classpath().stream().map(File::toString),
                  classpath.stream().map(Path::toString))
              .collect(Collectors.joining(File.pathSeparator));
      var task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              List.of("-17", "-cp", path, "-d", out.toString(), "-s", out.toString()),
              null,
              files.getJavaFileObjectsFromPaths(sources));
      List<AbstractProcessor> processors = new ArrayList<>(List.of(new SequenceModelProcessor()));
      processors.addAll(List.of(others));
      task.setProcessors(processors);
      boolean succeeded = task.call();
      List<String> errors =
          diagnostics.getDiagnostics().stream()
              .filter(found -> found.getKind() == Diagnostic.Kind.ERROR)
              .map(found -> found.getMessage(Locale.ROOT))
              .toList();
      assertWithMessage("%s", errors).that(succeeded).isEqualTo(errors.isEmpty());
      return errors;
    }
  }
}
