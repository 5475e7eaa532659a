package dev.rondo.processor.write;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Compares the code generated for each folder of {@code good} with that in {@code expected}, letter
 * by letter. {@code -Dgolden.update=true} rewrites what is expected, and fails.
 */
class GoldenTest {
  private static final Path GOOD = Path.of("src/test/resources/good");
  private static final Path EXPECTED = Path.of("src/test/resources/expected");

  static List<String> models() throws IOException {
    try (Stream<Path> folders = Files.list(GOOD)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void generatedCodeIsAsExpectedAndCompilesWithoutWarnings(String model) throws IOException {
    Compilation compilation = Compilations.compile(sources(GOOD.resolve(model)));
    assertThat(compilation).succeededWithoutWarnings();
    Map<String, String> generated = Compilations.generated(compilation);
    if (Boolean.getBoolean("golden.update")) {
      update(EXPECTED.resolve(model), generated);
      fail("rewrote what is expected of " + model);
    }
    Map<String, String> expected = contents(EXPECTED.resolve(model));
    assertThat(generated.keySet()).isEqualTo(expected.keySet());
    generated.forEach(
        (name, source) -> assertWithMessage(name).that(source).isEqualTo(expected.get(name)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void generatedCodeIsTheSameInEachRunAndAnyOrder(String model) throws IOException {
    List<JavaFileObject> sources = sources(GOOD.resolve(model));
    Collections.reverse(sources);
    assertThat(Compilations.generate(sources)).isEqualTo(contents(EXPECTED.resolve(model)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ar-EG-u-nu-arab", "fa-IR-u-nu-arabext", "hi-IN-u-nu-deva", "tr-TR"})
  void generatedCodeIsTheSameOnMachinesOfAnyLanguage(String locale) throws IOException {
    Locale usual = Locale.getDefault();
    Map<String, String> generated = new TreeMap<>();
    Locale.setDefault(Locale.forLanguageTag(locale));
    try {
      for (String model : models()) {
        Compilations.generate(sources(GOOD.resolve(model)))
            .forEach((name, source) -> generated.put(model + "/" + name, source));
      }
    } finally {
      Locale.setDefault(usual);
    }
    for (String model : models()) {
      contents(EXPECTED.resolve(model))
          .forEach(
              (name, source) ->
                  assertWithMessage(name)
                      .that(generated)
                      .containsEntry(model + "/" + name, source));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void noLineIsLongerThanALineButRowsOfTables(String model) throws IOException {
    for (String source : contents(EXPECTED.resolve(model)).values()) {
      assertThat(source.lines().filter(line -> line.length() > 100 && !line.contains("<tr>")))
          .isEmpty();
    }
  }

  private static List<JavaFileObject> sources(Path folder) throws IOException {
    List<JavaFileObject> sources = new ArrayList<>();
    for (Map.Entry<String, String> source : contents(folder).entrySet()) {
      String name = folder.getFileName() + "/" + source.getKey();
      sources.add(JavaFileObjects.forSourceString(className(name), source.getValue()));
    }
    return sources;
  }

  private static String className(String file) {
    return file.substring(0, file.length() - ".java".length()).replace('/', '.');
  }

  private static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }

  private static void update(Path folder, Map<String, String> generated) throws IOException {
    Files.createDirectories(folder);
    for (String old : contents(folder).keySet()) {
      Files.delete(folder.resolve(old));
    }
    for (Map.Entry<String, String> source : generated.entrySet()) {
      Files.writeString(folder.resolve(source.getKey()), source.getValue());
    }
  }
}
