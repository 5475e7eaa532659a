package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.layer.Activation;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Neither training nor prediction gathers native memory. */
class NativeMemoryTest {
  private static final long MOST_GROWTH = 60L << 20;

  @TempDir private Path folder;

  @Test
  void aThousandStepsOfTrainingKeepTheNumberOfArrays() {
    new TinyTrainer().epochs(1).fit(Sample.random(4, 1)).close();
    int before = NativeArrays.count();
    TreeSet<Integer> counts = new TreeSet<>();
    TrainingListener counting =
        new TrainingListener() {
          private int steps;

          @Override
          public void onBatch(BatchProgress progress) {
            // the first epoch makes the optimizer's moments and the copy of the best weights
            if (progress.epoch() > 2 && ++steps % 50 == 0) {
              counts.add(NativeArrays.count());
            }
          }
        };
    TinyTrainer trainer =
        new TinyTrainer()
            .epochs(102)
            .batchSize(4)
            .patience(0)
            .dropout(0.2)
            .validateOn(Sample.random(4, 2))
            .listener(counting);

    trainer.fit(Sample.random(40, 1)).close();

    // of each weight: itself, two moments, their steps, and the best so far; of the embedding also
    // its gradient; the memory of the recurrent layer, and that of its backward pass
    int weights = new TinyNetwork(2, 2, Activation.NONE).getDirectParameters().size();
    assertThat(counts).containsExactly(before + 5 * weights + 1 + 2);
    assertThat(NativeArrays.count()).isEqualTo(before);
  }

  @Test
  void tenThousandPredictionsKeepTheNumberOfArrays() {
    List<int[]> rows = rows(10_000);
    int before = NativeArrays.count();
    TinyNetwork network = new TinyNetwork(Sample.VOCABULARY, 2, Activation.NONE);
    try (NetworkHost host = host(network)) {
      int weights = NativeArrays.count();
      for (int i = 0; i < 1_000; i++) {
        host.scores(List.of(rows.get(i)), row -> row.length, network::scores);
        if (i % 100 == 0) {
          assertThat(NativeArrays.count()).isEqualTo(weights);
        }
      }
      assertThat(host.scores(rows, row -> row.length, network::scores)).hasSize(10_000);
      assertThat(NativeArrays.count()).isEqualTo(weights);
    }
    assertThat(NativeArrays.count()).isEqualTo(before);
  }

  /** Detached arrays are in no manager's count: only the process's memory shows them. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void residentMemoryStaysFlatOverPredictionsAndSteps() throws IOException {
    List<int[]> rows = rows(20_000);
    TinyNetwork network = new TinyNetwork(Sample.VOCABULARY, 2, Activation.NONE);
    try (NetworkHost host = host(network)) {
      long[] resident = new long[4];
      for (int round = 0; round < resident.length; round++) {
        host.scores(rows, row -> row.length, network::scores);
        new TinyTrainer().epochs(12).listener(silent()).fit(Sample.random(200, round)).close();
        resident[round] = residentBytes();
      }
      assertWithMessage(
              "resident bytes after each round, the first two warm up: %s", list(resident))
          .that(resident[3] - resident[1])
          .isLessThan(MOST_GROWTH);
    }
  }

  @Test
  void aThousandStepsOfALanguageModelAndItsWritingKeepTheNumberOfArrays() throws IOException {
    Path text = text();
    fitTexts(text, 1).close();
    int before = NativeArrays.count();
    TreeSet<Integer> counts = new TreeSet<>();
    TinyTextTrainer trainer = new TinyTextTrainer().dropout(0.2).epochs(24).validateOn(text);
    trainer.listener(
        new TrainingListener() {
          private int steps;

          @Override
          public void onBatch(BatchProgress progress) {
            // the first epoch makes the optimizer's moments and the copy of the best weights
            if (progress.epoch() > 2 && ++steps % 10 == 0) {
              trainer.running().write("abra", Sampling.atRandom().maximumLength(20));
              counts.add(NativeArrays.count());
            }
          }
        });
    try (TinyWriter writer = trainer.fit(text)) {
      int weights = writer.weights().size();
      // of each weight: itself, two moments, their steps, and the best so far; and the state
      int state = 4;
      assertThat(counts).containsExactly(before + 5 * weights + state);
      int trained = NativeArrays.count();
      for (int i = 0; i < 200; i++) {
        writer.write("simsala", Sampling.atRandom().maximumLength(50));
        writer.evaluator.evaluate(List.of("abracadabra".repeat(1 + i)));
        assertThat(NativeArrays.count()).isEqualTo(trained);
      }
    }
    assertThat(NativeArrays.count()).isEqualTo(before);
  }

  /** States are detached from step to step, and what kernels prepare is in no manager. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void residentMemoryStaysFlatOverStepsOfALanguageModelAndItsWriting() throws IOException {
    Path text = text();
    long[] resident = new long[5];
    for (int round = 0; round < resident.length; round++) {
      try (TinyWriter writer = fitTexts(text, 12)) {
        for (int i = 0; i < 50; i++) {
          writer.write("abra", Sampling.atRandom().maximumLength(200));
        }
      }
      resident[round] = residentBytes();
    }
    assertWithMessage("resident bytes after each round, the first two warm up: %s", list(resident))
        .that(resident[4] - resident[1])
        .isLessThan(MOST_GROWTH);
  }

  private Path text() throws IOException {
    return Files.writeString(folder.resolve("text"), "abracadabra simsalabim ".repeat(87));
  }

  private static TinyWriter fitTexts(Path text, int epochs) {
    return new TinyTextTrainer().epochs(epochs).fit(text);
  }

  private static TrainingListener silent() {
    return new TrainingListener() {};
  }

  private static List<Long> list(long[] values) {
    return Arrays.stream(values).boxed().toList();
  }

  /** Direct buffers that arrays were made of go with the garbage. */
  private static long residentBytes() throws IOException {
    System.gc();
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS in /proc/self/status");
  }

  private static NetworkHost host(TinyNetwork network) {
    return NetworkHost.restore(
        network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, 1));
  }

  private static List<int[]> rows(int count) {
    Random random = new Random(5);
    List<int[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(random.ints(1 + random.nextInt(30), 1, Sample.VOCABULARY).toArray());
    }
    return rows;
  }
}
