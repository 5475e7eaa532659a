package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SampleMainTest {
  private final Captured captured = Captured.files("");

  @Test
  void helpGoesToStandardOutput() {
    assertThat(run(() -> 0, "--help")).isEqualTo(SampleMain.OK);
    assertThat(captured.out()).contains("--json");
    assertThat(captured.err()).isEmpty();
  }

  @Test
  void anUnknownOptionIsAUsageError() {
    assertThat(run(() -> 0, "--jsno")).isEqualTo(SampleMain.USAGE);
    assertThat(captured.err().lines().toList())
        .containsExactly("error: Unknown option: '--jsno'", "--help lists the options.")
        .inOrder();
  }

  @Test
  void contradictionsAreUsageErrors() {
    Callable<Integer> command =
        () -> {
          throw SampleFailure.usage("these do not go together");
        };
    assertThat(run(command)).isEqualTo(SampleMain.USAGE);
    assertThat(captured.err()).startsWith("error: these do not go together");
  }

  @Test
  void aFailureIsOneLine() {
    Callable<Integer> command =
        () -> {
          throw SampleFailure.of("\"x\" does not exist");
        };
    assertThat(run(command)).isEqualTo(SampleMain.FAILED);
    assertThat(captured.err().lines().toList()).containsExactly("error: \"x\" does not exist");
  }

  @Test
  void anUnexpectedFailureKeepsItsName() {
    Callable<Integer> command =
        () -> {
          throw new ArithmeticException("first line\nsecond line");
        };
    assertThat(run(command)).isEqualTo(SampleMain.FAILED);
    assertThat(captured.err().lines().toList())
        .containsExactly("error: java.lang.ArithmeticException: first line");
  }

  @Test
  void verboseShowsWhereAFailureComesFrom() {
    Callable<Integer> command =
        () -> {
          throw new IllegalStateException("lost");
        };
    assertThat(run(command, "--verbose")).isEqualTo(SampleMain.FAILED);
    assertThat(captured.err()).contains("\tat " + SampleMainTest.class.getName());
    assertThat(captured.err()).contains("error: lost");
  }

  private int run(Callable<Integer> action, String... arguments) {
    return SampleMain.run(new Sample(action), captured.streams, arguments);
  }

  @Command(name = "sample")
  private record Sample(@Mixin OutputArguments output, Callable<Integer> action)
      implements Callable<Integer> {
    Sample(Callable<Integer> action) {
      this(new OutputArguments(), action);
    }

    @Override
    public Integer call() throws Exception {
      return action.call();
    }
  }
}
