package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.runtime.decode.NextToken;
import dev.rondo.runtime.decode.Sampling;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated sessions: a model, fed step by step. */
class SessionTest {
  @TempDir private Path folder;

  private static ToneModelPredictor tone() {
    return ToneModelTrainer.create()
        .fit(
            Sentences.moods(100, 1).stream()
                .map(example -> new ToneModelExample(example.text(), example.expected()))
                .toList());
  }

  private static void assertSame(Prediction<?> actual, Prediction<?> expected) {
    assertThat(actual.probabilities().keySet()).isEqualTo(expected.probabilities().keySet());
    List<Double> values = new ArrayList<>(actual.probabilities().values());
    List<Double> others = new ArrayList<>(expected.probabilities().values());
    for (int i = 0; i < values.size(); i++) {
      assertThat(values.get(i)).isWithin(1e-5).of(others.get(i));
    }
  }

  @Test
  void eachStepHasTheAnswerToAllThatWasRead() {
    try (ToneModelPredictor model = tone()) {
      ToneModelSession session = model.session();
      String read = "";
      for (String part : List.of("the film", "was", "awful , on a train", "yesterday")) {
        read = (read + " " + part).trim();
        assertSame(session.copy().nextScored(part), model.judgeScored(read));
        assertThat(session.next(part)).isEqualTo(model.judge(read));
      }
      assertThat(session.steps()).isEqualTo(9);
    }
  }

  @Test
  void tokensAreReadOneByOne() {
    try (SpamModelPredictor model =
        SpamModelTrainer.create().epochs(2).fit(Sentences.spam(80, 1))) {
      SpamModelSession session = model.session();
      List<String> words = List.of("the", "film", "was", "", "broken", "unheard", "twice");
      for (int i = 0; i < words.size(); i++) {
        Prediction<Boolean> answer = session.nextScored(words.get(i));
        assertSame(answer, model.isSpamScored(words.subList(0, i + 1)));
      }
      assertThat(assertThrows(IllegalArgumentException.class, () -> session.next(nothing())))
          .hasMessageThat()
          .isEqualTo("token is null");
      assertThat(session.steps()).isEqualTo(7);
    }
  }

  @SuppressWarnings("NullAway") // what a caller without null checks may pass
  private static String nothing() {
    return null;
  }

  @Test
  void residualLayersAndNormsAreSteppedToo() {
    try (VariantModels_ResidualPredictor model =
        VariantModels_ResidualTrainer.create()
            .epochs(1)
            .fit(
                Sentences.spam(50, 1).stream()
                    .map(e -> new VariantModels_ResidualExample(e.words(), Mood.GOOD))
                    .toList())) {
      VariantModels_ResidualSession session = model.session();
      session.next("the");
      assertSame(session.nextScored("film"), model.judgeScored(List.of("the", "film")));
    }
  }

  @Test
  void aSessionSurvivesWithTheModelsFile() {
    Path file = folder.resolve("model.rondo");
    try (ToneModelPredictor model = tone()) {
      ToneModelSession session = model.session();
      session.next("the film was");
      byte[] bytes = session.toBytes();
      Prediction<Mood> expected = session.nextScored("awful");
      model.save(file);
      try (ToneModelPredictor loaded = ToneModelPredictor.load(file)) {
        ToneModelSession restored = loaded.session(bytes);
        assertThat(restored.steps()).isEqualTo(3);
        assertThat(restored.nextScored("awful")).isEqualTo(expected);
      }
      assertThrows(
          IllegalArgumentException.class,
          () -> model.session(Arrays.copyOf(bytes, bytes.length - 3)));
    }
  }

  @Test
  void textWithoutTokensIsRefusedAndAClosedModelSaysSo() {
    ToneModelPredictor model = tone();
    ToneModelSession session = model.session();
    session.next("the");
    for (String text : List.of("", " \n")) {
      assertThat(assertThrows(IllegalArgumentException.class, () -> session.next(text)))
          .hasMessageThat()
          .isEqualTo("the text has no tokens: there is no step to take");
    }
    assertThat(session.steps()).isEqualTo(1);
    model.close();
    assertThat(assertThrows(IllegalStateException.class, () -> session.next("film")))
        .hasMessageThat()
        .isEqualTo("the model is closed");
    assertThrows(IllegalStateException.class, model::session);
  }

  @Test
  void aLanguageModelTellsWhatFollowsAsItWrites() throws IOException {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, "the quick brown fox jumps over the lazy dog.\n".repeat(60));
    try (ScribePredictor scribe = ScribeTrainer.create().fit(text)) {
      ScribeSession session = scribe.session();
      NextToken next = session.next("the quick br");
      StringBuilder written = new StringBuilder();
      for (int i = 0; i < 12; i++) {
        written.append(next.text());
        next = session.next(next.text());
      }
      assertThat(written.toString())
          .isEqualTo(scribe.write("the quick br", Sampling.greedy().maximumLength(12)));
      assertThat(session.steps()).isEqualTo(24);
      ScribeSession whole = scribe.session();
      NextToken same = whole.next("the quick br" + written);
      assertThat(same.likeliest(3).get(0).probability())
          .isWithin(1e-5)
          .of(next.likeliest(3).get(0).probability());
      assertThat(same.probability(same.text())).isEqualTo(same.likeliest(1).get(0).probability());
      assertThat(same.endProbability()).isAtMost(1.0);
      assertThrows(IllegalArgumentException.class, () -> same.probability("ab"));
      assertThrows(IllegalArgumentException.class, () -> same.likeliest(0));
    }
  }

  @Test
  void wordsThatFollowHaveTheirSpaceAndOtherLayersTakeAPass() throws IOException {
    Path text = folder.resolve("text.txt");
    Files.writeString(text, "one two three, four five six. ".repeat(60));
    try (SpeakerPredictor speaker = SpeakerTrainer.create().fit(text)) {
      SpeakerSession session = speaker.session();
      assertThat(session.next("one two").text()).isEqualTo(" three");
      assertThat(session.copy().next("three").text()).isEqualTo(",");
      assertThat(speaker.session(session.toBytes()).next("three").text()).isEqualTo(",");
    }
  }
}
