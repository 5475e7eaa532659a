package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.it.typed.Models.Channel;
import dev.rondo.it.typed.Models.Condition;
import dev.rondo.it.typed.Models.Engine;
import dev.rondo.it.typed.Models.Reading;
import dev.rondo.it.typed.Models.Verdict;
import dev.rondo.runtime.data.UnknownClassException;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Models of records and numbers learn, are stored, and answer step by step as they do at once. */
class TypedModelsTest {
  private static final double CLOSE = 1e-5;

  private static final List<Condition> CONDITIONS =
      List.of(Condition.GOOD, Condition.WORN, Condition.FAULTY);

  private final Random random = new Random(7);

  @TempDir Path folder;

  private List<Reading> readings(int steps, float load) {
    List<Reading> readings = new ArrayList<>();
    long second = 1_700_000_000L;
    for (int i = 0; i < steps; i++) {
      second += 1 + random.nextInt(100);
      readings.add(
          new Reading(
              load + (float) random.nextGaussian() / 4,
              new Engine(900 + random.nextInt(50), i % 3 == 1 ? Float.NaN : 20 + i),
              DayOfWeek.of(1 + i % 7),
              i % 2 == 0 ? "north" : "south",
              i % 4 == 0 ? null : 0.5,
              Instant.ofEpochSecond(second)));
    }
    return readings;
  }

