package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.NumberCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is likely to be a mistake is told; what is fine is not. */
class WarningsTest {
  /** The weather, of which some is rare. */
  private enum Weather {
    SUN,
    RAIN,
    SNOW
  }

  private record Day(String text, Weather expected) {}

  private static final EnumCodec<Weather> CODEC = EnumCodec.of(Weather.values());

  private final List<String> warnings = new ArrayList<>();
  private final TrainingListener listener =
      new TrainingListener() {
        @Override
        public void onWarning(String warning) {
          warnings.add(warning);
        }
      };

  private static List<Day> days(int from, int to, Weather... expected) {
    return IntStream.range(from, to)
        .mapToObj(i -> new Day("day " + i, expected[i % expected.length]))
        .toList();
  }

  private Rows<int[], Integer> rows(Iterable<Day> examples, Iterable<Day> validation) {
    return new DataCheck<>(validation, warnings::add, new CutCounter(Map.of(), cut -> {}))
        .rows(examples, CODEC, day -> new Row<>(new int[] {1}, CODEC.index(day.expected()), 1));
  }

  @Test
  void examplesOfAllClassesAndOtherValidationDataAreFine() {
    rows(days(0, 300, Weather.values()), days(300, 400, Weather.values()));
    rows(days(0, 300, Weather.values()), days(295, 400, Weather.values()));

    assertThat(warnings).isEmpty();
  }

  @Test
  void classesWithoutExamplesAreNamed() {
    rows(days(0, 10, Weather.SUN, Weather.SNOW), List.of(new Day("x", Weather.RAIN)));

    assertThat(warnings)
        .containsExactly(
            "no training example has the answer RAIN: the model learns never to give it");
  }

  @Test
  void oneClassOnlyIsNamed() {
    rows(days(0, 10, Weather.SNOW), List.of(new Day("x", Weather.RAIN)));

    assertThat(warnings)
        .containsExactly(
            "all 10 training examples have the answer SNOW: nothing else can be learned from them");
  }

