package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.train.EndsWhileTraining;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What starts the engine, and what it says then. Each test runs a process of its own. */
class EngineStartTest {
  @Test
  void dataOptionsAndDevicesNeedNoEngine() throws Exception {
    ChildJvm child = ChildJvm.run(WithoutEngine.class, EngineStartTest::isNotDjl);
    assertThat(child.errors()).isEmpty();
    assertThat(child.output()).isEqualTo("cuda:1 2 YES 3 0");
    assertThat(child.exitCode()).isEqualTo(0);
  }

  @Test
  void theEngineItselfIsMissedWhereSomethingIsComputed() throws Exception {
    ChildJvm child = ChildJvm.run(StartsEngine.class, EngineStartTest::isNotDjl);
    assertThat(child.errors()).contains("NoClassDefFoundError: ai/djl/");
    assertThat(child.exitCode()).isEqualTo(1);
  }

  private static boolean isNotDjl(String classPathEntry) {
    return !classPathEntry.replace('\\', '/').contains("/ai/djl/");
  }

  /** DJL warns of a CUDA runtime without a driver, by slf4j; the natives write past it. */
  @Test
  void theEngineWritesNothingPastTheLog() throws Exception {
    ChildJvm child =
        ChildJvm.run(
            StartsEngine.class, part -> true, "-Dorg.slf4j.simpleLogger.defaultLogLevel=off");
    assertThat(child.errors()).isEmpty();
    assertThat(child.output()).isEqualTo("3.0");
    assertThat(child.exitCode()).isEqualTo(0);
  }

  @Test
  void missingNativesAreNamedAndNothingIsFetched() throws Exception {
    ChildJvm child = ChildJvm.run(StartsEngine.class, part -> !part.contains("pytorch-native-cpu"));
    assertThat(child.errors()).contains("EngineStartException: PyTorch cannot be started");
    assertThat(child.errors())
        .contains("are not on the class path; found none. Add the dependency");
    assertThat(child.exitCode()).isEqualTo(1);
  }

  @Test
  void aStartThatFailedIsTriedAnew(@TempDir Path folder) throws Exception {
    Path noFolder = Files.createFile(folder.resolve("file")).resolve("cache");
    ChildJvm child =
        ChildJvm.run(StartsEngineAgain.class, part -> true, "-DENGINE_CACHE_DIR=" + noFolder);
    List<String> lines = child.output().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0))
        .startsWith("PyTorch cannot be started: its native libraries cannot be");
    assertThat(lines.get(0)).contains(noFolder.toString());
    assertThat(lines.get(0)).containsMatch("need a folder with \\d+ MB");
    assertThat(lines.get(0)).contains("DJL_CACHE_DIR");
    assertThat(lines.get(1)).isEqualTo(lines.get(0));
    assertThat(lines.get(2)).isEqualTo("3.0");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itsLibrariesMayBeLoadedAhead() throws Exception {
    ChildJvm child = ChildJvm.run(StartsEngineAhead.class, part -> true);
    assertThat(child.output()).isEqualTo("ahead 3.0");
  }

  @Test
  void whatGoesWrongAheadIsToldByTheStart() throws Exception {
    ChildJvm child =
        ChildJvm.run(StartsEngineAhead.class, part -> !part.contains("pytorch-native-cpu"));
    assertThat(child.errors()).contains("EngineStartException: PyTorch cannot be started");
    assertThat(child.errors()).doesNotContain("rondo-engine-start");
    assertThat(child.exitCode()).isEqualTo(1);
  }

  @Test
  void aSecondClassLoaderIsToldWhereTheRuntimeBelongs() throws Exception {
    ChildJvm child = ChildJvm.run(StartsEngineTwice.class, part -> true);
    List<String> lines = child.output().lines().toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).isEqualTo("3.0");
    assertThat(lines.get(1)).contains("EngineStartException: PyTorch cannot be started: another");
    assertThat(lines.get(1)).contains("into a class loader that all applications share");
    assertThat(lines.get(2)).isEqualTo("3.0");
  }

  @Test
  void theApplicationThatCameFirstCanGo() throws Exception {
    ChildJvm child = ChildJvm.run(StartsEngineForAnApplication.class, part -> true);
    assertThat(child.output()).isEqualTo("3.0 gone");
  }

  @Test
  void theEndOfTheProcessWaitsForWhatRunsAndLetsNothingIn() throws Exception {
    ChildJvm child = ChildJvm.run(EndsWhileComputing.class, part -> true);
    assertThat(child.output()).isEqualTo("the process is ending: nothing new is computed 3.0");
    assertThat(child.exitCode()).isEqualTo(3);
  }

  @Test
  void theEndOfTheProcessStopsATrainingWhoseWeightsCanStillBeSaved() throws Exception {
    ChildJvm child = ChildJvm.run(EndsWhileTraining.class, part -> true);
    assertThat(child.output())
        .matches("1 [1-9]\\d* the process is ending: nothing new is computed");
    assertThat(child.exitCode()).isEqualTo(5);
  }
}
