package dev.rondo.samples.speech;

import dev.rondo.AudioClip;
import dev.rondo.samples.corpora.speech.FormantSynthesizer;
import dev.rondo.samples.corpora.speech.Voice;
import dev.rondo.samples.testing.InterruptionContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "there is no kill command")
class InterruptionTest extends InterruptionContract {
  /** A recording takes about as long as so many sentences. */
  private static final int SENTENCES = 10;

  private static final int LEAST = 8;

  InterruptionTest() {
    super(SpeechApp.class, SpeechApp::run, "Type digits", "--data");
  }

  /** A folder of recordings, beside the file that the contract names. */
  @Override
  protected Path writeTrainingFile(Path file, int sentences) throws IOException {
    Path folder = Files.createDirectories(file.resolveSibling("recordings"));
    Random random = new Random(1);
    int takes = Math.max(LEAST, sentences / SENTENCES);
    for (int take = 0; take < takes; take++) {
      int digit = take % 2;
      float[] samples = FormantSynthesizer.speak(List.of(digit), Voice.usual(random), random);
      AudioClip.of(samples, FormantSynthesizer.RATE)
          .write(folder.resolve("%s_ada_%s.wav".formatted(digit, take)));
    }
    return folder;
  }

  @Override
  protected int epochsOf(Path model) {
    try (SpeechTranscriberPredictor predictor = SpeechTranscriberPredictor.load(model)) {
      return predictor.history().epochs().size();
    }
  }
}
