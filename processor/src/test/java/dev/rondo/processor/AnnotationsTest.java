package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.rondo.SequenceModel;
import dev.rondo.processor.declared.Language;
import dev.rondo.processor.graph.Layer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What makes the order of annotations safe, and what a new one must come with. */
class AnnotationsTest {
  private static final List<JavaClass> ANNOTATIONS =
      new ClassFileImporter()
              .importPackages("dev.rondo", "dev.rondo.layer", "dev.rondo.data", "dev.rondo.task")
              .stream()
              .filter(JavaClass::isAnnotation)
              .filter(type -> !type.getPackageName().startsWith("dev.rondo.processor"))
              .filter(type -> !type.getPackageName().startsWith("dev.rondo.runtime"))
              .toList();

  private static final List<JavaClass> LAYERS =
      ANNOTATIONS.stream().filter(type -> type.getPackageName().equals("dev.rondo.layer")).toList();

  @Test
  void allHaveClassRetentionSinceOtherwiseJavacLosesTheirOrder() {
    assertThat(ANNOTATIONS).isNotEmpty();
    for (JavaClass annotation : ANNOTATIONS) {
      String retention =
          annotation
              .getAnnotationOfType("java.lang.annotation.Retention")
              .get("value")
              .orElseThrow()
              .toString();
      assertWithMessage("retention of %s", annotation.getName()).that(retention).contains("CLASS");
    }
  }

  @Test
  void noneIsRepeatableSinceJavacLosesTheOrderOfRepetitions() {
    for (JavaClass annotation : ANNOTATIONS) {
      assertWithMessage(annotation.getName())
          .that(annotation.isAnnotatedWith("java.lang.annotation.Repeatable"))
          .isFalse();
    }
  }

  @Test
  void noneHasATypeUseTarget() {
    for (JavaClass annotation : ANNOTATIONS) {
      String target =
          annotation
              .getAnnotationOfType("java.lang.annotation.Target")
              .getProperties()
              .values()
              .stream()
              .map(value -> value instanceof Object[] array ? Arrays.toString(array) : "" + value)
              .collect(Collectors.joining());
      assertWithMessage(annotation.getName()).that(target).doesNotContain("TYPE_USE");
    }
  }

  @Test
  void allAreKnownToTheProcessor() {
    for (JavaClass annotation : ANNOTATIONS) {
      assertWithMessage(annotation.getName())
          .that(Language.annotation(annotation.getName()))
          .isPresent();
    }
  }

  @Test
  void everyLayerIsReadAndHasAShape() {
    Set<String> used = namesUsedIn("language");
    for (JavaClass layer : LAYERS) {
      // LanguageTest compares nodes and shapes of all these sources.
      assertWithMessage("a source in language/ that uses %s", layer.getName())
          .that(used)
          .contains(layer.getSimpleName());
    }
  }

  @Test
  void everyLayerHasABadSource() {
    Set<String> used =
        Sources.in("bad").stream()
            .flatMap(source -> Expectations.in(source).stream())
            .flatMap(error -> LAYERS.stream().filter(layer -> names(error, layer)))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toSet());
    assertThat(used)
        .containsExactlyElementsIn(LAYERS.stream().map(JavaClass::getSimpleName).toList());
  }

  @Test
  void everyKindOfNodeHasAShapeRule() {
    List<JavaClass> rules =
        new ClassFileImporter().importPackages("dev.rondo.processor.shape").stream().toList();
    for (Class<?> layer : Layer.class.getPermittedSubclasses()) {
      assertWithMessage(layer.getName())
          .that(rules.stream().map(JavaClass::getSimpleName).toList())
          .contains(layer.getSimpleName() + "Shape");
    }
  }

  @Test
  void theProcessorsDeclareThatTheyAreIsolatingForIncrementalBuilds() throws IOException {
    String declared = resource("/META-INF/gradle/incremental.annotation.processors");

    assertThat(declared.lines())
        .containsExactly(
            SequenceModelProcessor.class.getName() + ",isolating",
            UnclaimedAnnotations.class.getName() + ",isolating");
  }

  @Test
  void theProcessorIsFoundAsAService() throws IOException {
    assertThat(resource("/META-INF/services/javax.annotation.processing.Processor"))
        .contains(SequenceModelProcessor.class.getName());
    assertThat(SequenceModel.class.getPackageName()).isEqualTo("dev.rondo");
  }

  private static boolean names(String error, JavaClass layer) {
    return error.contains("] @" + layer.getSimpleName() + " ");
  }

  private static Set<String> namesUsedIn(String folder) {
    return Sources.in(folder).stream()
        .map(Probe::read)
        .flatMap(model -> model.graph().nodes().stream())
        .flatMap(node -> Stream.of(node.written().replaceFirst("\\(.*", "").substring(1)))
        .collect(Collectors.toSet());
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream =
        Objects.requireNonNull(AnnotationsTest.class.getResourceAsStream(name), name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
