package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
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
  void aComposedAnnotationThatIsGeneratedIsWaitedFor() {
    String reader =
        "@dev.rondo.layer.Embedding(size = 4) @dev.rondo.layer.GRU(units = 4) @interface Reader {}";
    for (String model :
        new String[] {
          "@SequenceModel @Reader @Dense interface Model { boolean judge(String text); }",
          "@SequenceModel @Dense interface Model { boolean judge(@Reader String text); }",
          "@SequenceModel @Outer @Dense interface Model { boolean judge(String text); }"
              + " @Reader @interface Outer {}",
        }) {
      Compilation compilation = compile(source(model), new Generating("Reader", reader));

      assertThat(compilation).succeeded();
      assertThat(compilation).generatedSourceFile("demo.ModelPredictor");
    }
  }

  /** What is not there seems to be missing, or misplaced, but the compiler says why. */
  @Test
  void anAnnotationThatNobodyKnowsIsTheOnlyError() {
    for (String model :
        new String[] {
          "@SequenceModel @Reader @Dense interface Model { boolean judge(String text); }",
          "@SequenceModel @Embeding(size = 4) @GRU(units = 4) @Dense interface Model {"
              + " boolean judge(String text); }",
          "@SequenceModel @Dense interface Model { boolean judge(@Reader String text); }",
          "@SequenceModel @GRU(units = 4) @Dense interface Model { @Reader boolean judge(String t);"
              + " }",
          "@SequenceModell @Embedding(size = 4) @GRU(units = 4) @Dense interface Model {"
              + " boolean judge(@Text String text); }",
          "@SequenceModel @Outer @Dense interface Model { boolean judge(String text); }"
              + " @Reader @interface Outer {}",
          "@SequenceModel @GRU(units = 4) @Dense interface Model {"
              + " boolean judge(java.util.List<Reading> readings); }"
              + " record Reading(float load, Inner inner) {}"
              + " record Inner(@Embeding(size = 4) Mood mood) {} enum Mood { GOOD, BAD }",
        }) {
      Compilation compilation =
          javac().withProcessors(new SequenceModelProcessor()).compile(source(model));

      assertThat(compilation.errors()).hasSize(1);
      assertThat(compilation).hadErrorContaining("cannot find symbol");
    }
  }

  private static JavaFileObject source(String model) {
    return JavaFileObjects.forSourceString(
        "demo.Model",
        "package demo; import dev.rondo.SequenceModel; import dev.rondo.data.Text;"
            + " import dev.rondo.layer.Dense; import dev.rondo.layer.Embedding;"
            + " import dev.rondo.layer.GRU; "
            + model);
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

  @Test
  void componentsThatJavaForbidsAreLeftToTheCompiler() {
    Compilation compilation =
        javac()
            .withProcessors(new SequenceModelProcessor())
            .compile(
                source(
                    "@SequenceModel @GRU(units = 4) @Dense interface Model {"
                        + " record Reading(float load, boolean wait) {}"
                        + " boolean judge(java.util.List<Reading> readings); }"));

    assertThat(compilation).hadErrorContaining("illegal record component name wait");
    compilation
        .errors()
        .forEach(error -> assertThat(error.getMessage(Locale.ROOT)).doesNotContain("RONDO-901"));
  }

  private static Compilation compile(JavaFileObject model, Generating other) {
    return javac().withProcessors(new SequenceModelProcessor(), other).compile(model);
  }

  private static JavaFileObject model(
      String size, String annotation, String supertype, String output) {
    return JavaFileObjects.forSourceString(
        "demo.Model", MODEL.formatted(size, annotation, supertype, output));
  }
}