  @Test
  void validationDataThatRepeatsTrainingDataIsTold() {
    rows(days(0, 300, Weather.values()), days(0, 300, Weather.values()));
    rows(days(0, 300, Weather.values()), days(280, 380, Weather.values()));

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0))
        .startsWith("100 % of the 300 validation examples are training examples too");
    assertThat(warnings.get(1))
        .startsWith("20 % of the 100 validation examples are training examples too");
  }

  private void heads(List<HeadCodec> heads, float[][]... targets) {
    List<String> examples = IntStream.range(0, targets.length).mapToObj(i -> "x" + i).toList();
    new DataCheck<String>(null, warnings::add, new CutCounter(Map.of(), cut -> {}))
        .rows(
            examples,
            heads,
            example ->
                new Row<>(new int[] {1}, targets[Integer.parseInt(example.substring(1))], 1));
  }

  @Test
  void classesOfEachOutputAreCountedThoseOfEachStepToo() {
    List<HeadCodec> heads =
        List.of(
            new HeadCodec("sky", CODEC),
            new HeadCodec("steps", EachStep.of(CODEC)),
            new HeadCodec("several", LabelsCodec.of(Weather.values())),
            new HeadCodec("degrees", NumberCodec.learner(Scaling.NONE).build()));

    heads(
        heads,
        new float[][] {{0}, {0, 1, Float.NaN}, {1, 0, 1}, {3}},
        new float[][] {{1}, {2}, {0, 0, 1}, {3}});
    assertThat(warnings)
        .containsExactly(
            "no training example has the answer SNOW for \"sky\": the model learns never to give"
                + " it",
            "no training example has the label RAIN for \"several\": the model learns never to give"
                + " it")
        .inOrder();

    warnings.clear();
    heads(
        heads,
        new float[][] {{Float.NaN}, {2, 2}, {1, 1, 1}, {3}},
        new float[][] {{Float.NaN}, {2}, {Float.NaN, Float.NaN, Float.NaN}, {3}});
    assertThat(warnings)
        .containsExactly(
            "no training example has an answer for \"sky\": nothing is learned of it",
            "all 3 training steps have the answer SNOW for \"steps\": nothing else can be learned"
                + " from them")
        .inOrder();
  }

  @Test
  void theOnlyOutputGoesWithoutItsName() {
    heads(List.of(new HeadCodec("expected", CODEC)), new float[][] {{0}}, new float[][] {{1}});

    assertThat(warnings)
        .containsExactly(
            "no training example has the answer SNOW: the model learns never to give it");
  }

  @Test
  void ofManyClassesThatTrainingLacksTheFirstAreNamed() {
    heads(
        List.of(new HeadCodec("expected", EnumCodec.of(Character.UnicodeScript.values()))),
        new float[][] {{0}},
        new float[][] {{1}});

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0))
        .containsMatch(
            "ARMENIAN, .*, \\.\\.\\. \\(\\d+ in all\\): the model learns never to give it");
    assertThat(warnings.get(0).length()).isLessThan(400);
  }

  @Test
  void examplesThatAreReadAnewEachTimeAreLookedAtInTheFirstEpoch() {
    List<Day> all = days(0, 30, Weather.SUN, Weather.SNOW);
    Rows<int[], Integer> rows = rows(() -> all.iterator(), all);
    assertThat(warnings).isEmpty();

    rows.epoch(1, 1, 4).forEach(batch -> {});
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).contains("RAIN");
    assertThat(warnings.get(1)).startsWith("100 %");

    rows.epoch(1, 2, 4).forEach(batch -> {});
    assertThat(warnings).hasSize(2);
  }

  @Test
  void validationDataIsRefusedAtOnceWhereItIsEmptyOrNull() {
    TinyTrainer trainer = new TinyTrainer().listener(listener).validateOn(List.of());
    List<Sample> samples = Sample.random(8, 1);
    assertThat(assertThrows(IllegalArgumentException.class, () -> trainer.fit(samples)))
        .hasMessageThat()
        .startsWith("the validation data has no examples.");

    List<Sample> holed = new ArrayList<>(samples);
    holed.set(3, null);
    trainer.validateOn(holed);
    assertThat(assertThrows(IllegalArgumentException.class, () -> trainer.fit(samples)))
        .hasMessageThat()
        .isEqualTo("validation example 3 is null (counted from 0)");
  }

  @Test
  void aTrainingTellsOfItsData() {
    List<Sample> plus =
        Sample.random(40, 1).stream().filter(sample -> sample.expected() == Sign.PLUS).toList();

    new TinyTrainer().epochs(1).listener(listener).validateOn(plus).fit(plus).close();

    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).contains("training examples have the answer PLUS");
    assertThat(warnings.get(1)).contains("validation examples are training examples too");
  }

  @Test
  void aTrainingThatLearnsIsFine() {
    new TinyTrainer().epochs(6).listener(listener).fit(Sample.random(40, 1)).close();

    assertThat(warnings).isEmpty();
  }

  @Test
  void aTrainingThatDivergesToFiniteNumbersIsTold() {
    TinyTrainer trainer =
        new TinyTrainer()
            .optimizer(Optimizer.SGD)
            .momentum(0)
            .clipNorm(1e4)
            .learningRate(1e3)
            .epochs(3)
            .listener(listener);

    try (TinyModel model = trainer.fit(Sample.random(40, 1))) {
      assertThat(model.history().epochs().get(2).trainingLoss()).isGreaterThan(100.0);
    }

    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("the training diverged: the loss of epoch 3, whose");
  }

  @Test
  void aTextThatIsValidatedOnItselfOrOnNothingIsTold(@TempDir Path folder) throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "abracadabra ".repeat(50));
    Path blank = Files.writeString(folder.resolve("blank"), " \n\t\n");
    Path dev = Files.writeString(folder.resolve("dev"), "simsalabim");
    TinyTextTrainer trainer = new TinyTextTrainer().epochs(1).listener(listener);

    trainer.validateOn(dev).fit(text).close();
    assertThat(warnings).isEmpty();
    trainer.validateOn(dev, folder.resolve(".").resolve("text")).fit(text).close();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).startsWith("the validation text has a file of the training text");
    trainer.validateOn(blank);
    assertThat(assertThrows(IllegalArgumentException.class, () -> trainer.fit(text)))
        .hasMessageThat()
        .isEqualTo("the validation text is empty: \"" + blank + "\" has nothing but white space");
  }

  @Test
  void theBestEpochIsFoundByItsNumber() {
    List<EpochReport> epochs =
        Stream.of(4, 5, 6).map(i -> new EpochReport(i, 1, 1.0 / i, null, null, 1, 1)).toList();

    assertThat(new TrainingHistory(epochs, 5).best()).hasValue(epochs.get(1));
    assertThat(new TrainingHistory(epochs, 2).best()).isEmpty();
    assertThat(TrainingHistory.none().best()).isEmpty();
  }
}
