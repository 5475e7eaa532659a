package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Processes that train are killed at random moments, as by {@code kill -9}, and started again until
 * one ends: its weights are those of a training that was never killed, to the last bit.
 *
 * <p>{@code -Drondo.kills=25} says how many kills there are of each kind of training, {@code
 * -Drondo.kills.seed=2} when they come.
 */
class KilledTrainingsTest {
  private static final int KILLS = Integer.getInteger("rondo.kills", 2);
  private static final long SEED = Long.getLong("rondo.kills.seed", 1);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(KilledTraining.class)
  @Timeout(value = 1, unit = TimeUnit.HOURS) // for many kills on a machine that does other work too
  void aTrainingThatIsKilledEndsAsOneThatIsNot(KilledTraining training)
      throws IOException, InterruptedException {
    SplittableRandom random = new SplittableRandom(SEED + training.name().length());
    Life uninterrupted = life(training, false, Integer.MAX_VALUE);
    assertThat(uninterrupted.batches()).isAtLeast(50);
    int kills = 0;
    int whileWriting = 0;
    int trainings = 0;
    while (kills < KILLS) {
      Life life;
      do {
        // so that a training is killed once, or twice, or a few times
        int most = 1 + random.nextInt(uninterrupted.batches() * 2 / 3);
        life = life(training, true, kills < KILLS ? most : Integer.MAX_VALUE);
        if (life.weights() == null) {
          kills++;
          whileWriting += leftBeside().isEmpty() ? 0 : 1;
        }
      } while (life.weights() == null);
      trainings++;
      assertWithMessage("weights of training %s, after %s kills", trainings, kills)
          .that(life.weights())
          .isEqualTo(uninterrupted.weights());
      assertThat(files()).isEmpty();
    }
    System.out.printf(
        "%s: %d kills of %d trainings, %d while a checkpoint was written; all weights %s%n",
        training, kills, trainings, whileWriting, uninterrupted.weights());
  }

  /**
   * What a process told.
   *
   * @param batches that it told of before its end
   * @param weights null if it was killed before it told them
   */
  private record Life(int batches, @Nullable String weights) {}

  /** Runs a process, and kills it once it has told of so many batches. */
  private Life life(KilledTraining training, boolean checkpoints, int killAfter)
      throws IOException, InterruptedException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path errors = folder.resolve("errors");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledTraining.class.getName(),
                training.name(),
                home.toString(),
                Boolean.toString(checkpoints))
            .redirectError(errors.toFile())
            .start();
    try (BufferedReader lines = process.inputReader()) {
      int batches = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(KilledTraining.WEIGHTS)) {
          assertThat(process.waitFor()).isEqualTo(0);
          return new Life(batches, line.substring(KilledTraining.WEIGHTS.length()));
        }
        batches++;
        if (batches == killAfter) {
          process.destroyForcibly().waitFor();
          return new Life(batches, null);
        }
      }
      throw new AssertionError(
          "the training ended by itself after "
              + batches
              + " batches:\n"
              + Files.readString(errors));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  /** Returns what a process left that was killed while it wrote. */
  private List<String> leftBeside() throws IOException {
    return files().stream().filter(name -> name.endsWith(".tmp")).toList();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("home"))) {
      return new ArrayList<>(files.map(file -> file.getFileName().toString()).toList());
    }
  }
}
