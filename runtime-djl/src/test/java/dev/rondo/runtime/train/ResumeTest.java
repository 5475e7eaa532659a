package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Trainings that are interrupted anywhere give what they had given without an interruption. */
class ResumeTest {
  @TempDir private Path folder;

  /** Ends a training in the middle, as the end of its process would. */
  private static final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Counts what it hears, and ends the training after one of the batches or epochs. */
  private static final class Listener implements TrainingListener {
    private final int lastBatch;
    private final int lastEpoch;
    private final List<String> warnings = new ArrayList<>();
    private final List<Long> doneInEpochs = new ArrayList<>();
    private final List<BatchProgress> resumed = new ArrayList<>();
    private int batches;
    private long done;

    Listener(int lastBatch, int lastEpoch) {
      this.lastBatch = lastBatch;
      this.lastEpoch = lastEpoch;
    }

    @Override
    public void onResume(BatchProgress progress) {
      resumed.add(progress);
    }

    @Override
    public void onBatch(BatchProgress progress) {
      batches++;
      done = progress.done();
      if (batches == lastBatch) {
        throw new Interruption();
      }
    }

    @Override
    public void onEpoch(EpochReport report) {
      doneInEpochs.add(done);
      if (report.epoch() == lastEpoch) {
        throw new Interruption();
      }
    }

    @Override
    public void onWarning(String warning) {
      if (!warning.contains("are training examples too")) {
        warnings.add(warning);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Training.class)
  void interruptedAfterAnyBatchATrainingEndsAsItHadWithout(Training training) throws Exception {
    Listener quiet = new Listener(0, 0);
    Training.Outcome expected = training.fit(quiet, null, folder);
    int epochs = quiet.doneInEpochs.size();
    int each = quiet.batches / epochs;
    assertThat(epochs).isAtLeast(2);
    assertThat(each).isAtLeast(3);
    TreeSet<Integer> places = new TreeSet<>(List.of(1, 2, each / 2, each - 1, each, each + 1));
    places.addAll(List.of(quiet.batches - each, quiet.batches - 1, quiet.batches));
    for (int place : places) {
      Path file = folder.resolve("after " + place);
      Listener interrupting = new Listener(place, 0);
      assertThrows(Interruption.class, () -> training.fit(interrupting, file, folder));
      assertThat(Files.exists(file)).isTrue();

      Listener second = new Listener(0, 0);
      Training.Outcome resumed = training.fit(second, file, folder);

      assertWithMessage("after batch " + place).that(resumed).isEqualTo(expected);
      assertWithMessage("trained again").that(second.batches).isEqualTo(quiet.batches - place);
      assertThat(second.resumed).hasSize(1);
      assertThat(second.warnings).isEmpty();
      assertThat(interrupting.warnings).isEmpty();
      try (var left = Files.list(folder)) {
        assertThat(left.map(path -> path.getFileName().toString()).toList())
            .containsNoneOf("after " + place, "after " + place + ".lock");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Training.class)
  void interruptedAfterAnyEpochATrainingEndsAsItHadWithout(Training training) {
    Listener quiet = new Listener(0, 0);
    Training.Outcome expected = training.fit(quiet, null, folder);
    for (int epoch = 1; epoch <= quiet.doneInEpochs.size(); epoch++) {
      Path file = folder.resolve("epoch " + epoch);
      Listener interrupting = new Listener(0, epoch);
      assertThrows(Interruption.class, () -> training.fit(interrupting, file, folder));

      assertWithMessage("after epoch " + epoch)
          .that(training.fit(new Listener(0, 0), file, folder))
          .isEqualTo(expected);
      assertThat(Files.exists(file)).isFalse();
    }
  }

  /** Each attempt gets one batch further. */
  @ParameterizedTest
  @EnumSource(Training.class)
  void interruptedAfterEachOfItsBatchesATrainingEndsAsItHadWithout(Training training) {
    Listener quiet = new Listener(0, 0);
    Training.Outcome expected = training.fit(quiet, null, folder);
    Path file = folder.resolve("checkpoint");
    for (int batch = 0; batch < quiet.batches; batch++) {
      assertThrows(Interruption.class, () -> training.fit(new Listener(1, 0), file, folder));
    }
    assertThat(training.fit(new Listener(1, 0), file, folder)).isEqualTo(expected);
  }
}
