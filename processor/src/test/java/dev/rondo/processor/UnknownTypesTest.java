package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class UnknownTypesTest {
  private static final String MODEL =
      """
      package demo;

      import dev.rondo.SequenceModel;
      import dev.rondo.layer.Dense;
      import dev.rondo.layer.Embedding;
      import dev.rondo.layer.LSTM;

      @SequenceModel
      @Embedding(size = %s)
      @LSTM(units = 4)
      @Dense
      %s
      interface Model%s {
        %s predict(String text);
      }
      """;

  @Test
  void anEnumThatIsGeneratedIsWaitedFor() {
    Compilation compilation =
        compile(
            model("8", "", "", "Mood"), new Generating("Mood", "public enum Mood { GOOD, BAD }"));

    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("demo.ModelPredictor");
  }

  @Test
  void aConstantThatIsGeneratedIsWaitedFor() {
    Compilation compilation =
        compile(
            model("Sizes.SMALL", "", "", "boolean"),
            new Generating("Sizes", "interface Sizes { int SMALL = 8; }"));

    assertThat(compilation).succeeded();
    assertThat(compilation).generatedSourceFile("demo.ModelPredictor");
  }

  @Test
  void aSupertypeThatIsGeneratedIsWaitedFor() {
    Compilation compilation =
        compile(
            model("8", "", " extends Base", "boolean"),
            new Generating("Base", "interface Base { boolean guess(String text); }"));

    assertThat(compilation).hadErrorContaining("[RONDO-106]");
  }

  @Test
  void whatNobodyGeneratesIsLeftToTheCompiler() {
    for (JavaFileObject model :
        new JavaFileObject[] {
          model("8", "", "", "Mood"),
          model("Sizes.SMALL", "", "", "boolean"),
          model("8", "@Block", "", "boolean"),
          model("8", "", " extends Base", "boolean"),
          model("8", "@dev.rondo.data.Text(language = Sizes.NAME)", "", "boolean"),
          model("8", "@dev.rondo.layer.Pool(dev.rondo.layer.Pooling.MEDIAN)", "", "boolean"),
        }) {
      Compilation compilation = javac().withProcessors(new SequenceModelProcessor()).compile(model);

      assertThat(compilation).failed();
      assertThat(compilation.errors()).isNotEmpty();
      compilation
          .errors()
          .forEach(error -> assertThat(error.getMessage(Locale.ROOT)).doesNotContain("RONDO"));
    }
  }

  private static Compilation compile(JavaFileObject model, Generating other) {
    return javac().withProcessors(new SequenceModelProcessor(), other).compile(model);
  }

  private static JavaFileObject model(
      String size, String annotation, String supertype, String output) {
    return JavaFileObjects.forSourceString(
        "demo.Model", MODEL.formatted(size, annotation, supertype, output));
  }

  /** Another processor, which generates one type in the first round. */
  private static final class Generating extends AbstractProcessor {
    private final String name;
    private final String declaration;
    private boolean done;

    Generating(String name, String declaration) {
      this.name = name;
      this.declaration = declaration;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      if (!done) {
        done = true;
        try (Writer writer =
            processingEnv.getFiler().createSourceFile("demo." + name).openWriter()) {
          writer.write("package demo; " + declaration);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      return false;
    }
  }
}
