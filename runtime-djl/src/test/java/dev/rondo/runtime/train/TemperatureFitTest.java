package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.CategoryCodec;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.answer.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.FloatRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/**
 * Temperatures against those of a search by golden section for the lowest negative log-likelihood,
 * which is computed here in float64 from its definition; needs no engine.
 */
class TemperatureFitTest {
  private static final EnumCodec<Wind> CODEC = EnumCodec.of(Wind.values());

  private enum Wind {
    NORTH,
    SOUTH,
    CALM
  }

  private static double lowest(DoubleUnaryOperator function, double from, double to) {
    double golden = (Math.sqrt(5) - 1) / 2;
    double low = from;
    double high = to;
    while (high - low > 1e-9) {
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

  private static double crossEntropy(float[] scores, int right, double temperature) {
    double sum = 0;
    for (float score : scores) {
      sum += Math.exp(score / temperature);
    }
    return Math.log(sum) - scores[right] / temperature;
  }

  private static float[] scores(Random random, int size, double scale) {
    float[] scores = new float[size];
    for (int i = 0; i < size; i++) {
      scores[i] = (float) (random.nextGaussian() * scale);
    }
    return scores;
  }

  /** Draws the answer that a model with scores of a third of these would be right about. */
  private static int drawn(Random random, float[] scores) {
    double[] weights = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.exp(scores[i] / 3);
      sum += weights[i];
    }
    double at = random.nextDouble() * sum;
    int answer = 0;
    while (answer < weights.length - 1 && at >= weights[answer]) {
      at -= weights[answer];
      answer++;
    }
    return answer;
  }

  @Test
  void theTemperatureOfClassesHasTheLowestNegativeLogLikelihood() {
    for (double scale : new double[] {1, 4, 30}) {
      Random random = new Random(7);
      TemperatureFit<Wind> fit = TemperatureFit.of(CODEC);
      List<float[]> all = new ArrayList<>();
      List<Integer> answers = new ArrayList<>();
      for (int i = 0; i < 500; i++) {
        float[] scores = scores(random, 3, scale);
        int answer = drawn(random, scores);
        fit.add(scores, Wind.values()[answer]);
        all.add(scores);
        answers.add(answer);
      }
      double expected =
          lowest(
              t -> {
                double sum = 0;
                for (int i = 0; i < all.size(); i++) {
                  sum += crossEntropy(all.get(i), answers.get(i), t);
                }
                return sum;
              },
              0.05,
              50);
      assertWithMessage("%s", scale)
          .that(fit.temperature().value())
          .isWithin(1e-5 * expected)
          .of(expected);
      assertThat(fit.obstacle()).isEmpty();
    }
  }

  /** Of models that are calibrated already, one in twenty gets a temperature. */
  @Test
  void whatChanceExplainsIsLeftAsItIs() {
    Random random = new Random(5);
    int changed = 0;
    for (int set = 0; set < 600; set++) {
      TemperatureFit<Wind> fit = TemperatureFit.of(CODEC);
      for (int i = 0; i < 200; i++) {
        float[] scores = scores(random, 3, 1.5);
        float[] thrice = {3 * scores[0], 3 * scores[1], 3 * scores[2]};
        fit.add(scores, Wind.values()[drawn(random, thrice)]);
      }
      if (fit.obstacle().isEmpty()) {
        changed++;
      } else {
        assertThat(fit.temperature()).isEqualTo(Temperature.NONE);
        assertThat(fit.obstacle().orElseThrow())
            .startsWith("keeps its probabilities: 200 answers do not tell a temperature of ");
      }
    }
    // 30 of 600 are expected, with a deviation of 5.3
    assertThat(changed).isAtLeast(15);
    assertThat(changed).isAtMost(46);
  }

  /** Tags of a sequence, drawn of those of a conditional random field by their probabilities. */
  private static List<Wind> drawn(Random random, Transitions transitions, float[] scores) {
    int steps = scores.length / 3;
    int[][] taggings = new int[(int) Math.pow(3, steps)][steps];
    double[] sums = new double[taggings.length];
    double sum = 0;
    for (int y = 0; y < taggings.length; y++) {
      for (int t = 0, rest = y; t < steps; t++, rest /= 3) {
        taggings[y][t] = rest % 3;
      }
      sum += Math.exp(transitions.score(scores, taggings[y]));
      sums[y] = sum;
    }
    double at = random.nextDouble() * sum;
    int found = 0;
    while (found < sums.length - 1 && at >= sums[found]) {
      found++;
    }
    return Arrays.stream(taggings[found]).mapToObj(tag -> Wind.values()[tag]).toList();
  }

  private static float[] times(float factor, float[] values) {
    float[] product = values.clone();
    for (int i = 0; i < product.length; i++) {
      product[i] *= factor;
    }
    return product;
  }

  private static Transitions transitions(float[] between, float[] ends) {
    return new Transitions(TagSequence.scheme(CODEC), between, ends, ends);
  }

  /** Scores and transitions are three times what answers were drawn by. */
  @Test
  void theTemperatureOfTagsDecidedTogetherIsThatOfTheirOwnProbabilities() {
    Random random = new Random(19);
    float[] between = scores(random, 9, 1);
    float[] ends = scores(random, 3, 1);
    Transitions sure = transitions(times(3, between), times(3, ends));
    TemperatureFit<List<Wind>> fit = together(sure);
    List<float[]> all = new ArrayList<>();
    List<List<Wind>> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      float[] scores = scores(random, 3 * (1 + i % 4), 1.5);
      List<Wind> answer = drawn(random, transitions(between, ends), scores);
      all.add(times(3, scores));
      answers.add(answer);
      fit.add(times(3, scores), answer);
    }
    double expected =
        lowest(
            t -> {
              double sum = 0;
              for (int i = 0; i < all.size(); i++) {
                double[] marginals =
                    sure.at(new Temperature(t)).marginals(all.get(i), answers.get(i).size());
                for (int step = 0; step < answers.get(i).size(); step++) {
                  sum -= Math.log(marginals[3 * step + CODEC.index(answers.get(i).get(step))]);
                }
              }
              return sum;
            },
            0.5,
            20);
    assertThat(fit.temperature().value()).isWithin(1e-5).of(expected);
    assertThat(fit.temperature().value()).isWithin(0.5).of(3);
    assertThat(fit.obstacle()).isEmpty();

    // what was found is not kept when more is added
    TemperatureFit<List<Wind>> more = together(sure);
    assertThat(more.obstacle().orElseThrow()).startsWith("has no answer");
    more.add(new float[3], List.of());
    more.add(new float[3], null);
    assertThat(more.obstacle().orElseThrow()).startsWith("has no answer");
    for (int i = 0; i < all.size(); i++) {
      more.add(all.get(i), answers.get(i));
    }
    assertThat(more.temperature()).isEqualTo(fit.temperature());
  }

