package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.pytorch.jni.JniUtils;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.CheckpointFormat;
import dev.rondo.runtime.train.checkpoint.StateArray;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When checkpoints are written, kept and refused. An epoch has five batches. */
class CheckpointTest {
  private final List<Sample> samples = Sample.random(40, 1);
  private final List<String> warnings = new ArrayList<>();

  @TempDir private Path folder;

  /** Ends the training after a batch, if that is not 0, and counts. */
  private class Listener implements TrainingListener {
    private final int lastBatch;
    int batches;

    Listener(int lastBatch) {
      this.lastBatch = lastBatch;
    }

    @Override
    public void onBatch(BatchProgress progress) {
      batches++;
      if (batches == lastBatch) {
        throw new IllegalStateException("interrupted");
      }
    }

    @Override
    public void onWarning(String warning) {
      warnings.add(warning);
    }
  }

  private Path file() {
    return folder.resolve("checkpoint");
  }

  private TinyTrainer trainer(TrainingListener listener) {
    return new TinyTrainer()
        .dropout(0.3)
        .listener(listener)
        .checkpoint(file())
        .checkpointEvery(Duration.ZERO);
  }

  private void interrupt(TinyTrainer trainer) {
    Exception e = assertThrows(IllegalStateException.class, () -> trainer.fit(samples));
    assertThat(e).hasMessageThat().isEqualTo("interrupted");
  }

  private static Map<String, List<Float>> weights(TinyTrainer trainer, List<Sample> samples) {
    try (TinyModel model = trainer.fit(samples)) {
      return model.weights();
    }
  }

  @Test
  void byDefaultACheckpointIsWrittenAfterEachEpoch() {
    interrupt(new TinyTrainer().listener(new Listener(8)).checkpoint(file()));
    Listener second = new Listener(0);

    Map<String, List<Float>> resumed =
        weights(new TinyTrainer().listener(second).checkpoint(file()), samples);

    assertThat(second.batches).isEqualTo(10);
    assertThat(resumed).isEqualTo(weights(new TinyTrainer(), samples));
  }

  @Test
  void aStoppedTrainingLeavesItsCheckpointAndIsGoneOnWith() {
    TinyTrainer stopping =
        new TinyTrainer().dropout(0.3).checkpoint(file()).checkpointEvery(Duration.ofDays(1));
    stopping.listener(
        new Listener(0) {
          @Override
          public void onBatch(BatchProgress progress) {
            super.onBatch(progress);
            if (batches == 7) {
              stopping.stop();
            }
          }
        });
    stopping.fit(samples).close();
    assertThat(Files.exists(file())).isTrue();
    Listener second = new Listener(0);

    Map<String, List<Float>> resumed = weights(trainer(second), samples);

    assertThat(second.batches).isEqualTo(8);
    assertThat(resumed).isEqualTo(weights(new TinyTrainer().dropout(0.3), samples));
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void aTrainingThatIsStoppedWithItsLastBatchIsComplete() {
    TinyTrainer stopping = trainer(new Listener(0)).epochs(1);
    stopping.observer(model -> stopping.stop());
    stopping.fit(samples).close();
    assertThat(folder.toFile().list()).isEmpty();
  }

  @Test
  void patienceIsCountedOverInterruptions() {
    List<Sample> wrong = Sample.wrong(20, 2);
    TinyTrainer alone = new TinyTrainer().epochs(8).patience(3).validateOn(wrong);
    Map<String, List<Float>> expected = weights(alone.listener(new Listener(0)), samples);
    for (int batch : new int[] {3, 9}) {
      interrupt(trainer(new Listener(batch)).dropout(0).epochs(8).patience(3).validateOn(wrong));
    }
    TinyTrainer last = trainer(new Listener(0)).dropout(0).epochs(8).patience(3).validateOn(wrong);

    try (TinyModel model = last.fit(samples)) {
      assertThat(model.history().epochs()).hasSize(4);
      assertThat(model.history().bestEpoch()).isEqualTo(1);
      assertThat(model.weights()).isEqualTo(expected);
    }
  }

  @Test
  void whatHasChangedIsNamedWithTheWayOut() {
    interrupt(trainer(new Listener(3)));
    assertRefused(
        "learningRate is 0.5 now, and was 0.02. Set it to what it was", t -> t.learningRate(0.5));
    assertRefused("seed is 2 now, and was 1. Set it to what it was", t -> t.seed(2));
    assertRefused("epochs is 9 now, and was 3. Set it to what it was", t -> t.epochs(9));
    assertRefused(
        "dropout.rate is 0.1 now, and was 0.3. Set it to what it was", t -> t.dropout(0.1));
    assertRefused(
        "number of validation examples is 20 now, and was missing. Give the same data and sizes of"
            + " vocabularies",
        t -> t.validateOn(Sample.random(20, 2)));
    try (TinyModel other = new TinyTrainer().fit(samples)) {
      assertRefused(
          "continueFrom is "
              + other.host.weights().sha256()
              + " now, and was nothing. Set it to what it was",
          t -> t.continueFrom(other));
    }
    // nothing of that has harmed it
    Listener second = new Listener(0);
    trainer(second).fit(samples).close();
    assertThat(second.batches).isEqualTo(12);
  }

  private void assertRefused(String difference, UnaryOperator<TinyTrainer> change) {
    TinyTrainer trainer = change.apply(trainer(new Listener(0)));
    assertRefused(difference, () -> trainer.fit(samples));
  }

  private void assertRefused(String difference, Runnable work) {
    CheckpointException e = assertThrows(CheckpointException.class, work::run);
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "checkpoint \""
                + file()
                + "\" is of another training: "
                + difference
                + ", or delete the file to start anew.");
  }

