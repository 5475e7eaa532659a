package dev.rondo.samples.translation;

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

/** Ctrl-C, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class InterruptionTest {
  @TempDir private Path folder;
  private @Nullable Process process;

  @AfterEach
  void leaveNoProcess() {
    if (process != null) {
      process.destroyForcibly();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"INT", "TERM"})
  void aTrainingThatIsInterruptedEndsAfterTheBatchAndIsSaved(String signal) throws Exception {
    Path train = SmallFiles.write(folder.resolve("train.tsv"), 1, 300);
    Path model = folder.resolve("model.rondo");
    Process training = start("", "--train", train, "--epochs", 1_000_000, "--save", model);
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
    try (TranslatorPredictor predictor = TranslatorPredictor.load(model)) {
      assertThat(predictor.history().epochs()).isNotEmpty();
    }
  }

  @Test
  void atThePromptTheProcessEndsAtOnce() throws Exception {
    Path model = folder.resolve("model.rondo");
    Path train = SmallFiles.write(folder.resolve("train.tsv"), 1, 30);
    Run.of("", "--train", train, "--epochs", 1, "--save", model);
    Process prompt = start("0", "--load", model);
    try (BufferedReader err = prompt.errorReader(StandardCharsets.UTF_8)) {
      readTo("Type an English sentence", err, new ArrayList<>());
      send("INT", prompt);
      assertThat(prompt.waitFor()).isEqualTo(130);
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
                TranslationApp.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Process started = new ProcessBuilder(command).start();
    process = started;
    return started;
  }
}