  @Test
  void tagsDecidedTogetherThatAreCalibratedStayAsTheyAre() {
    Random random = new Random(23);
    Transitions transitions = transitions(scores(random, 9, 1), scores(random, 3, 1));
    int changed = 0;
    for (int set = 0; set < 200; set++) {
      TemperatureFit<List<Wind>> fit = together(transitions);
      for (int i = 0; i < 60; i++) {
        float[] scores = scores(random, 3 * (1 + i % 3), 1);
        fit.add(scores, drawn(random, transitions, scores));
      }
      changed += fit.temperature().isNone() ? 0 : 1;
    }
    // 10 of 200 are expected, with a deviation of 3.1
    assertThat(changed).isAtLeast(2);
    assertThat(changed).isAtMost(20);
  }

  @Test
  void tagsDecidedTogetherThatHaveNoBestTemperatureStayAsTheyAre() {
    TemperatureFit<List<Wind>> right = together(transitions(new float[9], new float[3]));
    TemperatureFit<List<Wind>> wrong = together(transitions(new float[9], new float[3]));
    TemperatureFit<List<Wind>> even = together(transitions(new float[9], new float[3]));
    for (int i = 0; i < 30; i++) {
      right.add(new float[] {2, 0, 0, 0, 2, 0}, List.of(Wind.NORTH, Wind.SOUTH));
      wrong.add(new float[] {2, 0, 0, 0, 2, 0}, List.of(Wind.SOUTH, Wind.NORTH));
      even.add(new float[6], List.of(Wind.SOUTH, Wind.NORTH));
    }
    assertThat(right.temperature()).isEqualTo(Temperature.NONE);
    assertThat(right.obstacle().orElseThrow()).startsWith("is answered right in all examples");
    assertThat(wrong.obstacle().orElseThrow()).startsWith("has scores that say nothing");
    assertThat(even.obstacle().orElseThrow()).startsWith("has scores that say nothing");
  }

