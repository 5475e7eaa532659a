package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.Fingerprint;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.train.checkpoint.Checkpoint;
import dev.rondo.runtime.train.checkpoint.CheckpointFile;
import dev.rondo.runtime.train.checkpoint.CheckpointFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model says what it was trained with, on what, where and when. */
class ProvenanceTest {
  private static final TrainingListener SILENT = new TrainingListener() {};
  private static final String NO_TIME = "1970-01-01T00:00:00Z";

  private final List<Sample> samples = Sample.random(40, 1);

  @TempDir private Path folder;

  private static TinyTrainer trainer() {
    return new TinyTrainer().listener(SILENT).epochs(1);
  }

  private static Provenance provenance(TinyTrainer trainer, Iterable<Sample> samples) {
    try (TinyModel model = trainer.fit(samples)) {
      return model.history().provenance().orElseThrow();
    }
  }

  private static Fingerprint data(Provenance provenance, String what) {
    return Objects.requireNonNull(provenance.data().get(what), what);
  }

  @Test
  void settingsSeedAndMachineAreTold() {
    Instant before = Instant.now().minusSeconds(1);
    Provenance provenance = provenance(trainer().seed(-7).learningRate(0.5).dropout(0.25), samples);

    assertThat(provenance.settings()).containsEntry("seed", "-7");
    assertThat(provenance.settings()).containsEntry("learningRate", "0.5");
    assertThat(provenance.settings()).containsEntry("batchSize", "8");
    assertThat(provenance.settings()).containsEntry("continueFrom", "nothing");
    assertThat(provenance.settings().values()).contains("0.25");
    assertThat(provenance.machine()).containsEntry("PyTorch", Torch.version());
    assertThat(provenance.machine()).containsEntry("device", "cpu");
    assertThat(provenance.machine()).containsEntry("threads", Integer.toString(Torch.threads()));
    assertThat(provenance.machine())
        .containsEntry("Java", Runtime.version().toString().replaceAll("[+-].*", ""));
    assertThat(provenance.machine().keySet())
        .containsAtLeast("Rondo", "kernels", "processor", "instructions", "system");
    assertThat(provenance.resumed()).isEqualTo(0);
    assertThat(provenance.tags()).isEmpty();
    assertThat(provenance.started()).isAtLeast(before);
    assertThat(provenance.finished()).isAtLeast(provenance.started());
    assertThat(provenance.finished()).isAtMost(Instant.now());
  }

  @Test
  void dataInMemoryIsToldByCountLengthAndDigest() {
    List<Sample> validation = Sample.random(10, 2);
    Provenance provenance = provenance(trainer().validateOn(validation), samples);

    assertThat(provenance.data().keySet())
        .containsExactly("training examples", "validation examples")
        .inOrder();
    Fingerprint training = data(provenance, "training examples");
    assertThat(training.count()).isEqualTo(40);
    assertThat(training.length())
        .isEqualTo(samples.stream().mapToInt(sample -> sample.tokens().length).sum());
    assertThat(data(provenance, "validation examples").count()).isEqualTo(10);
    Provenance exchanged = provenance(trainer().validateOn(samples), validation);
    assertThat(data(exchanged, "validation examples")).isEqualTo(training);
    assertThat(data(exchanged, "training examples"))
        .isEqualTo(data(provenance, "validation examples"));
    assertThat(training.sha256()).isNotEqualTo(data(provenance, "validation examples").sha256());
  }

  @Test
  void dataThatIsReadAnewIsNotReadOnceMoreToTellIt() {
    int[] read = {0};
    Iterable<Sample> counted =
        () -> {
          read[0]++;
          return samples.iterator();
        };

    Provenance provenance = provenance(trainer().epochs(3), counted);

    assertThat(provenance.data()).isEmpty();
    assertThat(read[0]).isEqualTo(4); // counted once, and three epochs
    Provenance kept = provenance(trainer().checkpoint(folder.resolve("checkpoint")), counted);
    assertThat(data(kept, "training examples"))
        .isEqualTo(data(provenance(trainer(), samples), "training examples"));
  }

  @Test
  void textIsToldByDocumentsCharactersAndDigest() throws IOException {
    Path first = Files.writeString(folder.resolve("first"), "abcabcabcabc");
    Path second = Files.writeString(folder.resolve("second"), "bcabca");
    TinyTextTrainer trainer = new TinyTextTrainer().listener(SILENT).epochs(1);

    try (TinyWriter writer = trainer.fit(first, second)) {
      Map<String, Fingerprint> data = writer.history.provenance().orElseThrow().data();
      assertThat(data.keySet()).containsExactly("training texts");
      Fingerprint text = Objects.requireNonNull(data.get("training texts"));
      assertThat(text.count()).isEqualTo(2);
      assertThat(text.length()).isEqualTo(18);
    }
  }

