package dev.rondo.samples.translation;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.store.ModelWriter;
import dev.rondo.runtime.store.Signature;
import dev.rondo.samples.common.SampleFailure;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationKindsTest {
  @TempDir private Path folder;

  @Test
  void aFileTellsWhichOfTheModelsItHolds() {
    assertThat(TranslationKinds.of(file("Translator"))).isEqualTo(TranslationKinds.WORDS);
    assertThat(TranslationKinds.of(file("SubwordTranslator"))).isEqualTo(TranslationKinds.SUBWORDS);
  }

  @Test
  void theModelOfAnotherSampleIsSaid() {
    Path file = file("SentimentModel");
    SampleFailure e = assertThrows(SampleFailure.class, () -> TranslationKinds.of(file));
    assertThat(e)
        .hasMessageThat()
        .isEqualTo(
            "--load: \""
                + file
                + "\" holds the model SentimentModel, expected SmallTranslator or Translator or"
                + " SubwordTranslator");
  }

  private Path file(String model) {
    Path file = folder.resolve(model + ".rondo");
    ModelWriter.of(Signature.of(model).build()).write(file, new Weights(Map.of()));
    return file;
  }
}
