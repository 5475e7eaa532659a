package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;

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
}