  /** The lower the temperature the better they fit: what rounding says is no temperature. */
  @Test
  void longTagsThatAreAllAnsweredRightHaveNoTemperature() {
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      float scale = 1 + seed % 4 * 10;
      Transitions transitions = transitions(scores(random, 9, scale), scores(random, 3, scale));
      TemperatureFit<List<Wind>> fit = together(transitions);
      for (int i = 0; i < 10; i++) {
        float[] scores = scores(random, 60, scale);
        int[] answer = transitions.mostProbable(scores, 20);
        fit.add(scores, Arrays.stream(answer).mapToObj(tag -> Wind.values()[tag]).toList());
      }
      assertWithMessage("%s", seed).that(fit.temperature()).isEqualTo(Temperature.NONE);
      assertWithMessage("%s", seed)
          .that(fit.obstacle().orElseThrow())
          .startsWith("is answered right in all examples");
    }
  }

  @Test
  void threeSequencesCannotTellATemperatureAndTheUserIsToldHowManyThereWere() {
    Random random = new Random(29);
    TemperatureFit<List<Wind>> fit = together(transitions(new float[9], new float[3]));
    for (int i = 0; i < 3; i++) {
      float[] scores = scores(random, 300, 6);
      List<Wind> answer = new ArrayList<>();
      for (int t = 0; t < 100; t++) {
        answer.add(Wind.values()[drawn(random, Arrays.copyOfRange(scores, 3 * t, 3 * t + 3))]);
      }
      fit.add(scores, answer);
    }
    assertThat(fit.obstacle().orElseThrow())
        .startsWith("keeps its probabilities: 300 answers of 3 sequences do not tell a");
  }

  @Test
  void scoresOfTagsDecidedTogetherAreCheckedWhenTheyAreAdded() {
    TemperatureFit<List<Wind>> fit = together(transitions(new float[9], new float[3]));
    List<Wind> two = List.of(Wind.NORTH, Wind.SOUTH);
    assertThat(assertThrows(IllegalArgumentException.class, () -> fit.add(new float[9], two)))
        .hasMessageThat()
        .isEqualTo("there are 9 scores, expected 6");
    float[] broken = {0, 0, 0, Float.NaN, 0, 0};
    assertThat(assertThrows(IllegalArgumentException.class, () -> fit.add(broken, two)))
        .hasMessageThat()
        .startsWith("scores are not finite");
    assertThat(fit.obstacle().orElseThrow()).startsWith("has no answer");
  }

  /** As corpora have some in the part to test on: the training is over, and must not be lost. */
  @Test
  void classesThatTrainingDidNotShowDoNotCount() {
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    List.of("a", "b").forEach(learner::add);
    TemperatureFit<String> once = TemperatureFit.of(learner.build());
    TemperatureFit<List<String>> steps = eachStep(TemperatureFit.of(learner.build()));
    Random random = new Random(31);
    for (int i = 0; i < 100; i++) {
      float[] scores = scores(random, 4, 4);
      float[] first = Arrays.copyOf(scores, 2);
      String answer = drawn(random, first) == 0 ? "a" : "b";
      once.add(first, answer);
      steps.add(scores, List.of(answer, "rare"));
    }
    once.add(new float[] {1, 2}, "rare");
    assertThat(once.temperature().value()).isGreaterThan(1.5);
    assertThat(steps.temperature()).isEqualTo(once.temperature());
  }

  // lists of steps may hold null
  @SuppressWarnings("NullAway")
  private static <T> TemperatureFit<List<T>> eachStep(TemperatureFit<T> step) {
    return TemperatureFit.eachStep(step);
  }

  /** Of scores that are all the same a scheme's tags are as probable at each temperature. */
  @Test
  void tagsOfASchemeWithoutScoresHaveNoTemperature() {
    EnumCodec<Chunk> codec = EnumCodec.of(Chunk.values());
    Transitions transitions =
        new Transitions(TagSequence.scheme(codec), new float[9], new float[3], new float[3]);
    for (float score : new float[] {0.1f, 0.7f, 3.3f}) {
      TemperatureFit<List<Chunk>> fit = chunks(TagSequence.of(codec, transitions));
      float[] scores = new float[21];
      Arrays.fill(scores, score);
      for (int i = 0; i < 30; i++) {
        fit.add(
            scores,
            List.of(Chunk.O, Chunk.B_X, Chunk.I_X, Chunk.I_X, Chunk.O, Chunk.B_X, Chunk.B_X));
      }
      assertThat(fit.temperature()).isEqualTo(Temperature.NONE);
      assertThat(fit.obstacle().orElseThrow()).startsWith("has scores that say nothing");
    }
  }

  private enum Chunk {
    O,
    B_X,
    I_X
  }

  // lists of steps may hold null
  @SuppressWarnings("NullAway")
  private static TemperatureFit<List<Chunk>> chunks(TagSequence<Chunk> tags) {
    return TemperatureFit.of(tags);
  }

  // lists of steps may hold null
  @SuppressWarnings("NullAway")
  private static TemperatureFit<List<Wind>> together(Transitions transitions) {
    return TemperatureFit.of(TagSequence.of(CODEC, transitions));
  }

  /** One score: the other class has a score of 0. */
  @Test
  void theTemperatureOfYesAndNoIsThatOfTwoClasses() {
    Random random = new Random(3);
    TemperatureFit<Boolean> fit = TemperatureFit.of(BooleanCodec.of());
    TemperatureFit<Set<Wind>> labels = TemperatureFit.of(LabelsCodec.of(Wind.values()));
    List<float[]> all = new ArrayList<>();
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      float[] three = new float[3];
      Set<Wind> there = EnumSet.noneOf(Wind.class);
      for (int label = 0; label < 3; label++) {
        float[] scores = {0, scores(random, 1, 5)[0]};
        int answer = drawn(random, scores);
        fit.add(new float[] {scores[1]}, answer == 1);
        all.add(scores);
        answers.add(answer);
        three[label] = scores[1];
        if (answer == 1) {
          there.add(Wind.values()[label]);
        }
      }
      labels.add(three, there);
    }
    double expected =
        lowest(
            t -> {
              double sum = 0;
              for (int i = 0; i < all.size(); i++) {
                sum += crossEntropy(all.get(i), answers.get(i), t);
              }
              return sum;
            },
            0.05,
            50);
    assertThat(fit.temperature().value()).isWithin(1e-6).of(expected);
    assertThat(labels.temperature()).isEqualTo(fit.temperature());
  }

  @Test
  void stepsCountAlikeAndThoseWithoutAnAnswerDoNot() {
    Random random = new Random(11);
    TemperatureFit<Wind> once = TemperatureFit.of(CODEC);
    TemperatureFit<List<Wind>> steps = eachStep(TemperatureFit.of(CODEC));
    for (int i = 0; i < 80; i++) {
      List<Wind> expected = new ArrayList<>();
      float[] all = scores(random, 3 * Math.max(1, i % 4), 4);
      for (int t = 0; t < i % 4; t++) {
        float[] scores = {all[3 * t], all[3 * t + 1], all[3 * t + 2]};
        boolean absent = (i + t) % 5 == 0;
        Wind answer = absent ? null : Wind.values()[drawn(random, scores)];
        once.add(scores, answer);
        expected.add(answer);
      }
      steps.add(all, expected);
    }
    once.add(new float[] {1, 2, 3}, null);
    steps.add(new float[] {1, 2, 3}, null);
    assertThat(steps.temperature()).isEqualTo(once.temperature());
    assertThat(once.temperature().value()).isGreaterThan(1.5);
  }

  @Test
  void whereThereIsNoBestTemperatureProbabilitiesStayAndTheUserIsTold() {
    TemperatureFit<Wind> none = TemperatureFit.of(CODEC);
    TemperatureFit<Wind> right = TemperatureFit.of(CODEC);
    TemperatureFit<Wind> wrong = TemperatureFit.of(CODEC);
    for (int i = 0; i < 30; i++) {
      float[] scores = new float[3];
      scores[i % 3] = 2;
      right.add(scores, Wind.values()[i % 3]);
      wrong.add(scores, Wind.values()[(i + 1) % 3]);
    }
    Temperatures found =
        Temperatures.none().with("none", none).with("right", right).with("wrong", wrong);
    for (String output : List.of("none", "right", "wrong", "other")) {
      assertThat(found.of(output)).isEqualTo(Temperature.NONE);
    }
    assertThat(found.fitted()).isEmpty();
    assertThat(found.warnings())
        .containsExactly(
            "output \"none\" is not calibrated, its probabilities stay as they are: it has no"
                + " answer in the examples that calibrate",
            "output \"right\" is not calibrated, its probabilities stay as they are: it is answered"
                + " right in all examples that calibrate, or nearly so: they cannot tell how often"
                + " answers are wrong",
            "output \"wrong\" is not calibrated, its probabilities stay as they are: it has scores"
                + " that say nothing about the answers of the examples that calibrate")
        .inOrder();
  }

  @Property
  void noTemperatureChangesTheClass(
      @ForAll @Size(3) List<@FloatRange(min = -50, max = 50) Float> values,
      @ForAll @DoubleRange(min = Temperature.LEAST, max = Temperature.MOST) double value) {
    float[] scores = {values.get(0), values.get(1), values.get(2)};
    float[] one = {values.get(0)};
    Temperature temperature = new Temperature(value);
    CategoryCodec.Learner<String> learner = CategoryCodec.learner();
    List.of("a", "b", "c").forEach(learner::add);
    CategoryCodec<String> category = learner.build();
    LabelsCodec<Wind> labels = LabelsCodec.of(Wind.values());
    assertThat(CODEC.at(temperature).answer(scores)).isEqualTo(CODEC.answer(scores));
    assertThat(category.at(temperature).answer(scores)).isEqualTo(category.answer(scores));
    assertThat(BooleanCodec.of().at(temperature).answer(one))
        .isEqualTo(BooleanCodec.of().answer(one));
    assertThat(labels.at(temperature).answer(scores)).isEqualTo(labels.answer(scores));
    double sum =
        CODEC.at(temperature).prediction(scores).probabilities().values().stream()
            .mapToDouble(p -> p)
            .sum();
    assertThat(sum).isWithin(1e-12).of(1);
  }

  @Property
  void lossIsThatOfTheProbability(
      @ForAll @Size(3) List<@FloatRange(min = -5, max = 5) Float> values,
      @ForAll @DoubleRange(min = 0.3, max = 10) double value) {
    float[] scores = {values.get(0), values.get(1), values.get(2)};
    float[] one = {values.get(0)};
    EnumCodec<Wind> codec = CODEC.at(new Temperature(value));
    BooleanCodec yes = BooleanCodec.of().at(new Temperature(value));
    LabelsCodec<Wind> labels = LabelsCodec.of(Wind.values()).at(new Temperature(value));
    assertThat(Math.exp(-codec.loss(scores, Wind.SOUTH)))
        .isWithin(1e-12)
        .of(codec.prediction(scores).probability(Wind.SOUTH));
    assertThat(Math.exp(-crossEntropy(scores, 1, value)))
        .isWithin(1e-12)
        .of(codec.prediction(scores).probability(Wind.SOUTH));
    assertThat(Math.exp(-yes.loss(one, false)))
        .isWithin(1e-12)
        .of(yes.prediction(one).probability(false));
    assertThat(Math.exp(-labels.loss(scores[0], true)))
        .isWithin(1e-12)
        .of(labels.probabilities(scores).getOrDefault(Wind.NORTH, -1.0));
  }

  /** What the user chose is compared with what the user sees. */
  @Test
  void aThresholdIsComparedWithTheProbabilityThatIsTold() {
    BooleanCodec codec = BooleanCodec.of().threshold(0.3);
    float[] score = {-1};
    assertThat(codec.prediction(score).probability(true)).isLessThan(0.3);
    assertThat(codec.answer(score)).isFalse();
    BooleanCodec warm = codec.at(new Temperature(2));
    assertThat(warm.prediction(score).probability(true)).isGreaterThan(0.3);
    assertThat(warm.answer(score)).isTrue();
    assertThat(BooleanCodec.of().at(new Temperature(2)).answer(score)).isFalse();
  }

  @Test
  void aTemperatureIsStoredAndAnotherTrainingForgetsIt() {
    Temperature temperature = new Temperature(1.7);
    BooleanCodec yes = BooleanCodec.of().threshold(0.3).at(temperature);
    assertThat(BooleanCodec.restore(yes.stored()).temperature()).isEqualTo(temperature);
    assertThat(BooleanCodec.restore(yes.stored()).stored()).isEqualTo(yes.stored());
    assertThat(yes.forTraining().stored().settings()).containsExactly("threshold", "0.3");
    EnumCodec<Wind> codec = CODEC.at(temperature);
    assertThat(codec.stored().settings()).containsExactly("temperature", "1.7");
    assertThat(codec.learned()).containsExactly("temperature");
    assertThat(EnumCodec.restore(codec.stored(), Wind.values()).temperature())
        .isEqualTo(temperature);
    assertThat(codec.forTraining().stored()).isEqualTo(CODEC.stored());
    LabelsCodec<Wind> labels = LabelsCodec.of(Wind.values()).at(temperature);
    assertThat(LabelsCodec.restore(labels.stored(), Wind.values()).temperature())
        .isEqualTo(temperature);
  }

  @Test
  void aStoredTemperatureThatIsNoneIsRefused() {
    for (String value : List.of("0", "-1", "1000", "NaN", "warm", "")) {
      StoredCodec stored =
          new StoredCodec("enum", Map.of("temperature", value), CODEC.stored().entries());
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> EnumCodec.restore(stored, Wind.values()));
      assertThat(e).hasMessageThat().contains("has temperature = \"");
      assertThat(e).hasMessageThat().contains(", expected a ");
    }
    ClassCodec<Wind> plain = CODEC;
    assertThat(plain.at(Temperature.NONE)).isSameInstanceAs(plain);
  }
}
