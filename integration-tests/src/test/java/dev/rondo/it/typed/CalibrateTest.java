package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.Prediction;
import dev.rondo.it.typed.Models.Condition;
import dev.rondo.it.typed.Models.Risk;
import dev.rondo.it.typed.Models.Tx;
import dev.rondo.it.typed.Models.Vitals;
import dev.rondo.runtime.train.CheckpointException;
import dev.rondo.runtime.train.Provenance;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code calibrate} of generated trainers. References are computed from the probabilities of the
 * same model without it: their logarithms are its scores but for a constant, which cancels out.
 */
class CalibrateTest {
  private static final List<Condition> CONDITIONS = List.of(Condition.values());

  private static final TrainingListener QUIET = new TrainingListener() {};

  @TempDir private Path folder;
  private final Random random = new Random(8);

  /** Every third tag is noise, so that a model of many epochs is too sure of itself. */
  private List<Models_RouteExample> routes(int count) {
    List<Models_RouteExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int at = random.nextInt(3);
      int told = random.nextInt(3) == 0 ? random.nextInt(3) : at;
      examples.add(
          new Models_RouteExample(
              List.of("word" + at, "other" + random.nextInt(20), "word" + random.nextInt(30)),
              CONDITIONS.get(told)));
    }
    return examples;
  }

  private static Models_RouteTrainer router() {
    return Models_RouteTrainer.create()
        .epochs(30)
        .optimizer(Optimizer.ADAM)
        .learningRate(0.02)
        .batchSize(8)
        .listener(QUIET);
  }

  private static double probability(Map<Condition, Double> plain, Condition of, double t) {
    double sum = 0;
    for (double p : plain.values()) {
      sum += Math.exp(Math.log(p) / t);
    }
    return Math.exp(Math.log(Objects.requireNonNull(plain.get(of))) / t) / sum;
  }

  private static double meanLoss(
      Models_RoutePredictor plain, List<Models_RouteExample> examples, double t) {
    List<Prediction<Condition>> all =
        plain.routeAllScored(examples.stream().map(Models_RouteExample::words).toList());
    double sum = 0;
    for (int i = 0; i < all.size(); i++) {
      sum -= Math.log(probability(all.get(i).probabilities(), examples.get(i).expected(), t));
    }
    return sum / all.size();
  }

  private static double lowest(DoubleUnaryOperator function) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = 0.1;
    double high = 20;
    while (high - low > 1e-7) {
      double left = high - golden * (high - low);
      double right = low + golden * (high - low);
      if (function.applyAsDouble(left) < function.applyAsDouble(right)) {
        high = right;
      } else {
        low = left;
      }
    }
    return (low + high) / 2;
  }

  @Test
  void probabilitiesAreThoseOfTheBestTemperatureAndAnswersStay() {
    List<Models_RouteExample> train = routes(60);
    List<Models_RouteExample> dev = routes(200);
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onCalibration(Map<String, Double> temperatures) {
            told.addAll(temperatures.keySet());
          }

          @Override
          public void onWarning(String warning) {
            told.add(warning);
          }
        };
    try (Models_RoutePredictor plain = router().fit(train);
        Models_RoutePredictor model = router().calibrate(dev).listener(listener).fit(train)) {
      double expected = lowest(t -> meanLoss(plain, dev, t));
      double found = model.expected.temperature().value();
      assertThat(found).isWithin(1e-4 * expected).of(expected);
      assertThat(found).isGreaterThan(1.3);
      assertThat(told).containsExactly("expected");
      assertThat(model.host.weights().sha256()).isEqualTo(plain.host.weights().sha256());

      assertThat(plain.evaluate(dev).negativeLogLikelihood())
          .isWithin(1e-6)
          .of(meanLoss(plain, dev, 1));
      assertThat(model.evaluate(dev).negativeLogLikelihood())
          .isWithin(1e-6)
          .of(meanLoss(plain, dev, found));
      assertThat(model.evaluate(dev).negativeLogLikelihood())
          .isLessThan(plain.evaluate(dev).negativeLogLikelihood());
      assertThat(model.evaluate(dev).calibrationError())
          .isLessThan(plain.evaluate(dev).calibrationError());
      assertThat(model.evaluate(dev).confusion()).isEqualTo(plain.evaluate(dev).confusion());

      for (Models_RouteExample example : routes(20)) {
        Prediction<Condition> before = plain.routeScored(example.words());
        Prediction<Condition> after = model.routeScored(example.words());
        assertThat(after.value()).isEqualTo(before.value());
        assertThat(model.route(example.words())).isEqualTo(before.value());
        for (Condition condition : Condition.values()) {
          assertThat(after.probability(condition))
              .isWithin(1e-6)
              .of(probability(before.probabilities(), condition, found));
        }
      }
    }
  }

  @Test
  void theTemperatureIsStoredToldAndForgottenByTheNextTraining() {
    List<Models_RouteExample> train = routes(60);
    List<Models_RouteExample> dev = routes(100);
    Path file = folder.resolve("route.rondo");
    try (Models_RoutePredictor model = router().calibrate(dev).fit(train)) {
      model.save(file);
      Provenance provenance = model.provenance().orElseThrow();
      assertThat(provenance.settings())
          .containsEntry(
              "temperature of expected", Double.toString(model.expected.temperature().value()));
      assertThat(Objects.requireNonNull(provenance.data().get("calibration examples")).count())
          .isEqualTo(100);
      try (Models_RoutePredictor loaded = Models_RoutePredictor.load(file);
          Models_RoutePredictor next = router().epochs(1).continueFrom(loaded).fit(train)) {
        assertThat(loaded.provenance()).isEqualTo(model.provenance());
        for (Models_RouteExample example : dev) {
          assertThat(loaded.routeScored(example.words()))
              .isEqualTo(model.routeScored(example.words()));
        }
        assertThat(next.expected.temperature().isNone()).isTrue();
      }
    }
  }

  /** Whoever calibrated by something else would get another model. */
  @Test
  void aCheckpointKnowsByWhatIsCalibrated() {
    List<Models_RouteExample> train = routes(40);
    List<Models_RouteExample> dev = routes(50);
    Path file = folder.resolve("route.checkpoint");
    Models_RouteTrainer stopped = router().calibrate(dev).checkpoint(file);
    stopped.observer(model -> stopped.stop());
    stopped.fit(train).close();
    assertThat(Files.exists(file)).isTrue();
    CheckpointException e =
        assertThrows(
            CheckpointException.class,
            () -> router().calibrate(routes(51)).checkpoint(file).fit(train));
    assertThat(e).hasMessageThat().contains("number of calibration examples is 51 now, and was 50");
    try (Models_RoutePredictor resumed = router().calibrate(dev).checkpoint(file).fit(train);
        Models_RoutePredictor whole = router().calibrate(dev).fit(train)) {
      assertThat(resumed.expected.temperature()).isEqualTo(whole.expected.temperature());
      assertThat(resumed.host.weights().sha256()).isEqualTo(whole.host.weights().sha256());
    }
    assertThat(Files.exists(file)).isFalse();
  }

  @Test
  void trainingExamplesAreWarnedOfAndNoneAreRefused() {
    List<Models_RouteExample> train = routes(30);
    List<String> warnings = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {
            warnings.add(warning);
          }
        };
    router().epochs(1).calibrate(train).listener(listener).fit(train).close();
    assertThat(warnings.get(0)).startsWith("probabilities are calibrated by the training examples");
    assertThrows(
        IllegalArgumentException.class, () -> router().epochs(1).calibrate(List.of()).fit(train));
  }

  @Test
  void aVocabularyThatNoWordIsFrequentEnoughForIsWarnedOf() {
    List<String> warnings = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {
            warnings.add(warning);
          }
        };
    router()
        .epochs(1)
        .wordsMinFrequency(1_000)
        .momentum(0.5)
        .listener(listener)
        .fit(routes(20))
        .close();
    assertThat(warnings).hasSize(2);
    assertThat(warnings.get(0)).startsWith("the vocabulary of \"words\" is empty");
    assertThat(warnings.get(1)).startsWith("momentum was set, but has no effect");
  }

  /** Answers for each step, in a list, from a session, and after loading. */
  @Test
  void sessionsAndStepsGiveTheSameProbabilities() {
    List<Models_FraudExample> examples = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      List<Tx> card = new ArrayList<>();
      List<Boolean> fraud = new ArrayList<>();
      for (int t = 0; t < 1 + random.nextInt(4); t++) {
        boolean abroad = random.nextBoolean();
        card.add(new Tx(random.nextInt(100), abroad));
        fraud.add(abroad && random.nextInt(3) > 0);
      }
      examples.add(new Models_FraudExample(card, fraud));
    }
    // often enough for chance to be no explanation
    List<Models_FraudExample> many =
        Collections.nCopies(20, examples).stream().flatMap(List::stream).toList();
    try (Models_FraudPredictor plain = fraud().fit(examples);
        Models_FraudPredictor model = fraud().calibrate(many).fit(examples)) {
      double t = model.expected.temperature().value();
      assertThat(t).isNotEqualTo(1.0);
      for (Models_FraudExample example : examples) {
        List<Prediction<Boolean>> all = model.fraudScored(example.card());
        List<Prediction<Boolean>> before = plain.fraudScored(example.card());
        Models_FraudSession session = model.session();
        for (int i = 0; i < all.size(); i++) {
          double yes = before.get(i).probability(true);
          double logit = Math.log(yes) - Math.log1p(-yes);
          assertThat(all.get(i).probability(true))
              .isWithin(1e-6)
              .of(1 / (1 + Math.exp(-logit / t)));
          assertThat(all.get(i).value()).isEqualTo(before.get(i).value());
          assertThat(session.nextScored(example.card().get(i)).probability(true))
              .isWithin(1e-5)
              .of(all.get(i).probability(true));
        }
      }
    }
  }

  private static Set<Risk> complement(Set<Risk> risks) {
    Set<Risk> others = EnumSet.allOf(Risk.class);
    others.removeAll(risks);
    return others;
  }

  private static Models_FraudTrainer fraud() {
    return Models_FraudTrainer.create()
        .epochs(10)
        .learningRate(0.02)
        .weight(true, 3)
        .listener(QUIET);
  }

  private static Models_RisksTrainer risks() {
    return Models_RisksTrainer.create().epochs(15).learningRate(0.02).listener(QUIET);
  }

  @Test
  void setsOfLabelsAndSeenClassesAreCalibratedToo() {
    List<Models_RisksExample> stays = new ArrayList<>();
    List<Models_VowelsExample> sounds = new ArrayList<>();
    List<Models_RisksExample> noisyStays = new ArrayList<>();
    List<Models_VowelsExample> noisySounds = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      float pulse = random.nextFloat();
      Set<Risk> risks = EnumSet.noneOf(Risk.class);
      for (Risk risk : Risk.values()) {
        if (random.nextFloat() < pulse) {
          risks.add(risk);
        }
      }
      stays.add(new Models_RisksExample(List.of(new Vitals(pulse, null)), risks));
      sounds.add(
          new Models_VowelsExample(
              new float[][] {{pulse, 1}}, random.nextFloat() < pulse ? "one" : "two"));
      // a network that has learned these is too sure of those
      boolean wrong = i % 3 == 0;
      noisyStays.add(
          wrong ? new Models_RisksExample(stays.get(i).stay(), complement(risks)) : stays.get(i));
      noisySounds.add(
          wrong
              ? new Models_VowelsExample(
                  sounds.get(i).sound(), sounds.get(i).expected().equals("one") ? "two" : "one")
              : sounds.get(i));
    }
    try (Models_RisksPredictor plain = risks().fit(stays);
        Models_RisksPredictor model = risks().calibrate(noisyStays).fit(stays);
        Models_VowelsPredictor vowels =
            Models_VowelsTrainer.create()
                .epochs(15)
                .learningRate(0.01)
                .listener(QUIET)
                .calibrate(noisySounds)
                .fit(sounds)) {
      assertThat(model.expected.temperature().value()).isNotEqualTo(1.0);
      assertThat(vowels.expected.temperature().value()).isNotEqualTo(1.0);
      assertThat(model.evaluate(noisyStays).negativeLogLikelihood())
          .isLessThan(plain.evaluate(noisyStays).negativeLogLikelihood());
      assertThat(model.evaluate(stays).microF1()).isEqualTo(plain.evaluate(stays).microF1());
      Map<Risk, Double> scored = model.risksScored(stays.get(0).stay());
      Map<Risk, Double> before = plain.risksScored(stays.get(0).stay());
      double t = model.expected.temperature().value();
      for (Risk risk : Risk.values()) {
        double p = Objects.requireNonNull(before.get(risk));
        assertWithMessage("%s", risk)
            .that(scored.get(risk))
            .isWithin(1e-6)
            .of(1 / (1 + Math.exp(-(Math.log(p) - Math.log1p(-p)) / t)));
      }
    }
  }
}