  private List<Models_MachinesExample> machines(int count) {
    List<Models_MachinesExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int load = i % 3;
      examples.add(
          new Models_MachinesExample(
              readings(3 + random.nextInt(6), load),
              new Verdict(CONDITIONS.get(load), 100 - 30F * load)));
    }
    return examples;
  }

  @Test
  void readingsBecomeAClassAndANumberInTheUsersUnits() {
    List<Models_MachinesExample> train = machines(150);
    List<Models_MachinesExample> test = machines(30);
    try (Models_MachinesPredictor model =
        Models_MachinesTrainer.create().epochs(15).learningRate(0.01).fit(train)) {
      Models_MachinesEvaluation report = model.evaluate(test);

      assertThat(report.condition().accuracy()).isGreaterThan(0.9);
      assertThat(report.remaining().mae()).isLessThan(8);
      Verdict verdict = model.check(test.get(0).readings());
      assertThat(verdict.condition()).isEqualTo(Condition.GOOD);
      assertThat(verdict.remaining()).isWithin(15).of(100);
      Models_MachinesScores scored = model.checkScored(test.get(0).readings());
      assertThat(scored.condition().value()).isEqualTo(verdict.condition());
      assertThat(scored.remaining()).isEqualTo(verdict.remaining());
    }
  }

  @Test
  void aModelThatWasStoredAnswersAsBefore() {
    List<Models_MachinesExample> train = machines(30);
    try (Models_MachinesPredictor model = Models_MachinesTrainer.create().epochs(1).fit(train)) {
      model.save(folder.resolve("machines.rondo"));
      try (Models_MachinesPredictor loaded =
          Models_MachinesPredictor.load(folder.resolve("machines.rondo"))) {
        for (Models_MachinesExample example : train) {
          assertThat(loaded.check(example.readings())).isEqualTo(model.check(example.readings()));
        }
      }
    }
  }

  @Test
  void answersAreTheSameAloneAmongOthersAndStepByStep() {
    List<Models_MachinesExample> train = machines(30);
    try (Models_MachinesPredictor model = Models_MachinesTrainer.create().epochs(1).fit(train)) {
      List<List<Reading>> inputs = train.stream().map(Models_MachinesExample::readings).toList();
      List<Models_MachinesScores> all = model.checkAllScored(inputs);
      for (int i = 0; i < inputs.size(); i++) {
        assertSame(all.get(i), model.checkScored(inputs.get(i)));
        Models_MachinesSession session = model.session();
        Models_MachinesScores last = null;
        for (Reading reading : inputs.get(i)) {
          last = session.nextScored(reading);
          session = model.session(session.toBytes());
        }
        assertThat(last).isNotNull();
        assertSame(all.get(i), java.util.Objects.requireNonNull(last));
      }
    }
  }

  private static void assertSame(Models_MachinesScores a, Models_MachinesScores b) {
    assertThat(b.remaining()).isWithin(1e-3F).of(a.remaining());
    assertClose(a.condition(), b.condition());
  }

  private static <T extends Comparable<T>> void assertClose(Prediction<T> a, Prediction<T> b) {
    a.probabilities()
        .forEach((key, value) -> assertThat(b.probability(key)).isWithin(CLOSE).of(value));
  }

  @Test
  void aSeriesBecomesANumber() {
    List<Models_RegressorExample> examples = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      float[] values = new float[5];
      float sum = 0;
      for (int t = 0; t < values.length; t++) {
        values[t] = 1000 * random.nextFloat();
        sum += values[t];
      }
      examples.add(new Models_RegressorExample(values, sum));
    }
    try (Models_RegressorPredictor model =
        Models_RegressorTrainer.create().epochs(40).learningRate(0.005).fit(examples)) {
      assertThat(model.evaluate(examples).r2()).isGreaterThan(0.97);
    }
  }

  @Test
  void stepsOfNumbersBecomeAClassThatTrainingShows() {
    List<Models_VowelsExample> examples = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      float[][] sound = new float[4 + random.nextInt(5)][3];
      for (float[] step : sound) {
        step[i % 3] = 1 + random.nextFloat();
      }
      examples.add(new Models_VowelsExample(sound, "speaker " + i % 3));
    }
    try (Models_VowelsPredictor model =
        Models_VowelsTrainer.create().epochs(15).learningRate(0.01).fit(examples)) {
      assertThat(model.evaluate(examples).accuracy()).isGreaterThan(0.95);
      assertThat(model.speaker(examples.get(1).sound())).isEqualTo("speaker 1");
      model.save(folder.resolve("vowels.rondo"));
      try (Models_VowelsPredictor loaded =
          Models_VowelsPredictor.load(folder.resolve("vowels.rondo"))) {
        assertThat(loaded.speaker(examples.get(2).sound())).isEqualTo("speaker 2");
      }
    }
  }

  @Test
  void eachStepHasAnAnswerWhateverThePaddingAndTheSequenceMayBeEmpty() {
    List<Models_FraudExample> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Models.Tx> card = new ArrayList<>();
      List<Boolean> fraud = new ArrayList<>();
      for (int t = 0; t < i % 9; t++) {
        boolean large = random.nextInt(4) == 0;
        card.add(new Models.Tx(large ? 5000 : 10 + random.nextInt(20), random.nextBoolean()));
        fraud.add(large);
      }
      examples.add(new Models_FraudExample(card, fraud));
    }
    try (Models_FraudPredictor model =
        Models_FraudTrainer.create().epochs(10).learningRate(0.02).weight(true, 2).fit(examples)) {
      assertThat(model.evaluate(examples).accuracy()).isGreaterThan(0.97);
      assertThat(model.fraud(List.of())).isEmpty();
      List<List<Models.Tx>> cards = examples.stream().map(Models_FraudExample::card).toList();
      List<List<Prediction<Boolean>>> all = model.fraudAllScored(cards);
      for (int i = 0; i < cards.size(); i++) {
        List<Prediction<Boolean>> alone = model.fraudScored(cards.get(i));
        assertThat(alone).hasSize(cards.get(i).size());
        assertThat(all.get(i)).hasSize(alone.size());
        Models_FraudSession session = model.session();
        for (int t = 0; t < alone.size(); t++) {
          assertClose(alone.get(t), all.get(i).get(t));
          assertClose(alone.get(t), session.nextScored(cards.get(i).get(t)));
        }
      }
    }
  }

  @Test
  void aStayHasSeveralLabelsOrNone() {
    List<Models_RisksExample> examples = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      boolean fast = i % 2 == 0;
      boolean lactic = i % 3 == 0;
      Set<Models.Risk> risks = EnumSet.noneOf(Models.Risk.class);
      if (fast) {
        risks.add(Models.Risk.STROKE);
      }
      if (lactic) {
        risks.add(Models.Risk.SEPSIS);
      }
      List<Models.Vitals> stay = new ArrayList<>();
      for (int t = 0; t < 4; t++) {
        stay.add(
            new Models.Vitals(
                (fast ? 120 : 70) + random.nextInt(5), lactic ? Float.valueOf(4 + t) : null));
      }
      examples.add(new Models_RisksExample(stay, risks));
    }
    try (Models_RisksPredictor model =
        Models_RisksTrainer.create().epochs(15).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).subsetAccuracy()).isGreaterThan(0.95);
      assertThat(model.risks(examples.get(1).stay())).isEmpty();
      assertThat(model.risksScored(examples.get(0).stay()).get(Models.Risk.SEPSIS))
          .isGreaterThan(0.5);
    }
  }

  @Test
  void twoSequencesOfOtherLengthsAreReducedBeforeTheyAreJoined() {
    List<Models_SpeedsExample> examples = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      List<Models.Fast> fast = new ArrayList<>();
      for (int t = 0; t < 2 + random.nextInt(6); t++) {
        fast.add(new Models.Fast(i % 3));
      }
      Models.Slow[] slow = new Models.Slow[random.nextInt(3)];
      for (int t = 0; t < slow.length; t++) {
        slow[t] = new Models.Slow(random.nextFloat(), t % 2 == 0);
      }
      examples.add(new Models_SpeedsExample(fast, slow, CONDITIONS.get(i % 3)));
    }
    try (Models_SpeedsPredictor model =
        Models_SpeedsTrainer.create().epochs(20).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).accuracy()).isGreaterThan(0.95);
      List<Models_SpeedsInput> inputs =
          examples.stream().map(e -> new Models_SpeedsInput(e.fast(), e.slow())).toList();
      List<Prediction<Condition>> all = model.stateAll(inputs);
      for (int i = 0; i < all.size(); i++) {
        assertClose(all.get(i), model.state(examples.get(i).fast(), examples.get(i).slow()));
      }
    }
  }

  @Test
  void aCustomerIsReadWithItsClicksOrWithoutAny() {
    List<Models_ChurnExample> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Models.Click> clicks = new ArrayList<>();
      for (int t = 0; t < i % 5; t++) {
        clicks.add(new Models.Click(i % 2 == 0 ? "cancel" : "home"));
      }
      examples.add(
          new Models_ChurnExample(
              new Models.Customer(
                  new Models.Profile(20 + i % 50, i % 4 == 0 ? Channel.MAIL : Channel.PHONE),
                  clicks),
              i % 2 == 0 && i % 5 > 0));
    }
    try (Models_ChurnPredictor model =
        Models_ChurnTrainer.create().epochs(20).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).accuracy()).isGreaterThan(0.9);
      Models.Customer customer = examples.get(4).customer();
      Models_ChurnSession session = model.session(customer.profile());
      Prediction<Boolean> last = null;
      for (Models.Click click : customer.clicks()) {
        last = session.nextScored(click);
      }
      assertThat(last).isNotNull();
      assertClose(model.churnsScored(customer), java.util.Objects.requireNonNull(last));
    }
  }

  @Test
  void wordsAndAConstantBecomeAConstantAndANumberThatMayBeAbsent() {
    List<Models_TriageExample> examples = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      boolean mail = i % 2 == 0;
      examples.add(
          new Models_TriageExample(
              List.of(mail ? "letter" : "call", "please"),
              mail ? Channel.MAIL : Channel.PHONE,
              new Models.Ticket(
                  mail ? Channel.MAIL : Channel.PHONE, i % 3 == 0 ? null : mail ? 2F : 8F)));
    }
    try (Models_TriagePredictor model =
        Models_TriageTrainer.create().epochs(15).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).queue().accuracy()).isGreaterThan(0.95);
      assertThat(model.evaluate(examples).hours().examples()).isEqualTo(53);
      assertThat(model.triage(List.of("letter", "please"), Channel.MAIL).hours())
          .isWithin(1.5F)
          .of(2);
      Models_TriageSession session = model.session(Channel.PHONE);
      session.next("call");
      assertThat(session.next("please").queue()).isEqualTo(Channel.PHONE);
    }
  }

  @Test
  void eachStepHasARecordOfAnswers() {
    List<Models_StepsExample> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      double[][] values = new double[1 + i % 6][2];
      List<Models.Step> steps = new ArrayList<>();
      for (double[] value : values) {
        value[0] = random.nextGaussian();
        value[1] = random.nextGaussian();
        steps.add(
            new Models.Step(value[0] > 0 ? Condition.GOOD : Condition.WORN, 1000 + 100 * value[1]));
      }
      examples.add(new Models_StepsExample(values, steps));
    }
    try (Models_StepsPredictor model =
        Models_StepsTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).condition().accuracy()).isGreaterThan(0.9);
      assertThat(model.evaluate(examples).level().mae()).isLessThan(40);
      List<double[][]> inputs = examples.stream().map(Models_StepsExample::values).toList();
      List<List<Models.Step>> all = model.stepsAll(inputs);
      for (int i = 0; i < inputs.size(); i++) {
        List<Models.Step> alone = model.steps(inputs.get(i));
        assertThat(all.get(i)).hasSize(inputs.get(i).length);
        for (int t = 0; t < alone.size(); t++) {
          assertThat(all.get(i).get(t).level()).isWithin(1e-2).of(alone.get(t).level());
        }
      }
    }
  }

  @Test
  void stepsWithoutAnAnswerCountInNoFigureAndAreAnswered() {
    List<Models_GuessesExample> examples = new ArrayList<>();
    int present = 0;
    for (int i = 0; i < 60; i++) {
      List<Models.Signal> signals = new ArrayList<>();
      List<Models.Guess> guesses = new ArrayList<>();
      for (int t = 0; t <= i % 5; t++) {
        boolean high = random.nextBoolean();
        double value = random.nextGaussian();
        signals.add(
            new Models.Signal(
                value, high ? List.of(Channel.MAIL, Channel.PHONE) : List.of(Channel.MAIL)));
        boolean known = random.nextInt(3) > 0;
        present += known ? 1 : 0;
        guesses.add(
            new Models.Guess(
                known ? OptionalDouble.of(500 + 100 * value) : OptionalDouble.empty(), high));
      }
      examples.add(new Models_GuessesExample(signals, guesses));
    }
    try (Models_GuessesPredictor model =
        Models_GuessesTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      Models_GuessesEvaluation report = model.evaluate(examples);
      assertThat(report.level().examples()).isEqualTo(present);
      assertThat(report.level().mae()).isLessThan(50);
      assertThat(report.high().accuracy()).isGreaterThan(0.95);
      for (Models_GuessesExample example : examples) {
        List<Models.Guess> answers = model.guesses(example.signals());
        Models_GuessesSession session = model.session();
        for (int t = 0; t < answers.size(); t++) {
          Models.Guess next = session.next(example.signals().get(t));
          assertThat(next.high()).isEqualTo(answers.get(t).high());
          assertThat(next.level().orElseThrow())
              .isWithin(1e-2)
              .of(answers.get(t).level().orElseThrow());
        }
      }
    }
  }

  @Test
  void aWrongValueOfTheTrainingDataNamesItsExample() {
    List<Models_MachinesExample> train = machines(5);
    Reading good = readings(1, 0).get(0);
    Reading wrong =
        new Reading(Float.NaN, good.engine(), good.day(), good.site(), good.humidity(), good.at());
    train.add(
        3, new Models_MachinesExample(List.of(good, wrong), new Verdict(Condition.GOOD, 100)));
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Models_MachinesTrainer.create().fit(train)))
        .hasMessageThat()
        .isEqualTo("example[3]: readings[1].load is NaN. What may be missing needs @Missing.");
    train.set(3, new Models_MachinesExample(List.of(good), new Verdict(Condition.GOOD, Float.NaN)));
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> Models_MachinesTrainer.create().fit(train)))
        .hasMessageThat()
        .isEqualTo("example[3]: remaining is NaN, expected a finite number");
  }

  /** A label that is misspelt in the validation data must not cost an epoch. */
  @Test
  void aClassThatOnlyTheValidationDataHasIsToldBeforeTheTraining() {
    float[][] sound = {{1, 2}, {3, 4}};
    List<Models_VowelsExample> train =
        List.of(new Models_VowelsExample(sound, "ada"), new Models_VowelsExample(sound, "alan"));
    List<Models_VowelsExample> dev =
        List.of(new Models_VowelsExample(sound, "ada"), new Models_VowelsExample(sound, "alam"));
    List<EpochReport> epochs = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onEpoch(EpochReport report) {
            epochs.add(report);
          }
        };
    Models_VowelsTrainer trainer = Models_VowelsTrainer.create().listener(listener).validateOn(dev);
    assertThat(assertThrows(UnknownClassException.class, () -> trainer.fit(train)))
        .hasMessageThat()
        .isEqualTo(
            "validation examples: example[1]: expected is wrong: class \"alam\" is not in the"
                + " training data, which has ada, alan. Did you mean \"alan\"?");
    assertThat(epochs).isEmpty();
  }

  @Test
  void aVectorIsAnsweredInTheUsersUnits() {
    List<Models_HeadingExample> examples = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      float a = random.nextFloat();
      float b = random.nextFloat();
      float[][] samples = new float[3 + i % 3][];
      for (int t = 0; t < samples.length; t++) {
        samples[t] = new float[] {a, b, a - b, 7};
      }
      examples.add(new Models_HeadingExample(samples, new float[] {1000 * a, b, 5}));
    }
    try (Models_HeadingPredictor model =
        Models_HeadingTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      float[] answer = model.direction(examples.get(0).samples());
      assertThat(answer[0]).isWithin(120F).of(examples.get(0).expected()[0]);
      assertThat(answer[2]).isWithin(1e-3F).of(5);
      assertThat(model.evaluate(examples).mae()).isLessThan(40);
    }
  }

  @Test
  void oneTrunkServesAnAnswerForEachStepAndOneForAll() {
    List<Models_MixedExample> examples = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      List<Float> values = new ArrayList<>();
      List<Condition> tags = new ArrayList<>();
      for (int t = 0; t < 1 + i % 7; t++) {
        values.add((float) random.nextGaussian());
        tags.add(values.get(t) > 0 ? Condition.GOOD : Condition.FAULTY);
      }
      examples.add(new Models_MixedExample(values, new Models.Both(tags, tags.get(0))));
    }
    try (Models_MixedPredictor model =
        Models_MixedTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).tags().accuracy()).isGreaterThan(0.9);
      assertThat(model.evaluate(examples).all().accuracy()).isGreaterThan(0.9);
      Models.Both both = model.both(examples.get(6).values());
      assertThat(both.tags()).hasSize(7);
    }
  }

  @Test
  void aVectorIsReadAtEachStepOfASeries() {
    List<Models_SmootherExample> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] values = new float[1 + i % 5];
      float[] smooth = new float[values.length];
      for (int t = 0; t < values.length; t++) {
        values[t] = 10 * random.nextFloat();
        smooth[t] = values[t] + (i % 2 == 0 ? 100 : 0);
      }
      Models.Profile profile = new Models.Profile(30, i % 2 == 0 ? Channel.MAIL : Channel.PHONE);
      examples.add(new Models_SmootherExample(values, profile, smooth));
    }
    try (Models_SmootherPredictor model =
        Models_SmootherTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      assertThat(model.evaluate(examples).mae()).isLessThan(8);
      float[] values = examples.get(4).values();
      float[] answer = model.smooth(values, examples.get(4).profile());
      Models_SmootherSession session = model.session(examples.get(4).profile());
      for (int t = 0; t < values.length; t++) {
        assertThat(session.next(values[t])).isWithin(1e-2F).of(answer[t]);
      }
    }
  }

  @Test
  void rowsOfAFileBecomeSequencesOfRecords() throws java.io.IOException {
    Path file = folder.resolve("machines.csv");
    java.nio.file.Files.writeString(
        file,
        """
        machine,at,load,engine.rpm,engine.oil,day,site,humidity,condition,remaining
        a,2024-05-01T12:00:00Z,1.5,900,,MONDAY,north,,WORN,40
        a,2024-05-01T12:01:00Z,1.75,910,2.5,TUESDAY,north,0.5,WORN,40
        b,2024-05-01T12:00:00Z,0.5,890,3,MONDAY,south,0.25,GOOD,90
        """);
    List<Models_MachinesExample> examples =
        Models_MachinesExample.read(file, dev.rondo.runtime.data.file.Grouping.by("machine"));
    assertThat(examples).hasSize(2);
    assertThat(examples.get(0).readings()).hasSize(2);
    assertThat(examples.get(1).expected()).isEqualTo(new Verdict(Condition.GOOD, 90));
    assertThat(examples.get(0).readings().get(0).engine().oil()).isNaN();
  }

  @Test
  void componentsOfAnAnswerMayBeArraysWithAValueForEachStep() throws IOException {
    List<Models_WalksExample> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      float[] strides = new float[1 + i % 5];
      float[] heights = new float[strides.length];
      double[][] places = new double[strides.length][];
      float length = 0;
      for (int t = 0; t < strides.length; t++) {
        strides[t] = random.nextFloat();
        heights[t] = 10 * strides[t];
        places[t] = new double[] {-strides[t], 1000 + strides[t]};
        length += strides[t];
      }
      examples.add(new Models_WalksExample(strides, new Models.Walk(heights, places, length)));
    }
    try (Models_WalksPredictor model =
        Models_WalksTrainer.create().epochs(40).learningRate(0.02).fit(examples)) {
      Models_WalksEvaluation report = model.evaluate(examples);
      assertThat(report.heights().r2()).isGreaterThan(0.9);
      assertThat(report.places().r2()).isGreaterThan(0.9);
      float[] strides = {0.2F, 0.9F};
      Models.Walk walk = model.walk(strides);
      assertThat(walk.heights()).hasLength(2);
      assertThat(walk.places()[1]).hasLength(2);
      Models_WalksSession session = model.session();
      for (int t = 0; t < strides.length; t++) {
        Models.Walk step = session.next(strides[t]);
        assertThat(step.heights()).hasLength(1);
        assertThat(step.heights()[0]).isWithin(1e-3F).of(walk.heights()[t]);
        assertThat(step.places()[0][1]).isWithin(1e-2).of(walk.places()[t][1]);
      }
    }
    Path file = folder.resolve("walks.jsonl");
    Files.writeString(
        file,
        """
        {"strides": [1, 2], "heights": [10, 20], "places": [[1, 2], [3, 4]], "length": 3}
        """);
    Models.Walk read = Models_WalksExample.read(file).get(0).expected();
    assertThat(read.heights()).isEqualTo(new float[] {10, 20});
    assertThat(read.places()[1]).isEqualTo(new double[] {3, 4});
    assertThat(read.length()).isEqualTo(3F);
  }
}
