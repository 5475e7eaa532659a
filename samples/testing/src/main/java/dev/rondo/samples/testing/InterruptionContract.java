package dev.rondo.samples.testing;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Ctrl-C does to a sample, in a process of its own. A sample's test extends this class, and
 * says how its sample is called.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
public abstract class InterruptionContract {
  @TempDir private Path folder;
  private @Nullable Process process;
  private final Class<?> main;
  private final Run.Sample sample;
  private final String prompt;
  private final String train;

  /**
   * Creates the tests of a sample.
   *
   * @param main has its main method
   * @param sample runs it in this process
   * @param prompt what the line begins with that it writes before it asks
   */
  protected InterruptionContract(Class<?> main, Run.Sample sample, String prompt) {
    this(main, sample, prompt, "--train");
  }

  /**
   * Creates the tests of a sample.
   *
   * @param train the option that brings what is trained on
   */
  protected InterruptionContract(Class<?> main, Run.Sample sample, String prompt, String train) {
    this.train = train;
    this.main = main;
    this.sample = sample;
    this.prompt = prompt;
  }

  /** Writes a file to train on, of about so many sentences, or a folder that takes as long. */
  protected abstract Path writeTrainingFile(Path file, int sentences) throws IOException;

  /** Reads a model and returns how many epochs it was trained for. */
  protected abstract int epochsOf(Path model);

  @AfterEach
  final void leaveNoProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  final void aTrainingThatIsInterruptedEndsAfterTheBatchAndIsSaved(String signal) throws Exception {
    Path data = writeTrainingFile(folder.resolve("train.tsv"), 300);
    Path model = folder.resolve("model.rondo");
    Process training = start("", train, data, "--epochs", 1_000_000, "--save", model);
    List<String> lines = new ArrayList<>();
    try (BufferedReader err = training.errorReader(StandardCharsets.UTF_8)) {
      readTo("epoch 1 of", err, lines);
      send(signal, training);
      err.lines().forEach(lines::add);
    }
    assertWithMessage("%s", lines).that(lines).contains("training was stopped");
    assertThat(lines.get(lines.size() - 1)).isEqualTo("saved the model to " + model);
    assertThat(training.waitFor()).isEqualTo(signal.equals("INT") ? 130 : 143);
    assertThat(Files.exists(model)).isTrue();
    assertThat(epochsOf(model)).isGreaterThan(0);
  }

  @Test
  final void aTrainingThatIsKilledGoesOnFromItsCheckpoint() throws Exception {
    Path data = writeTrainingFile(folder.resolve("train.tsv"), 300);
    Path checkpoint = folder.resolve("checkpoint");
    Object[] arguments = {train, data, "--epochs", 1_000_000, "--checkpoint", checkpoint};
    for (String line : List.of("epoch 1 of", "going on from the checkpoint: epoch ")) {
      Process training = start("", arguments);
      try (BufferedReader err = training.errorReader(StandardCharsets.UTF_8)) {
        readTo(line, err, new ArrayList<>());
        // checkpoints are written beside the training, which tells of more epochs meanwhile
        while (!Files.exists(checkpoint)) {
          assertThat(err.readLine()).isNotNull();
        }
      }
      training.destroyForcibly().waitFor();
      assertThat(Files.exists(checkpoint)).isTrue();
    }
  }

  @Test
  final void atThePromptTheProcessEndsAtOnce() throws Exception {
    Path model = folder.resolve("model.rondo");
    Path data = writeTrainingFile(folder.resolve("train.tsv"), 30);
    Run.of(sample, "", train, data, "--epochs", 1, "--save", model);
    Process asking = start("0", "--load", model);
    try (BufferedReader err = asking.errorReader(StandardCharsets.UTF_8)) {
      readTo(prompt, err, new ArrayList<>());
      send("INT", asking);
      assertThat(asking.waitFor()).isEqualTo(130);
    }
  }

  private static void readTo(String start, BufferedReader err, List<String> lines)
      throws IOException {
    for (String line = err.readLine(); line != null; line = err.readLine()) {
      lines.add(line);
      if (line.startsWith(start)) {
        return;
      }
    }
    throw new AssertionError("no line starts with \"" + start + "\": " + lines);
  }

  private static void send(String signal, Process receiver) throws Exception {
    Assumptions.assumeFalse(
        signal.equals("INT") && ignoresInterrupts(), "started without Ctrl-C, as by nohup or &");
    Process kill =
        new ProcessBuilder("kill", "-" + signal, Long.toString(receiver.pid())).inheritIO().start();
    assertThat(kill.waitFor()).isEqualTo(0);
  }

  /** A process that ignores SIGINT hands that down to those it starts; Linux tells. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return false;
    }
    String mask =
        Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> line.substring("SigIgn:".length()).strip())
            .findFirst()
            .orElse("0");
    return (Long.parseUnsignedLong(mask, 16) & 0b10) != 0;
  }

  private Process start(String terminals, Object... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Drondo.samples.terminals=" + terminals,
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process started = new ProcessBuilder(command).start();
    process = started;
    return started;
  }
}
