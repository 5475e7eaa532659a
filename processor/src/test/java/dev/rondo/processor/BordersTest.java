package dev.rondo.processor;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "dev.rondo.processor", importOptions = DoNotIncludeTests.class)
class BordersTest {
  private static final String ROOT = "dev.rondo.processor";

  @ArchTest
  static final ArchRule theMiddleKnowsNeitherTheCompilerNorJavaPoet =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".diag",
              ROOT + ".declared",
              ROOT + ".graph..",
              ROOT + ".shape",
              ROOT + ".check..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.lang.model..", "javax.annotation.processing..", "com.palantir..");

  @ArchTest
  static final ArchRule onlyTheShellAndTheLastStagesKnowJavaPoet =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".plan..", ROOT + ".write")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.palantir..");

  @ArchTest
  static final ArchRule nothingDependsOnTheEngineOrTheRuntime =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..", "dev.rondo.runtime..");

  @ArchTest
  static final ArchRule stagesHandOverInOneDirection =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .layer("shell")
          .definedBy(ROOT)
          .layer("read")
          .definedBy(ROOT + ".read")
          .layer("declared")
          .definedBy(ROOT + ".declared")
          .layer("build")
          .definedBy(ROOT + ".graph.build")
          .layer("graph")
          .definedBy(ROOT + ".graph")
          .layer("shape")
          .definedBy(ROOT + ".shape")
          .layer("check")
          .definedBy(ROOT + ".check..")
          .layer("plan")
          .definedBy(ROOT + ".plan..")
          .layer("write")
          .definedBy(ROOT + ".write")
          .whereLayer("shell")
          .mayNotBeAccessedByAnyLayer()
          .whereLayer("read")
          .mayOnlyBeAccessedByLayers("shell")
          .whereLayer("declared")
          .mayOnlyBeAccessedByLayers("shell", "read", "build", "check")
          .whereLayer("build")
          .mayOnlyBeAccessedByLayers("shell", "check")
          .whereLayer("shape")
          .mayOnlyBeAccessedByLayers("shell", "check", "plan")
          .whereLayer("check")
          .mayOnlyBeAccessedByLayers("shell")
          .whereLayer("plan")
          .mayOnlyBeAccessedByLayers("shell", "write")
          .whereLayer("write")
          .mayOnlyBeAccessedByLayers("shell");

  @ArchTest
  static final ArchRule rulesOfOneConceptDoNotKnowThoseOfAnother =
      slices().matching(ROOT + ".check.(*)..").should().beFreeOfCycles();

  /** Names of the engine are text to the processor, so that ArchUnit does not see them. */
  @Test
  void onlyTheLastStagesNameTheEngineAndTheRuntime() throws IOException {
    Path sources = Path.of("src", "main", "java", "dev", "rondo", "processor");
    try (Stream<Path> files = Files.walk(sources)) {
      List<Path> middle =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(file -> !file.startsWith(sources.resolve("plan")))
              .filter(file -> !file.startsWith(sources.resolve("write")))
              .toList();
      assertThat(middle).isNotEmpty();
      for (Path file : middle) {
        assertWithMessage("%s", file)
            .that(Files.readString(file))
            .doesNotContainMatch("ai\\.djl|dev\\.rondo\\.runtime");
      }
    }
  }
}
