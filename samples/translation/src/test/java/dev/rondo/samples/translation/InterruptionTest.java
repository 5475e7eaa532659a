package dev.rondo.samples.translation;

import dev.rondo.samples.testing.InterruptionContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
class InterruptionTest extends InterruptionContract {
  InterruptionTest() {
    super(TranslationApp.class, TranslationApp::run, "Type an English sentence");
  }

  @Override
  protected Path writeTrainingFile(Path file, int sentences) throws IOException {
    return SmallFiles.write(file, 1, sentences);
  }

  @Override
  protected int epochsOf(Path model) {
    try (TranslatorPredictor predictor = TranslatorPredictor.load(model)) {
      return predictor.history().epochs().size();
    }
  }
}
