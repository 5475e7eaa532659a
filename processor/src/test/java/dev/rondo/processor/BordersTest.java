package dev.rondo.processor;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

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
              ROOT + ".check")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "javax.lang.model..", "javax.annotation.processing..", "com.palantir..");

  @ArchTest
  static final ArchRule onlyTheShellAndTheLastStagesKnowJavaPoet =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT, ROOT + ".plan", ROOT + ".write")
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
          .definedBy(ROOT + ".check")
          .layer("plan")
          .definedBy(ROOT + ".plan")
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
}