  @Test
  void dataThatHasChangedIsNamed() {
    interrupt(trainer(new Listener(3)));
    assertRefused(
        "number of training examples is 39 now, and was 40. Give the same data and sizes of"
            + " vocabularies",
        () -> trainer(new Listener(0)).fit(samples.subList(1, 40)));
    List<Sample> turned = new ArrayList<>(samples.subList(1, 40));
    turned.add(samples.get(0));
    CheckpointException e =
        assertThrows(CheckpointException.class, () -> trainer(new Listener(0)).fit(turned));
    assertThat(e).hasMessageThat().contains("SHA-256 of training examples is ");
  }

  @Test
  void anotherModelIsNamed() throws IOException {
    interrupt(trainer(new Listener(3)));
    Path text = Files.writeString(folder.resolve("text"), "abracadabra ".repeat(20));
    assertRefused(
        "the model is dev.rondo.runtime.decode.TinyLanguage now, and was"
            + " dev.rondo.runtime.train.TinyNetwork. Train that model",
        () -> new TinyTextTrainer().checkpoint(file()).fit(text));
  }

  @Test
  void aSecondTrainingOfThisProcessIsRefused() {
    List<String> messages = new ArrayList<>();
    TrainingListener starting =
        new Listener(0) {
          @Override
          public void onBatch(BatchProgress progress) {
            CheckpointException e =
                assertThrows(
                    CheckpointException.class,
                    () -> trainer(new Listener(0)).checkpoint(file()).fit(samples));
            messages.add(String.valueOf(e.getMessage()));
          }
        };
    trainer(starting).epochs(1).fit(samples).close();
    assertThat(messages).hasSize(5);
    assertThat(messages.get(4))
        .isEqualTo(
            "checkpoint \""
                + file()
                + "\": another training of this process writes it now. Wait for its end, or name"
                + " another file.");
    trainer(new Listener(0)).fit(samples).close(); // it is free again
  }

  @Test
  void onAnotherNumberOfThreadsItGoesOnAndWarns() {
    interrupt(trainer(new Listener(3)));
    int threads = JniUtils.getNumThreads();
    Listener second = new Listener(0);
    JniUtils.setNumThreads(threads + 1);
    try {
      trainer(second).fit(samples).close();
    } finally {
      JniUtils.setNumThreads(threads);
    }
    assertThat(second.batches).isEqualTo(12);
    assertThat(warnings)
        .containsExactly(
            "the training goes on from checkpoint \""
                + file()
                + "\" on another machine, so what it gives is not bit-equal to a training that was"
                + " never interrupted: threads is "
                + (threads + 1)
                + ", and was "
                + threads);
  }