  @Test
  void tagsAreKeptInTheirOrderAndReplacedByName() {
    TinyTrainer trainer = trainer().tag("run", "1").tag("commit", "").tag("run", "2");

    Provenance provenance = provenance(trainer, samples);
    trainer.tag("later", "");

    assertThat(provenance.tags()).containsExactly("run", "2", "commit", "").inOrder();
  }

  @Test
  void tagsThatAreBlankTooLongOrTooManyAreRefused() {
    assertRefused(" ", "", "name is blank, expected the name of a tag");
    assertRefused("n".repeat(101), "", "name has 101 characters, expected at most 100");
    assertRefused("n", "v".repeat(1_001), "value has 1001 characters, expected at most 1000");
    TinyTrainer trainer = trainer();
    for (int i = 0; i < 100; i++) {
      trainer.tag("n".repeat(97) + i, "v".repeat(1_000));
    }
    trainer.tag("n".repeat(97) + 0, "replaced");
    Exception e = assertThrows(IllegalArgumentException.class, () -> trainer.tag("one more", ""));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo("there are 100 tags already, which is the limit: keep more beside the model");
  }

  private static void assertRefused(String name, String value, String message) {
    Exception e = assertThrows(IllegalArgumentException.class, () -> trainer().tag(name, value));
    assertThat(e).hasMessageThat().isEqualTo(message);
  }

  @Test
  void aTrainingThatIsGoneOnWithTellsItsFirstStartAndHowOften() {
    Path file = folder.resolve("checkpoint");
    interrupt(file);
    changePosition(file, "started", NO_TIME);
    interrupt(file);

    Provenance provenance = provenance(interruptible(file).tag("attempt", "3"), samples);

    assertThat(provenance.started()).isEqualTo(Instant.EPOCH);
    assertThat(provenance.finished()).isGreaterThan(Instant.EPOCH);
    assertThat(provenance.resumed()).isEqualTo(2);
    assertThat(provenance.tags()).containsExactly("attempt", "3");
  }

  @Test
  void aStartThatIsNoTimeIsRefused() {
    Path file = folder.resolve("checkpoint");
    interrupt(file);
    changePosition(file, "started", "at noon");

    Exception e = assertThrows(CheckpointException.class, () -> interruptible(file).fit(samples));
    assertThat(e).hasMessageThat().contains("its position has started = at noon, expected a time");
  }

  private static TinyTrainer interruptible(Path file) {
    return trainer().checkpoint(file).checkpointEvery(Duration.ZERO);
  }

  /** Ends a training after its next batch. */
  private void interrupt(Path file) {
    TrainingListener interrupting =
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            throw new IllegalStateException("interrupted");
          }
        };
    Exception e =
        assertThrows(
            IllegalStateException.class,
            () -> interruptible(file).listener(interrupting).fit(samples));
    assertThat(e).hasMessageThat().isEqualTo("interrupted");
  }

  private static void changePosition(Path path, String name, String value) {
    try (CheckpointFile file = CheckpointFormat.installed().lock(path)) {
      Checkpoint whole = file.read().orElseThrow();
      Map<Checkpoint.Facts, Map<String, String>> facts = new EnumMap<>(whole.facts());
      Map<String, String> position = new LinkedHashMap<>(whole.facts(Checkpoint.Facts.POSITION));
      assertThat(position.put(name, value)).isNotNull();
      facts.put(Checkpoint.Facts.POSITION, position);
      file.write(new Checkpoint(facts, whole.history(), whole.arrays()));
    }
  }

  @Test
  void whatIsTooLongIsCutInsteadOfEndingATraining() {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("n".repeat(1_001), "v".repeat(10_001));
    for (int i = 0; i < 1_000; i++) {
      texts.put("name " + i, "");
    }

    Map<String, String> fitting = Provenance.fitting(texts);

    assertThat(fitting).hasSize(1_000);
    assertThat(fitting).containsEntry("n".repeat(999) + "…", "v".repeat(9_999) + "…");
    assertThat(of(fitting).settings()).isEqualTo(fitting);
    Exception e = assertThrows(IllegalArgumentException.class, () -> of(texts));
    assertThat(e).hasMessageThat().contains("settings has");
  }

  private static Provenance of(Map<String, String> settings) {
    return new Provenance(Instant.EPOCH, Instant.EPOCH, 0, settings, Map.of(), Map.of(), Map.of());
  }
}
