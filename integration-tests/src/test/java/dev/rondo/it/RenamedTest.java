package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.store.ModelFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files outlive the names of a model in the source. */
class RenamedTest {
  private static final List<Renamed_BeforeExample> EXAMPLES =
      List.of(
          new Renamed_BeforeExample("what a day", Mood.GOOD, Mood.GOOD),
          new Renamed_BeforeExample("what a mess", Mood.BAD, Mood.BAD));

  @TempDir Path folder;

  @Test
  void aRenamedModelLoadsWhatWasSavedBefore() {
    Path file = folder.resolve("tone.rondo");
    List<Double> saved;
    try (Renamed_BeforePredictor before = Renamed_BeforeTrainer.create().epochs(2).fit(EXAMPLES)) {
      before.save(file);
      saved =
          before.toneScored("what a mess", Mood.GOOD).probabilities().values().stream().toList();
    }
    try (Renamed_AfterPredictor after = Renamed_AfterPredictor.load(file)) {
      assertThat(after.moodScored("what a mess", Mood.GOOD).probabilities().values())
          .containsExactlyElementsIn(saved)
          .inOrder();
    }
  }

  @Test
  void whoRenamedAnInputIsToldTheWayOut() {
    Path file = folder.resolve("tone.rondo");
    try (Renamed_BeforePredictor before = Renamed_BeforeTrainer.create().epochs(1).fit(EXAMPLES)) {
      before.save(file);
    }
    ModelFileException refused =
        assertThrows(ModelFileException.class, () -> Renamed_ForgottenPredictor.load(file));
    assertThat(refused).hasMessageThat().contains("write @StoredAs(\"ticket\") before it.");
  }
}
