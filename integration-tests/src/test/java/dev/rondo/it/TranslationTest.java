package dev.rondo.it;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.Hypothesis;
import dev.rondo.runtime.decode.Translation;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.TranslationEvaluation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TranslationTest {
  private static final List<NumberWriterExample> TEST =
      Numbers.spelled(100, 3, " ", NumberWriterExample::new);

  @TempDir private Path folder;
  private NumberWriterPredictor model;

  @BeforeAll
  void train() {
    model =
        NumberWriterTrainer.create()
            .validateOn(Numbers.spelled(60, 2, " ", NumberWriterExample::new))
            .fit(Numbers.spelled(600, 1, " ", NumberWriterExample::new));
  }

  @AfterAll
  void close() {
    model.close();
  }

  @Test
  void whatWasNeverSeenIsTranslated() {
    TranslationEvaluation evaluation = model.evaluate(TEST);

    assertThat(evaluation.loss()).isLessThan(0.2);
    assertThat(evaluation.bleu().score()).isAtLeast(90.0);
    assertThat(evaluation.chrf().score()).isAtLeast(90.0);
    assertThat(model.write("seven four One")).isEqualTo("1 4 7");
    assertThat(model.write("seven four One", Decoding.greedy())).isEqualTo("1 4 7");
  }

  @Test
  void bleuIsInTheHistoryOfEachEpoch() {
    List<EpochReport> epochs = model.history().epochs();
    Quality first = Objects.requireNonNull(epochs.get(0).validationQuality());
    Quality best =
        Objects.requireNonNull(epochs.get(model.history().bestEpoch() - 1).validationQuality());

    assertThat(epochs).hasSize(10);
    assertThat(best.name()).isEqualTo("BLEU");
    assertThat(best.value()).isGreaterThan(first.value());
    assertThat(epochs.get(0).examples())
        .isEqualTo(
            Numbers.spelled(600, 1, " ", NumberWriterExample::new).stream()
                .mapToLong(example -> example.expected().split(" ").length + 1)
                .sum());
  }

  @Test
  void manyTextsAreTranslatedAsEachAloneAndInTheirOrder() {
    List<String> texts = new ArrayList<>(List.of("", "unheard of", "two"));
    TEST.forEach(example -> texts.add(example.words()));
    List<String> alone = texts.stream().map(model::write).toList();

    assertThat(model.writeAll(texts)).isEqualTo(alone);
    assertThat(model.writeAllScored(texts).stream().map(Translation::text).toList())
        .isEqualTo(alone);
    assertThat(model.writeAll(texts, Decoding.greedy()))
        .isEqualTo(texts.stream().map(text -> model.write(text, Decoding.greedy())).toList());
    assertThat(model.writeAll(List.of())).isEmpty();
  }

  @Test
  void jacksonWritesAndReadsTranslationsWithoutHelp() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Translation translation = model.writeScored("nine zero six", Decoding.beam(3).best(2));
    String json = mapper.writeValueAsString(translation);

    assertThat(json)
        .contains("\"sourceTokens\":[\"nine\",\"zero\",\"six\"],\"hypotheses\":[{\"text\":");
    assertThat(mapper.readValue(json, Translation.class)).isEqualTo(translation);
  }

  @Test
  void theBestTranslationsComeWithScoresAndWithWhatTheyLookedAt() {
    Translation translation = model.writeScored("nine zero six", Decoding.beam(5).best(4));
    List<Double> scores = translation.hypotheses().stream().map(Hypothesis::score).toList();
    List<Double> sorted = new ArrayList<>(scores);
    sorted.sort(Collections.reverseOrder());

    assertThat(translation.sourceTokens()).containsExactly("nine", "zero", "six").inOrder();
    assertThat(scores).hasSize(4);
    assertThat(scores).isEqualTo(sorted);
    assertThat(translation.text()).isEqualTo("6 0 9");
    for (Hypothesis hypothesis : translation.hypotheses()) {
      assertThat(hypothesis.attention()).hasLength(hypothesis.tokens().size());
      for (float[] weights : hypothesis.attention()) {
        assertThat(weights).hasLength(3);
        assertThat(weights[0] + weights[1] + weights[2]).isWithin(1e-5f).of(1);
      }
    }
    assertThat(model.writeScored("nine").hypotheses()).hasSize(1);
    assertThat(model.writeAllScored(List.of("nine", "two"), Decoding.beam(2).best(2))).hasSize(2);
  }

  @Test
  void aLoadedModelTranslatesTheSame() {
    Path file = folder.resolve("numbers.rondo");
    model.save(file);
    try (NumberWriterPredictor loaded = NumberWriterPredictor.load(file)) {
      List<String> texts = TEST.stream().map(NumberWriterExample::words).toList();
      assertThat(loaded.writeAll(texts)).isEqualTo(model.writeAll(texts));
      assertThat(loaded.evaluate(TEST).loss()).isEqualTo(model.evaluate(TEST).loss());
      assertThat(loaded.writeScored("two").score()).isEqualTo(model.writeScored("two").score());
      assertThat(loaded.history()).isEqualTo(model.history());
    }
    assertThat(assertThrows(ModelFileException.class, () -> FedNumberWriterPredictor.load(file)))
        .hasMessageThat()
        .contains("NumberWriter");
  }

  @Test
  void trainingGoesOnFromAModelWithItsVocabularies() {
    double before = model.evaluate(TEST).loss();
    List<NumberWriterExample> more = Numbers.spelled(300, 5, " ", NumberWriterExample::new);
    try (NumberWriterPredictor further =
        NumberWriterTrainer.create().continueFrom(model).learningRate(1e-3).epochs(1).fit(more)) {
      assertThat(further.expected).isSameInstanceAs(model.expected);
      assertThat(further.evaluate(TEST).loss()).isLessThan(before + 0.02);
    }
    assertThat(model.evaluate(TEST).loss()).isEqualTo(before);
  }

  @Test
  void theSameSeedGivesTheSameModel() {
    List<NumberWriterExample> examples = Numbers.spelled(80, 1, " ", NumberWriterExample::new);
    try (NumberWriterPredictor one = NumberWriterTrainer.create().epochs(2).fit(examples);
        NumberWriterPredictor other = NumberWriterTrainer.create().epochs(2).fit(examples)) {
      assertThat(one.evaluate(TEST).loss()).isEqualTo(other.evaluate(TEST).loss());
    }
  }

  @Test
  void examplesAreReadFromFilesByTheirNames() throws Exception {
    Path file = folder.resolve("pairs.tsv");
    Files.writeString(file, "expected\twords\n1 2\ttwo One\n3\tthree\n");

    assertThat(NumberWriterExample.read(file))
        .containsExactly(
            new NumberWriterExample("two One", "1 2"), new NumberWriterExample("three", "3"))
        .inOrder();
  }

  @Test
  void whatIsWrongWithAnArgumentIsSaid() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> model.write(nothing())))
        .hasMessageThat()
        .isEqualTo("words is null");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> model.writeAll(Arrays.asList("two", nothing()))))
        .hasMessageThat()
        .isEqualTo("allWords[1] is null");
    assertThrows(IllegalArgumentException.class, () -> model.evaluate(List.of()));
    assertThrows(IllegalArgumentException.class, () -> NumberWriterTrainer.create().fit(List.of()));
    assertThrows(IllegalArgumentException.class, () -> new NumberWriterExample("a", nothing()));
    assertThrows(
        IllegalArgumentException.class, () -> NumberWriterTrainer.create().expectedVocabulary(0));
  }

  // what a caller without null checks of its own may pass
  @SuppressWarnings("NullAway")
  private static String nothing() {
    return null;
  }

  @Test
  void aClosedModelSaysSo() {
    NumberWriterPredictor closed =
        NumberWriterTrainer.create()
            .epochs(1)
            .fit(Numbers.spelled(20, 1, " ", NumberWriterExample::new));
    closed.close();
    closed.close();
    assertThat(assertThrows(IllegalStateException.class, () -> closed.write("two")))
        .hasMessageThat()
        .contains("closed");
  }
}
