package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes that are killed while they train, as by {@code kill -9}. */
class KilledTrainingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource(Training.class)
  void killedTwiceATrainingEndsAsItHadWithout(Training training) throws Exception {
    Training.Outcome expected = training.fit(new TrainingListener() {}, null, folder);
    Path file = folder.resolve("checkpoint");
    for (int waitsAfter : List.of(2, 4)) {
      Process process = TrainsUntilKilled.start(training, file, folder, waitsAfter);
      process.destroyForcibly().waitFor();
      assertThat(Files.exists(file)).isTrue();
    }

    List<String> warnings = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {
            warnings.add(warning);
          }
        };
    assertThat(training.fit(listener, file, folder)).isEqualTo(expected);
    assertThat(warnings).isEmpty(); // of another machine, above all
    assertThat(folder.toFile().list()).asList().containsNoneOf("checkpoint", "checkpoint.lock");
  }

  @Test
  void whatAnotherProcessTrainsIsRefusedUntilItEnds() throws Exception {
    Path file = folder.resolve("checkpoint");
    Process process = TrainsUntilKilled.start(Training.EXAMPLES, file, folder, 1);
    try {
      CheckpointException e =
          assertThrows(
              CheckpointException.class,
              () -> Training.EXAMPLES.fit(new TrainingListener() {}, file, folder));
      assertThat(e)
          .hasMessageThat()
          .isEqualTo(
              "checkpoint \""
                  + file
                  + "\": another training of another process writes it now. Wait for its end, or"
                  + " name another file.");
      assertThat(process.isAlive()).isTrue();
    } finally {
      process.destroyForcibly().waitFor();
    }
    Training.EXAMPLES.fit(new TrainingListener() {}, file, folder);
  }
}
