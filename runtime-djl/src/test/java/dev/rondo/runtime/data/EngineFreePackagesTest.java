package dev.rondo.runtime.data;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Data and model files are read and checked without an engine. */
@AnalyzeClasses(packages = "dev.rondo.runtime", importOptions = DoNotIncludeTests.class)
class EngineFreePackagesTest {
  @ArchTest
  static final ArchRule dataAndStoreDoNotKnowTheEngine =
      noClasses()
          .that()
          .resideInAnyPackage("dev.rondo.runtime.data..", "dev.rondo.runtime.store..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..");

  @ArchTest
  static final ArchRule dataKnowsOnlyTheLanguage =
      classes()
          .that()
          .resideInAPackage("dev.rondo.runtime.data..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.rondo",
              "dev.rondo.data",
              "dev.rondo.internal", // what the language's texts share with reports
              "dev.rondo.runtime.data..",
              "java..",
              "com.ibm.icu..",
              "org.apache.commons.csv..",
              "de.siegmar.fastcsv..",
              "com.fasterxml.jackson.core..",
              "org.slf4j..",
              "org.jspecify.annotations..");
}
