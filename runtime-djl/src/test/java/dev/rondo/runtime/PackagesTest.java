package dev.rondo.runtime;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.channels.FileChannel;

/** Which packages of the runtime may know which. */
@AnalyzeClasses(packages = "dev.rondo.runtime", importOptions = DoNotIncludeTests.class)
class PackagesTest {
  @ArchTest
  static final ArchRule fewPackagesKnowTheEngine =
      noClasses()
          .that()
          .resideOutsideOfPackages(
              "dev.rondo.runtime.engine..",
              "dev.rondo.runtime.kernel..",
              "dev.rondo.runtime.layer..",
              "dev.rondo.runtime.train..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("ai.djl..");

  @ArchTest
  static final ArchRule layersDoNotKnowTraining =
      noClasses()
          .that()
          .resideInAnyPackage("dev.rondo.runtime.layer..", "dev.rondo.runtime.engine..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("dev.rondo.runtime.train..");

  @ArchTest
  static final ArchRule layersDoNotKnowWhatNetworksAreRunFor =
      noClasses()
          .that()
          .resideInAPackage("dev.rondo.runtime.layer")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.rondo.runtime.layer.network..");

  @ArchTest
  static final ArchRule metricsOfTextsArePlainJava =
      classes()
          .that()
          .resideInAPackage("dev.rondo.runtime.metric..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "dev.rondo.runtime.metric..", "dev.rondo.runtime.data..");

  @ArchTest
  static final ArchRule seriesArePlainJava =
      classes()
          .that()
          .resideInAPackage("dev.rondo.runtime.series..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "com.fasterxml.jackson.core..",
              "dev.rondo.task..",
              "dev.rondo.runtime.series..",
              "dev.rondo.runtime.data..");

  /** An interrupt ends a training and must break nothing: it closes channels that are in use. */
  @ArchTest
  static final ArchRule filesAreNoInterruptibleChannels =
      noClasses()
          .that()
          .doNotHaveSimpleName("AtomicFile") // forces a folder, and may fail
          .should()
          .callMethodWhere(
              describe(
                  "a channel of a file is opened",
                  call ->
                      call.getTarget()
                              .getFullName()
                              .startsWith(FileChannel.class.getName() + ".open")
                          || call.getTarget().getName().equals("newByteChannel")));

  @ArchTest
  static final ArchRule packagesHaveNoCycles =
      slices().matching("dev.rondo.runtime.(*)..").should().beFreeOfCycles();
}
