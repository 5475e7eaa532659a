package dev.rondo.samples.tagger;

import dev.rondo.samples.testing.InterruptionContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
class InterruptionTest extends InterruptionContract {
  InterruptionTest() {
    super(TaggerApp.class, TaggerApp::run, "Type a sentence");
  }

  /** The contract calls the file what it likes, and names no column. */
  @Override
  protected Path writeTrainingFile(Path file, int sentences) throws IOException {
    return SmallFiles.writeUniversal(file.resolveSibling("train.conllu"), 1, sentences);
  }

  @Override
  protected int epochsOf(Path model) {
    try (CrfTaggerPredictor predictor = CrfTaggerPredictor.load(model)) {
      return predictor.history().epochs().size();
    }
  }
}
