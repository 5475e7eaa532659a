package dev.rondo.runtime;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.train.TrainsWithoutListener;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where progress goes if the application says nothing about it. Each test runs a process. */
class ProgressByDefaultTest {
  private static final String LOGGER = "-Dorg.slf4j.simpleLogger.";

  @Test
  void withoutAnSlf4jProviderItIsPrinted() throws Exception {
    ChildJvm child =
        ChildJvm.run(TrainsWithoutListener.class, part -> !part.contains("slf4j-simple"));
    assertThat(child.exitCode()).isEqualTo(0);
    List<String> lines = child.errors().lines().filter(line -> !line.startsWith("SLF4J")).toList();
    assertThat(lines).hasSize(3);
    assertThat(lines.get(0)).matches("training [0-9,]+ weights for at most 2 epochs on cpu");
    assertThat(lines.get(1)).matches("epoch 1 of 2: loss \\d\\.\\d{4}, \\d+\\.\\d s");
    assertThat(lines.get(2)).startsWith("epoch 2 of 2: ");
    assertThat(child.output()).isEmpty();
  }

  @Test
  void withAnSlf4jProviderItIsLoggedAndNoWarningsAre() throws Exception {
    ChildJvm child =
        ChildJvm.run(TrainsWithoutListener.class, part -> true, LOGGER + "showThreadName=false");
    assertThat(child.exitCode()).isEqualTo(0);
    assertThat(child.errors()).contains("INFO dev.rondo.training - epoch 2 of 2: loss ");
    assertThat(child.errors().lines().filter(line -> line.startsWith("epoch")).toList()).isEmpty();
    assertThat(child.errors()).doesNotContain("WARN");
    assertThat(child.output()).isEmpty();
  }

  @Test
  void whoeverTurnsLoggingOffSeesNothing() throws Exception {
    ChildJvm child =
        ChildJvm.run(TrainsWithoutListener.class, part -> true, LOGGER + "defaultLogLevel=off");
    assertThat(child.exitCode()).isEqualTo(0);
    assertThat(child.errors()).isEmpty();
  }
}
