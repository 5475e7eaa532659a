package dev.rondo.processor.write;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import dev.rondo.processor.SequenceModelProcessor;
import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Generated code says {@code @Generated} and {@code @Nullable} only where it may. */
class VisibleAnnotationsTest {
  private static final JavaFileObject MODEL =
      JavaFileObjects.forSourceString(
          "demo.Model",
          "package demo; import dev.rondo.layer.*; @dev.rondo.SequenceModel @GRU(units = 4)"
              + " @Dense interface Model { boolean test(@dev.rondo.data.Series float[] values); }");

  @Test
  void bothAreThereWhereTheyAreVisible() {
    String example = example(Compilations.compile(List.of(MODEL)));
    assertThat(example).contains("@Generated(");
    assertThat(example).contains("@Nullable Object");
  }

  @Test
  void generatedIsLeftOutWhereTheModuleCannotSeeIt() {
    Compilation compilation = compiler().withOptions("--limit-modules", "java.base").compile(MODEL);
    assertThat(example(compilation)).doesNotContain("Generated");
  }

  @Test
  void nullableIsLeftOutWithoutJspecify() {
    List<File> classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> !entry.contains("jspecify"))
            .map(File::new)
            .toList();
    assertThat(example(compiler().withClasspath(classPath).compile(MODEL)))
        .doesNotContain("Nullable");
  }

  private static Compiler compiler() {
    return Compiler.javac().withProcessors(new SequenceModelProcessor());
  }

  private static String example(Compilation compilation) {
    assertThat(compilation).succeeded();
    Map<String, String> generated = Compilations.generated(compilation);
    return String.valueOf(generated.get("ModelExample.java"));
  }
}
