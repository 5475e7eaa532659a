package dev.rondo.samples.common;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingPlan;
import dev.rondo.runtime.train.TranscriptEvaluation;
import dev.rondo.runtime.train.metric.EditCounts;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsoleProgressTest {
  private static final EpochReport FIRST =
      new EpochReport(1, 1e-3, 0.5, 0.4, Quality.accuracy(0.825), 1000, 4);
  private static final EpochReport SECOND =
      new EpochReport(2, 1e-3, 0.3, 0.45, Quality.accuracy(0.81), 1000, 2);

  @Test
  void aFileGetsALineAnEpoch() {
    Captured files = Captured.files("");
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "examples")) {
      progress.onStart(new TrainingPlan(2, 1000, 123_456, Device.cpu()));
      progress.onBatch(batch(1, 500, 2));
      progress.onEpoch(FIRST);
      progress.onBatch(batch(2, 500, 1));
      progress.onEpoch(SECOND);
      progress.onEnd(new TrainingHistory(List.of(FIRST, SECOND), 1));
    }
    assertThat(files.err().lines().toList())
        .containsExactly(
            "training 123,456 weights on 1,000 examples, at most 2 epochs, on cpu",
            "epoch 1 of 2: loss 0.5000, 4.0 s, 250 examples/s, dev loss 0.4000, dev accuracy"
                + " 82.5 %",
            "epoch 2 of 2: loss 0.3000, 2.0 s, 500 examples/s, dev loss 0.4500, dev accuracy"
                + " 81.0 %",
            "kept the weights of epoch 1, whose dev loss is the lowest")
        .inOrder();
    assertThat(files.out()).isEmpty();
  }

  @Test
  void withoutDevSentencesALineHasNoDevFigures() {
    Captured files = Captured.files("");
    EpochReport report = new EpochReport(1, 1e-3, 0.5, null, null, 1000, 4);
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "examples")) {
      progress.onStart(new TrainingPlan(1, 1000, 10, Device.cpu()));
      progress.onEpoch(report);
      progress.onEnd(new TrainingHistory(List.of(report), 1));
    }
    assertThat(files.err().lines().skip(1).toList())
        .containsExactly("epoch 1 of 1: loss 0.5000, 4.0 s, 250 examples/s");
  }

  @Test
  void theShareOfBlanksIsToldOfTranscripts() {
    Captured files = Captured.files("");
    EditCounts none = new EditCounts(0, 0, 0, 1);
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "examples")) {
      progress.onStart(new TrainingPlan(2, 1000, 10, Device.cpu()));
      progress.onTranscripts(new TranscriptEvaluation(1, none, none, 1, 0.9375, 0.4));
      progress.onEpoch(FIRST);
      progress.onEpoch(SECOND);
    }
    List<String> lines = files.err().lines().toList();
    assertThat(lines.get(1)).endsWith("dev accuracy 82.5 %, 93.8 % blanks");
    assertThat(lines.get(2)).endsWith("dev accuracy 81.0 %");
  }

  @Test
  void aLongEpochGetsALineEveryTenSecondsInAFile() {
    Captured files = Captured.files("");
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "examples")) {
      for (int second = 1; second <= 25; second++) {
        progress.onBatch(batch(1, 10L * second, second));
      }
    }
    assertThat(files.err().lines().toList())
        .containsExactly(
            "epoch 1 of 2: 10 %, loss 0.7000, 10 examples/s, 3:10 left",
            "epoch 1 of 2: 20 %, loss 0.7000, 10 examples/s, 3:00 left")
        .inOrder();
  }

  @Test
  void countsAreOfWhatIsLearnedFrom() {
    Captured files = Captured.files("");
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "characters")) {
      progress.onStart(new TrainingPlan(1, 1000, 10, Device.cpu()));
      progress.onBatch(batch(1, 100, 10));
      progress.onEpoch(FIRST);
    }
    assertThat(files.err()).contains("on 1,000 characters, 1 epoch");
    assertThat(files.err()).contains(" 10 characters/s, 3:10 left");
    assertThat(files.err()).contains(" 4.0 s, 10 characters/s, dev loss");
    assertThat(files.err()).doesNotContain("examples");
  }

  @Test
  void theThroughputOfAnEpochLeavesItsEvaluationOut() {
    Captured files = Captured.files("");
    try (ConsoleProgress progress = new ConsoleProgress(files.streams, "examples")) {
      progress.onBatch(batch(1, 1000, 2));
      progress.onEpoch(FIRST);
    }
    assertThat(files.err()).contains(": loss 0.5000, 4.0 s, 500 examples/s, dev loss");
  }

  @Test
  void aTerminalGetsABarThatTheEpochsLineReplaces() {
    Captured terminal = Captured.terminal("");
    try (ConsoleProgress progress = new ConsoleProgress(terminal.streams, "examples")) {
      progress.onStart(new TrainingPlan(2, 1000, 123_456, Device.cpu()));
      progress.onBatch(batch(1, 500, 2));
      progress.onEpoch(FIRST);
    }
    String shown = terminal.err();
    assertThat(shown).contains("\repoch 1/2  50% [");
    assertThat(shown).contains("]  500/1000 (0:00:00 / 0:00:06) 250/s, loss 0.700");
    assertThat(shown).contains(" \repoch 1 of 2: loss 0.5000");
  }

  @Test
  void aBarIsNeverWiderThanTheTerminal() {
    Captured terminal = Captured.terminal("");
    try (ConsoleProgress progress = new ConsoleProgress(terminal.streams, "examples")) {
      progress.onBatch(batch(1, 500, 2));
    }
    for (String part : terminal.err().split("\r", -1)) {
      assertThat(part.length()).isLessThan(80);
    }
  }

  @Test
  void aTrainingThatFailsLeavesNoBarBehind() {
    Captured terminal = Captured.terminal("");
    try (ConsoleProgress progress = new ConsoleProgress(terminal.streams, "examples")) {
      progress.onBatch(batch(1, 500, 2));
    }
    assertThat(terminal.err()).endsWith(" \r");
  }

  private static BatchProgress batch(int epoch, long done, double seconds) {
    return new BatchProgress(epoch, 2, done, 1000, 0.7, 1e-3, seconds);
  }
}
