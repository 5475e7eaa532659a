package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.List;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class UnclaimedAnnotationsTest {
  private static final JavaFileObject MODEL =
      JavaFileObjects.forSourceString(
          "demo.Model",
          """
          package demo;

          import dev.rondo.*;
          import dev.rondo.data.*;
          import dev.rondo.layer.*;

          @SequenceModel
          @Training(epochs = 2)
          @Embedding(size = 4)
          @Dropout(0.5)
          @GRU(units = 4)
          @LayerNorm
          @Pool(Pooling.MEAN)
          @Dense
          public interface Model {
            boolean judge(@Text(lowercase = false) String text);
          }
          """);

  @Test
  void aModelCompilesWhereEveryWarningIsAnError() {
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor(), new UnclaimedAnnotations())
            .withOptions("-Xlint:all", "-Werror")
            .compile(MODEL);

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation).generatedSourceFile("demo.ModelPredictor");
  }

  @Test
  void annotationsOfOthersAreLeftToThem() {
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor(), new UnclaimedAnnotations())
            .withOptions("-Xlint:all")
            .compile(
                MODEL,
                JavaFileObjects.forSourceString("demo.Other", "package demo; @interface Other {}"),
                JavaFileObjects.forSourceString("demo.Use", "package demo; @Other class Use {}"));

    assertThat(compilation).hadWarningCount(1);
    assertThat(compilation).hadWarningContaining("demo.Other");
  }

  /** The index of errors says what to write then. */
  @Test
  void composedAnnotationsAreWarnedOfUnlessThatIsSwitchedOff() {
    JavaFileObject composed =
        JavaFileObjects.forSourceString(
            "demo.Composed",
            """
            package demo;

            @dev.rondo.SequenceModel
            @Reader
            @dev.rondo.layer.Dense
            interface Composed {
              boolean judge(String text);
            }

            @dev.rondo.layer.Embedding(size = 4)
            @dev.rondo.layer.GRU(units = 4)
            @interface Reader {}
            """);
    Compilation warned =
        javac()
            .withProcessors(new SequenceModelProcessor(), new UnclaimedAnnotations())
            .withOptions("-Xlint:all")
            .compile(composed);
    assertThat(warned).hadWarningCount(1);
    assertThat(warned).hadWarningContaining("demo.Reader");
    assertThat(warned).hadWarningContaining("No processor claimed any of these annotations");

    assertThat(
            javac()
                .withProcessors(new SequenceModelProcessor(), new UnclaimedAnnotations())
                .withOptions("-Xlint:all,-processing", "-Werror")
                .compile(composed))
        .succeededWithoutWarnings();
  }

  /** The first that claims annotations would keep them from those behind it. */
  @Test
  void theProcessorIsAskedBeforeItsAnnotationsAreClaimed() {
    List<Class<?>> ours =
        ServiceLoader.load(Processor.class).stream()
            .<Class<?>>map(ServiceLoader.Provider::type)
            .filter(type -> type.getName().startsWith("dev.rondo."))
            .toList();

    assertThat(ours)
        .containsExactly(SequenceModelProcessor.class, UnclaimedAnnotations.class)
        .inOrder();
  }
}
