package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.train.EpochReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageModelTest {
  @TempDir private Path folder;

  private Path text(String text) throws IOException {
    return Files.writeString(folder.resolve("text.txt"), text);
  }

  @Test
  void aTextByHeartIsContinuedSavedAndLoaded() throws IOException {
    Path text = text("the quick brown fox jumps over the lazy dog.\n".repeat(60));
    Sampling greedy = Sampling.greedy().maximumLength(12);
    try (ScribePredictor scribe = ScribeTrainer.create().validateOnLast(0.1).fit(text)) {
      assertThat(scribe.write("the quick br", greedy)).isEqualTo("own fox jump");
      assertThat(scribe.writeStream("the quick br", greedy).collect(Collectors.joining()))
          .isEqualTo("own fox jump");
      EpochReport last = scribe.history().epochs().get(scribe.history().bestEpoch() - 1);
      assertThat(last.validationLoss()).isLessThan(0.3);
      assertThat(last.validationQuality()).isNull();
      assertThat(scribe.evaluate(text).loss()).isLessThan(0.3);
      // tied: the output layer has nothing but its bias
      assertThat(weightNames(scribe)).contains("dense.bias");
      assertThat(weightNames(scribe)).doesNotContain("dense.weight");
      Path file = folder.resolve("scribe.rondo");
      scribe.save(file);
      try (ScribePredictor loaded = ScribePredictor.load(file)) {
        assertThat(loaded.perplexity(List.of("the lazy fox")))
            .isEqualTo(scribe.perplexity(List.of("the lazy fox")));
        assertThat(loaded.write("the lazy", greedy)).isEqualTo(scribe.write("the lazy", greedy));
        assertThat(weightNames(loaded)).isEqualTo(weightNames(scribe));
        try (ScribePredictor next =
            ScribeTrainer.create().epochs(1).continueFrom(loaded).fit(text)) {
          assertThat(weightNames(next)).isEqualTo(weightNames(scribe));
          assertThat(next.evaluate(text).loss()).isLessThan(0.3);
        }
      }
    }
  }

  private static Set<String> weightNames(ScribePredictor scribe) {
    return scribe.host.weights().tensors().keySet();
  }

  @Test
  void wordsAreWrittenWithSpacesAndStopWhereWanted() throws IOException {
    Path text = text("one two three, four five six. ".repeat(60));
    try (SpeakerPredictor speaker = SpeakerTrainer.create().fit(text)) {
      assertThat(speaker.say("one two", Sampling.greedy().maximumLength(4)))
          .isEqualTo(" three, four five");
      assertThat(speaker.say("one two", Sampling.greedy().stopAt("six")))
          .isEqualTo(" three, four five ");
    }
  }

  @Test
  void trainingTwiceGivesTheSameAndWritingMeanwhileDisturbsNothing() throws IOException {
    Path text = text("abracadabra simsalabim ".repeat(40));
    List<String> written = new ArrayList<>();
    try (ScribePredictor quiet = ScribeTrainer.create().epochs(3).fit(text);
        ScribePredictor shown =
            ScribeTrainer.create()
                .epochs(3)
                .observer(
                    scribe -> written.add(scribe.write("a", Sampling.atRandom().maximumLength(20))))
                .fit(text)) {
      assertThat(written).hasSize(3);
      Sampling seeded = Sampling.atRandom().seed(4).maximumLength(50);
      assertThat(shown.write("a", seeded)).isEqualTo(quiet.write("a", seeded));
      assertThat(shown.perplexity(List.of("abra"))).isEqualTo(quiet.perplexity(List.of("abra")));
    }
  }

  @Test
  void aTextsPerplexityIsThatOfItsTokensWhateverStandsBesideIt() throws IOException {
    Path text = text("abracadabra simsalabim ".repeat(40));
    try (ScribePredictor scribe = ScribeTrainer.create().epochs(2).fit(text)) {
      String one = "abra sim".repeat(30);
      double a = scribe.evaluate(List.of(one)).loss();
      double b = scribe.evaluate(List.of("sala")).loss();
      double together = scribe.evaluate(List.of(one, "sala")).loss();
      assertThat(together).isWithin(1e-5).of((a * one.length() + b * 4) / (one.length() + 4));
    }
  }
}