  @Test
  void aCheckpointThatCannotBeWrittenDoesNotEndTheTraining() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path file = inner.resolve("checkpoint");
    Listener listener =
        new Listener(0) {
          @Override
          public void onBatch(BatchProgress progress) {
            super.onBatch(progress);
            if (batches == 3) {
              delete(file);
              delete(inner.resolve("checkpoint.lock"));
              delete(inner);
            }
          }
        };
    trainer(listener).checkpoint(file).fit(samples).close();
    assertThat(listener.batches).isEqualTo(15);
    assertThat(warnings).hasSize(12 + 3); // batches and epochs
    assertThat(warnings.get(0))
        .isEqualTo(
            "checkpoint \""
                + file
                + "\": the folder \""
                + inner
                + "\" does not exist. Create it first. The training goes on, and the checkpoint"
                + " stays as it was.");
  }

  /** A network drive, say: what was written stays, and is written again once it is back. */
  @Test
  void aFolderThatIsGoneForAWhileCostsNothingButTheCheckpointsMeanwhile() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path gone = folder.resolve("gone");
    Path file = inner.resolve("checkpoint");
    Map<String, List<Float>> expected = weights(new TinyTrainer().dropout(0.3), samples);
    for (int back : new int[] {7, 12}) {
      Listener listener =
          new Listener(10) {
            @Override
            public void onBatch(BatchProgress progress) {
              if (batches + 1 == 4) {
                move(inner, gone);
              } else if (batches + 1 == back) {
                move(gone, inner);
              }
              super.onBatch(progress);
            }
          };
      interrupt(trainer(listener).checkpoint(file));
      if (back > 10) {
        move(gone, inner);
      }
      Listener second = new Listener(0);

      Map<String, List<Float>> resumed = weights(trainer(second).checkpoint(file), samples);

      assertThat(second.batches).isEqualTo(back > 10 ? 15 - 4 : 15 - 10);
      assertThat(resumed).isEqualTo(expected);
      assertThat(inner.toFile().list()).isEmpty();
    }
    assertThat(warnings.get(0))
        .contains("The training goes on, and the checkpoint stays as it was");
  }

  private static void move(Path from, Path to) {
    try {
      Files.move(from, to);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void otherVersionsAndProcessorsAreWarnedOfAndGoneOnWith() {
    interrupt(trainer(new Listener(3)));
    try (CheckpointFile file = CheckpointFormat.installed().lock(file())) {
      Checkpoint whole = file.read().orElseThrow();
      Map<Checkpoint.Facts, Map<String, String>> facts = new HashMap<>(whole.facts());
      Map<String, String> machine = new LinkedHashMap<>(whole.facts(Checkpoint.Facts.MACHINE));
      assertThat(machine.keySet()).containsAtLeast("Rondo", "PyTorch", "kernels", "device");
      machine.put("PyTorch", "1.13.1");
      machine.put("kernels", "others");
      machine.remove("instructions");
      facts.put(Checkpoint.Facts.MACHINE, machine);
      file.write(new Checkpoint(facts, whole.history(), whole.arrays()));
    }
    Listener second = new Listener(0);
    trainer(second).fit(samples).close();
    assertThat(second.batches).isEqualTo(12);
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("and was 1.13.1; kernels is ");
    assertThat(warnings.get(0)).contains(", and was others; instructions is ");
    assertThat(warnings.get(0)).endsWith(", and was missing");
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aFolderThatDoesNotExistIsNamedBeforeTheTraining() {
    Path file = folder.resolve("none/checkpoint");
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () -> trainer(new Listener(0)).checkpoint(file).fit(samples));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "checkpoint \""
                + file
                + "\": the folder \""
                + file.getParent()
                + "\" does not exist. Create it first.");
  }

  @Test
  void aFileThatIsNoCheckpointIsLeftAlone() throws IOException {
    Files.writeString(file(), "a letter to somebody", StandardCharsets.UTF_8);
    CheckpointException e =
        assertThrows(CheckpointException.class, () -> trainer(new Listener(0)).fit(samples));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "checkpoint \""
                + file()
                + "\": is no checkpoint: it does not begin like a zip. Name another file, or delete"
                + " this one to start anew.");
    assertThat(Files.readString(file())).isEqualTo("a letter to somebody");
  }

  /** Whole files that a program has written, but not one of ours. */
  @Test
  void arraysThatAreNotThoseOfTheModelAreRefused() {
    interrupt(trainer(new Listener(7)));
    for (Checkpoint.Part part : List.of(Checkpoint.Part.WEIGHTS, Checkpoint.Part.OPTIMIZER)) {
      try (CheckpointFile file = CheckpointFormat.installed().lock(file())) {
        Checkpoint whole = file.read().orElseThrow();
        Map<Checkpoint.Part, Map<String, StateArray>> arrays = new HashMap<>(whole.arrays());
        Map<String, StateArray> changed = new HashMap<>(whole.arrays(part));
        String first = changed.keySet().stream().sorted().findFirst().orElseThrow();
        changed.put(first, new StateArray(new long[] {1}, () -> new float[1]));
        arrays.put(part, changed);
        file.write(new Checkpoint(whole.facts(), whole.history(), arrays));
        assertContradicting();
        file.write(whole);
      }
    }
    trainer(new Listener(0)).fit(samples).close();
  }

  private void assertContradicting() {
    Path copy = folder.resolve("copy");
    try {
      Files.copy(file(), copy);
      CheckpointException e =
          assertThrows(
              CheckpointException.class,
              () -> trainer(new Listener(0)).checkpoint(copy).fit(samples));
      assertThat(e).hasMessageThat().contains("is whole, but what it says does not fit together");
      Files.delete(copy);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void theTimeBetweenCheckpointsIsNotNegative() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> new TinyTrainer().checkpointEvery(Duration.ofSeconds(-1)));
    assertThat(e).hasMessageThat().isEqualTo("time is PT-1S, must not be negative");
  }
}
