package dev.rondo.processor.write;

import static com.google.common.truth.Truth.assertThat;
import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import dev.rondo.processor.Probe;
import dev.rondo.processor.plan.PlannedApi;
import dev.rondo.runtime.predict.Predictor;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever users call their things, generated code compiles without warnings. */
class NameClashTest {
  private static final Pattern IDENTIFIER = Pattern.compile("\\b[a-z][A-Za-z]*\\b");

  /** What nothing of the user's can be taken for: a package, or a method of something else. */
  private static final Pattern OF_OTHERS =
      Pattern.compile("(?m)^(package|import) .*$|(?<!\\bthis)(\\.\\s*|::)[a-z][A-Za-z]*\\(?");

  @Test
  void anInputMayBeCalledLikeAnythingInGeneratedCode() {
    List<JavaFileObject> sources = new ArrayList<>();
    sources.add(source("demo.Mood", "enum Mood { BAD, GOOD }"));
    for (String name : generatedIdentifiers()) {
      sources.add(model("ModelOf_" + name, "Mood predict(String " + name + ");"));
    }
    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  @Test
  void theInputOfALanguageModelMayBeCalledLikeAnythingInGeneratedCode() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : identifiersOfALanguageModel()) {
      sources.add(languageModel("ModelOf_" + name, "String write(String " + name + ");"));
    }
    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  @Test
  void theMethodOfALanguageModelMayBeCalledLikeAnyOther() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : methods(languageModel("Model", "String write(String opening);"))) {
      sources.add(languageModel("ModelOf_" + name, "String " + name + "(String opening);"));
      sources.add(languageModel("Echo_" + name, "String " + name + "(String " + name + ");"));
    }
    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  @Test
  void theInputOfATranslatorMayBeCalledLikeAnythingInGeneratedCode() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : identifiersOfATranslator()) {
      sources.add(translator("ModelOf_" + name, "String translate(String " + name + ");"));
      sources.add(
          translatorWithOneVocabulary(
              "Shared_" + name, "String translate(@Both String " + name + ");"));
    }
    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  @Test
  void theMethodOfATranslatorMayBeCalledLikeAnyOther() {
    List<JavaFileObject> sources = new ArrayList<>();
    for (String name : methods(translator("Model", "String translate(String sentence);"))) {
      sources.add(translator("ModelOf_" + name, "String " + name + "(String sentence);"));
      sources.add(translator("Echo_" + name, "String " + name + "(String " + name + ");"));
    }
    assertThat(Compilations.compile(sources)).succeededWithoutWarnings();
  }

  private static Set<String> identifiersOfATranslator() {
    Set<String> names =
        identifiers(List.of(translator("Model", "String translate(String sentence);")));
    assertThat(names).containsAtLeast("encoding", "decoding", "state", "states", "real", "bridge");
    assertThat(names).containsAtLeast("source", "target", "sentences", "translator", "evaluator");
    names.add("DECODING");
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Decoding",
        "Translation",
        "TextTranslator",
        "Answering",
        "TranslationEvaluator",
        "TranslationEvaluation",
        "TranslationNetwork",
        "Encoding",
        "EncoderStates",
        "Bridge",
        "AttentionLayer",
        "AttentionScore",
        "DecoderLayers",
        "Targets",
        "StreamState",
        "Sequences",
        "Optional",
        "List",
        "Tokens",
        "String",
        "Iterable",
        "AutoCloseable"
      })
  void otherTypesMayBeCalledLikeThoseOfATranslator(String name) {
    String method = "java.lang.String translate(java.lang.String sentence);";
    assertThat(
            Compilations.compile(
                List.of(source("demo." + name, "class " + name + " {}"), translator("A", method))))
        .succeededWithoutWarnings();
    assertThat(Compilations.compile(List.of(translator("B", method + " enum " + name + " { X }"))))
        .succeededWithoutWarnings();
  }

  @Test
  void aTranslatorMayItselfBeCalledTranslatorOrTranslation() {
    assertThat(
            Compilations.compile(
                List.of(
                    translator("Translator", "String translate(String text);"),
                    translator("Translation", "String decode(String text);"),
                    translator("Decoding", "String encode(String text);"))))
        .succeededWithoutWarnings();
  }

  private static Set<String> identifiersOfALanguageModel() {
    Set<String> names =
        identifiers(List.of(languageModel("Model", "String write(String opening);")));
    assertThat(names).containsAtLeast("sampling", "write", "writeStream", "texts", "streams");
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sampling",
        "TextWriter",
        "Answering",
        "TextEvaluator",
        "TextEvaluation",
        "TextSource",
        "TextStreams",
        "TextTrainer",
        "LanguageNetwork",
        "StreamState",
        "Window",
        "WritingLayers",
        "Stream",
        "Optional",
        "Tokens",
        "Losses",
        "String",
        "Iterable",
        "AutoCloseable"
      })
  void otherTypesMayBeCalledLikeThoseOfALanguageModel(String name) {
    String method = "java.lang.String write(java.lang.String opening);";
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo." + name, "class " + name + " {}"), languageModel("A", method))))
        .succeededWithoutWarnings();
    assertThat(
            Compilations.compile(List.of(languageModel("B", method + " enum " + name + " { X }"))))
        .succeededWithoutWarnings();
  }

  /** Returns all lower-case words of generated code that are allowed as names of parameters. */
  private static Set<String> generatedIdentifiers() {
    return identifiers(
        List.of(
            source("demo.Mood", "enum Mood { BAD, GOOD }"),
            model("Model", "Mood predict(String text);")));
  }

  private static Set<String> identifiers(List<JavaFileObject> sources) {
    Compilation compilation = Compilations.compile(sources);
    Set<String> names = new TreeSet<>();
    for (String source : Compilations.generated(compilation).values()) {
      String code = source.replaceAll("(?s)/\\*.*?\\*/", "");
      Matcher matcher = IDENTIFIER.matcher(OF_OTHERS.matcher(code).replaceAll(" "));
      while (matcher.find()) {
        names.add(matcher.group());
      }
    }
    names.removeIf(javax.lang.model.SourceVersion::isKeyword);
    // these are errors: Object has methods of that name, or examples call the output so
    names.removeAll(Set.of("equals", "hashCode", "toString", "expected"));
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scores",
        "load",
        "save",
        "evaluate",
        "history",
        "close",
        "forward",
        "create",
        "read",
        "prediction",
        "value"
      })
  void theMethodMayBeCalledLikeAnyOther(String name) {
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo.Mood", "enum Mood { BAD, GOOD }"),
                    model("Model", "Mood " + name + "(java.util.List<String> words);"))))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "List",
        "Objects",
        "Path",
        "Batch",
        "Row",
        "Trainer",
        "Arguments",
        "Prediction",
        "Device",
        "NDArray",
        "Network",
        "Generated",
        "Iterable",
        "Override",
        "Integer",
        "Object"
      })
  void theEnumMayBeCalledLikeAnyType(String name) {
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo." + name, "enum " + name + " { BAD, GOOD }"),
                    model("Model", name + " predict(String text);"))))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"String", "IllegalArgumentException", "AutoCloseable", "Override"})
  void otherTypesOfThePackageMayBeCalledLikeThoseOfJavaLang(String name) {
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo." + name, "class " + name + " {}"),
                    source("demo.Mood", "enum Mood { BAD, GOOD }"),
                    model("Model", "Mood predict(java.lang.String text);"))))
        .succeededWithoutWarnings();
  }

  @ParameterizedTest
  @ValueSource(strings = {"List", "Batch", "Device", "Override", "TextCodec", "Path"})
  void typesNestedInTheInterfaceMayBeCalledLikeAnyType(String name) {
    assertThat(
            Compilations.compile(
                List.of(
                    model(
                        "Model", "enum " + name + " { A, B } " + name + " predict(String text);"))))
        .succeededWithoutWarnings();
  }

  /** All that are words of the language only here and there: legal names elsewhere. */
  @ParameterizedTest
  @ValueSource(strings = {"yield", "record", "sealed", "permits", "var", "when", "module"})
  void namesMayBeWordsOfTheLanguageOnlyHereAndThere(String name) {
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo.Mood", "enum Mood { " + name + ", GOOD }"),
                    model("A", "Mood " + name + "(String text);"),
                    model("B", "Mood predict(String " + name + ");"),
                    model("C", "Mood predict(java.util.List<String> " + name + ");"),
                    languageModel("D", "String " + name + "(String text);"),
                    languageModel("E", "String write(String " + name + ");"),
                    translator("F", "String " + name + "(String text);"),
                    translator("G", "String translate(String " + name + ");"))))
        .succeededWithoutWarnings();
  }

  /** The nested type hides the one of the package where the interface is implemented. */
  @Test
  void aNestedTypeMayBeCalledLikeTheEnumThatAnInheritedMethodReturns() {
    Compilation compilation =
        Compilations.compile(
            List.of(
                source("demo.Mood", "enum Mood { BAD, GOOD }"),
                source("demo.Base", "interface Base { Mood predict(String text); }"),
                source(
                    "demo.Hides",
                    "@dev.rondo.SequenceModel @dev.rondo.layer.Embedding(size = 4)"
                        + " @dev.rondo.layer.LSTM(units = 4) @dev.rondo.layer.Dense"
                        + " interface Hides extends Base { enum Mood { X, Y, Z } }")));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation)
        .generatedSourceFile("demo.HidesPredictor")
        .contentsAsUtf8String()
        .contains("EnumCodec<demo.Mood>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"ModelNetwork", "ModelExample", "ModelTrainer", "ModelPredictor", "ModelSession"})
  void aNestedTypeIsNotCalledLikeAGeneratedClass(String name) {
    Compilation compilation =
        Compilations.compile(
            List.of(model("Model", "boolean predict(String text); class " + name + " {}")));

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[RONDO-111] \"Model\" has a nested type \""
                + name
                + "\", which hides the generated class");
  }

  @ParameterizedTest
  @ValueSource(strings = {"@Deprecated", "@Deprecated(forRemoval = true)"})
  void whatIsDeprecatedOfTheUserDoesNotMakeGeneratedCodeWarn(String deprecated) {
    assertThat(
            Compilations.compile(
                List.of(
                    source("demo.Mood", deprecated + " enum Mood { BAD, GOOD }"),
                    source(
                        "demo.Users",
                        "@SuppressWarnings({\"deprecation\", \"removal\"}) interface Users {"
                            + nested("A", "Mood predict(String text);")
                            + nested("B", "dev.rondo.Prediction<Mood> predict(String text);")
                            + deprecated
                            + nested("C", "boolean predict(String text);")
                            + nested("D", deprecated + " boolean predict(String text);")
                            + "}"))))
        .succeededWithoutWarnings();
  }

  private static String nested(String name, String body) {
    return " @dev.rondo.SequenceModel @dev.rondo.layer.Embedding(size = 4)"
        + " @dev.rondo.layer.LSTM(units = 4) @dev.rondo.layer.Dense interface "
        + name
        + " { "
        + body
        + " } ";
  }

  @Test
  void aModelMayStandInTheUnnamedPackage() {
    assertThat(
            Compilations.compile(
                List.of(
                    JavaFileObjects.forSourceString(
                        "Model",
                        "@dev.rondo.SequenceModel @dev.rondo.layer.Embedding(size = 4)"
                            + " @dev.rondo.layer.GRU(units = 4) @dev.rondo.layer.Dense"
                            + " public interface Model { boolean test(String text); }"))))
        .succeededWithoutWarnings();
  }

  @Test
  void whatPredictorsInheritIsTakenToo() {
    JavaFileObject model = languageModel("Model", "String write(String opening);");
    List<String> inherited =
        Stream.of(Predictor.class.getDeclaredMethods())
            .filter(method -> !Modifier.isPrivate(method.getModifiers()) && !method.isSynthetic())
            .map(
                method ->
                    Stream.of(method.getParameterTypes())
                        .map(Class::getCanonicalName)
                        .collect(Collectors.joining(", ", method.getName() + "(", ")")))
            .toList();
    assertThat(inherited).contains("close()");
    assertThat(PlannedApi.of(Probe.read(model).graph()).names().methods())
        .containsAtLeastElementsIn(inherited);
  }

  /** Returns the names of all methods of a model's generated classes. */
  private static Set<String> methods(JavaFileObject model) {
    Set<String> names = new TreeSet<>(Set.of("create", "fit", "forward", "encode", "decode"));
    for (String method : PlannedApi.of(Probe.read(model).graph()).names().methods()) {
      names.add(method.substring(0, method.indexOf('(')));
    }
    assertThat(names).containsAtLeast("load", "save", "evaluate", "history", "close");
    return names;
  }

  private static JavaFileObject model(String name, String body) {
    return source(
        "demo." + name,
        "@dev.rondo.SequenceModel @dev.rondo.layer.Embedding(size = 4)"
            + " @dev.rondo.layer.LSTM(units = {4, 4}) @dev.rondo.layer.Dropout(0.5)"
            + " @dev.rondo.layer.Dense interface "
            + name
            + " { "
            + body
            + " }");
  }

  private static JavaFileObject languageModel(String name, String body) {
    return source(
        "demo." + name,
        "@dev.rondo.SequenceModel @dev.rondo.layer.Embedding(size = 4, tied = true)"
            + " @dev.rondo.layer.LSTM(units = {4, 4}, dropout = 0.5)"
            + " @dev.rondo.layer.Dropout(0.5) @dev.rondo.layer.Dense interface "
            + name
            + " { @dev.rondo.task.LanguageModel "
            + body
            + " }");
  }

  private static JavaFileObject translator(String name, String body) {
    return source("demo." + name, translator(name, "@Embedding(size = 4)", "", body));
  }

  /** The name of the annotation differs from model to model, since all are in one package. */
  private static JavaFileObject translatorWithOneVocabulary(String name, String body) {
    String both = "Both_" + name;
    return source(
        "demo." + name,
        translator(
            name,
            "@" + both,
            "@dev.rondo.Shared @Embedding(size = 4)"
                + " @dev.rondo.data.Text @interface "
                + both
                + " {} ",
            body.replace("@Both", "@" + both)));
  }

  private static String translator(String name, String embedding, String before, String body) {
    String encoder =
        before.isEmpty() ? "@Embedding(size = 4) @LSTM(units = 4)" : "@LSTM(units = 4)";
    return "import dev.rondo.layer.*; "
        + before
        + "@dev.rondo.SequenceModel "
        + encoder
        + " @Dropout(0.5) interface "
        + name
        + " { @dev.rondo.task.EncoderDecoder "
        + embedding
        + " @GRU(units = {3, 4}) @Attention @Dropout(0.5) @Dense "
        + body
        + " }";
  }

  private static JavaFileObject source(String name, String text) {
    return JavaFileObjects.forSourceString(name, "package demo; " + text);
  }
}
