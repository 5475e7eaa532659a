package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Hypothesis;
import dev.rondo.runtime.decode.Translation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationVariantsTest {
  @TempDir private Path folder;

  @Test
  void aDecoderThatIsFedWhatItLookedAtLearnsAndIsStored() {
    List<FedNumberWriterExample> test = Numbers.spelled(60, 3, "", FedNumberWriterExample::new);
    List<String> texts = test.stream().map(FedNumberWriterExample::words).toList();
    Path file = folder.resolve("fed.rondo");
    try (FedNumberWriterPredictor model =
        FedNumberWriterTrainer.create()
            .validateOn(Numbers.spelled(60, 2, "", FedNumberWriterExample::new))
            .fit(Numbers.spelled(600, 1, "", FedNumberWriterExample::new))) {
      assertThat(model.evaluate(test).chrf().score()).isAtLeast(90.0);
      assertThat(model.writeAll(texts)).isEqualTo(texts.stream().map(model::write).toList());
      Translation translation = model.writeScored("eight One", Decoding.beam(3).best(2));
      assertThat(translation.text()).isEqualTo("18");
      for (Hypothesis hypothesis : translation.hypotheses()) {
        for (float[] weights : hypothesis.attention()) {
          assertThat(weights[0] + weights[1]).isWithin(1e-5f).of(1);
        }
      }
      // tied: the output layer has nothing but its bias
      assertThat(model.host.weights().tensors().keySet()).contains("dense.bias");
      assertThat(model.host.weights().tensors().keySet()).doesNotContain("dense.weight");
      model.save(file);
      try (FedNumberWriterPredictor loaded = FedNumberWriterPredictor.load(file)) {
        assertThat(loaded.writeAll(texts)).isEqualTo(model.writeAll(texts));
        assertThat(loaded.evaluate(test).loss()).isEqualTo(model.evaluate(test).loss());
      }
      try (FedNumberWriterPredictor further =
          FedNumberWriterTrainer.create()
              .continueFrom(model)
              .learningRate(1e-4)
              .epochs(1)
              .fit(test)) {
        assertThat(further.evaluate(test).loss()).isLessThan(0.1);
      }
    }
  }

  @Test
  void twoTextsOfOneVocabularyHaveOneCodecAndOneEmbedding() {
    List<WordTurnerExample> test = Numbers.turned(60, 3, WordTurnerExample::new);
    Path file = folder.resolve("turner.rondo");
    try (WordTurnerPredictor model =
        WordTurnerTrainer.create().fit(Numbers.turned(800, 1, WordTurnerExample::new))) {
      assertThat(model.evaluate(test).chrf().score()).isAtLeast(80.0);
      assertThat(model.turn("two Five")).isEqualTo("Five two");
      assertThat(model.turnScored("two Five").best().attention()).isEmpty();
      // ten words, the padding and the unknown word; case is kept where a text is written
      assertThat(model.text.size()).isEqualTo(12);
      assertThat(model.host.weights().tensors().keySet()).doesNotContain("embedding2.weight");
      model.save(file);
      try (WordTurnerPredictor loaded = WordTurnerPredictor.load(file)) {
        assertThat(loaded.turn("nine six One")).isEqualTo(model.turn("nine six One"));
      }
    }
  }
}
