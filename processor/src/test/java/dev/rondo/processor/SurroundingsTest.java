package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.rondo.SequenceModel;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurroundingsTest {
  private static final JavaFileObject MODEL =
      JavaFileObjects.forSourceString(
          "demo.Model",
          """
          package demo;

          import dev.rondo.SequenceModel;
          import dev.rondo.layer.Dense;
          import dev.rondo.layer.Embedding;
          import dev.rondo.layer.GRU;

          @SequenceModel
          @Embedding(size = 4)
          @GRU(units = 4)
          @Dense
          public interface Model {
            boolean judge(String text);
          }
          """);

  @ParameterizedTest
  @ValueSource(strings = {"8", "11", "16"})
  void aSourceLevelBelow17IsOneErrorOnTheModel(String level) {
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor())
            .withOptions("-source", level, "-target", level)
            .compile(MODEL);

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[RONDO-116] \"Model\" is compiled as Java "
                + level
                + ", but the classes that it generates need")
        .inFile(MODEL)
        .onLine(12);
  }

  @Test
  void aRuntimeThatIsMissingIsOneErrorOnTheModel() throws URISyntaxException {
    Path annotations =
        Path.of(SequenceModel.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor())
            .withClasspath(List.of(new File(annotations.toString())))
            .compile(MODEL);

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation).hadErrorContaining("[RONDO-115]").inFile(MODEL).onLine(12);
    assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
        .contains("Add rondo-runtime-djl to the dependencies");
  }
}
