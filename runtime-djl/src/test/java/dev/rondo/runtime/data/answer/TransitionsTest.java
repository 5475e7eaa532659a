package dev.rondo.runtime.data.answer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Prediction;
import dev.rondo.Span;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Temperature;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The conditional random field against all taggings. */
class TransitionsTest {
  private static final List<List<String>> TAGS =
      List.of(
          List.of("NOUN", "VERB", "ADJ"),
          List.of("O", "B-X", "I-X", "B-Y", "I-Y"),
          List.of("O", "B-X", "I-X", "E-X", "S-X"));

  /** Tags of an enum. */
  enum Tag {
    O,
    B_PER,
    I_PER
  }

  private static float[] normal(Random random, int size, double deviation) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) (deviation * random.nextGaussian());
    }
    return values;
  }

  private static Transitions transitions(List<String> names, Random random, double deviation) {
    int size = names.size();
    return new Transitions(
        TagScheme.of(names),
        normal(random, size * size, deviation),
        normal(random, size, deviation),
        normal(random, size, deviation));
  }

  private static void assertClose(double[] actual, double[] expected) {
    assertThat(actual).usingTolerance(1e-9).containsExactly(expected).inOrder();
  }

  /** 1: steps as numbers; 200: what lies so far apart that logarithms are added. */
  @ParameterizedTest
  @ValueSource(doubles = {1, 20, 200})
  void allTaggingsSayTheSame(double deviation) {
    Random random = new Random(7);
    for (List<String> names : TAGS) {
      for (int steps = 1; steps <= 5; steps++) {
        Transitions transitions = transitions(names, random, deviation);
        float[] scores = normal(random, steps * names.size(), deviation);
        BruteForce all = new BruteForce(transitions, scores, steps);
        int[] best = all.mostProbable();

        assertThat(transitions.mostProbable(scores, steps)).isEqualTo(best);
        assertThat(transitions.loss(scores, best))
            .isWithin(1e-9 * Math.max(1, deviation))
            .of(all.logPartition() - all.score(best));
        assertClose(transitions.marginals(scores, steps), all.marginals());
      }
    }
  }

  /** As numbers at a high temperature, by logarithms at a low one. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.7, 1, 3, 100})
  void aTemperatureDividesTheScoresOfTaggingsAsAWhole(double value) {
    Random random = new Random(17);
    Temperature temperature = new Temperature(value);
    for (List<String> names : TAGS) {
      for (int steps = 1; steps <= 4; steps++) {
        Transitions plain = transitions(names, random, 20);
        float[] scores = normal(random, steps * names.size(), 20);
        BruteForce all = new BruteForce(plain, scores, steps, value);
        double[] marginals = all.marginals();
        double[] logarithms = plain.at(temperature).logMarginals(scores, steps);

        assertClose(plain.at(temperature).marginals(scores, steps), marginals);
        for (int i = 0; i < marginals.length; i++) {
          if (marginals[i] > 1e-300) {
            double expected = Math.log(marginals[i]);
            assertThat(logarithms[i]).isWithin(1e-9 * Math.max(1, Math.abs(expected))).of(expected);
          }
        }
        assertThat(plain.at(temperature).at(Temperature.NONE).score(scores, all.mostProbable()))
            .isWithin(1e-9)
            .of(plain.score(scores, all.mostProbable()));
      }
    }
    Transitions one = transitions(TAGS.get(0), random, 1);
    assertThat(one.at(Temperature.NONE)).isSameInstanceAs(one);
    assertThat(one.at(temperature)).isSameInstanceAs(one.at(temperature));
  }

  @Test
  void bothWaysOfComputingSayTheSame() {
    Random random = new Random(8);
    // 4 * (range of transitions, starts and ends + that of scores) is close to what numbers hold
    Transitions transitions = transitions(TAGS.get(1), random, 5);
    float[] scores = normal(random, 40 * 5, 5);
    assertThat(transitions.fitNumbers(60)).isTrue();
    double[] numbers = transitions.marginals(scores, 40);
    ForwardBackward algorithm = new ForwardBackward(transitions);
    double log = algorithm.read(scores, 0, 40).logPartition();
    assertClose(
        Arrays.stream(transitions.logMarginals(scores, 40)).map(Math::exp).toArray(), numbers);
    // an impossible tag far below all others does not change the other probabilities
    float[] apart = scores.clone();
    apart[39 * 5 + 3] = -1e6f;
    apart[39 * 5 + 4] = -1e6f;
    scores[39 * 5 + 3] = -60;
    scores[39 * 5 + 4] = -60;
    double[] logarithms = transitions.marginals(apart, 40);
    assertClose(logarithms, transitions.marginals(scores, 40));
    assertThat(numbers).hasLength(200);
    assertThat(log).isFinite();
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, 200})
  void gradientsAreExpectedLessRight(double deviation) {
    Random random = new Random(9);
    for (List<String> names : TAGS) {
      int tags = names.size();
      Transitions transitions = transitions(names, random, deviation);
      int[][] right = {{0, 0, 0}, {0}, {0, 0}};
      float[] scores = normal(random, (3 + 1 + 2) * tags, deviation);
      float[][] targets = {{0, 0, 0}, {0}, {0, 0}};
      double value = 0;
      double[] between = new double[tags * tags];
      double[] start = new double[tags];
      double[] end = new double[tags];
      double[] ofScores = new double[scores.length];
      int at = 0;
      for (int[] tagging : right) {
        int n = tagging.length;
        float[] own = Arrays.copyOfRange(scores, at, at + n * tags);
        BruteForce all = new BruteForce(transitions, own, n);
        value += (all.logPartition() - all.score(tagging)) / 6;
        double[] marginals = all.marginals();
        for (int i = 0; i < n * tags; i++) {
          ofScores[at + i] = (marginals[i] - (i % tags == 0 ? 1 : 0)) / 6;
        }
        for (int i = 0; i < tags; i++) {
          start[i] += (marginals[i] - (i == 0 ? 1 : 0)) / 6;
          end[i] += (marginals[(n - 1) * tags + i] - (i == 0 ? 1 : 0)) / 6;
        }
        double[] pairs = all.pairs();
        for (int i = 0; i < pairs.length; i++) {
          between[i] += (pairs[i] - (i == 0 ? n - 1 : 0)) / 6;
        }
        at += n * tags;
      }
      TaggingLoss loss = TaggingLoss.of(transitions, scores, targets);
      assertThat(loss.value()).isWithin(1e-9 * Math.max(1, deviation)).of(value);
      assertGradient(loss.ofScores(), ofScores);
      assertGradient(loss.ofBetween(), between);
      assertGradient(loss.ofStart(), start);
      assertGradient(loss.ofEnd(), end);
    }
  }

  private static void assertGradient(float[] actual, double[] expected) {
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isWithin(1e-7).of(expected[i]);
    }
  }

  @Test
  void gradientsAreThoseOfDifferences() {
    Random random = new Random(10);
    TagScheme scheme = TagScheme.of(TAGS.get(0));
    float[] between = normal(random, 9, 1);
    float[] ends = normal(random, 3, 1);
    float[] scores = normal(random, 12, 1);
    float[][] targets = {{0, 2, 1, 1}};
    TaggingLoss loss =
        TaggingLoss.of(new Transitions(scheme, between, ends, ends), scores, targets);
    float step = 1f / 1024; // exact in float
    for (int i = 0; i < 9; i++) {
      float[] more = between.clone();
      float[] less = between.clone();
      more[i] += step;
      less[i] -= step;
      double up =
          TaggingLoss.of(new Transitions(scheme, more, ends, ends), scores, targets).value();
      double down =
          TaggingLoss.of(new Transitions(scheme, less, ends, ends), scores, targets).value();
      assertThat((up - down) / (more[i] - less[i])).isWithin(1e-6).of(loss.ofBetween()[i]);
    }
  }

  @Test
  void whatIsAbsentDoesNotCount() {
    Random random = new Random(11);
    Transitions transitions = transitions(TAGS.get(0), random, 1);
    float[] scores = normal(random, 9, 1);
    float[][] both = {{Float.NaN}, {1, 2}};
    TaggingLoss loss = TaggingLoss.of(transitions, scores, both);
    TaggingLoss alone =
        TaggingLoss.of(transitions, Arrays.copyOfRange(scores, 3, 9), new float[][] {{1, 2}});
    assertThat(loss.value()).isEqualTo(alone.value());
    assertThat(Arrays.copyOf(loss.ofScores(), 3)).isEqualTo(new float[3]);
    assertThat(Arrays.copyOfRange(loss.ofScores(), 3, 9)).isEqualTo(alone.ofScores());
    TaggingLoss none = TaggingLoss.of(transitions, new float[3], new float[][] {{Float.NaN}});
    assertThat(none.value()).isEqualTo(0.0);
    assertThat(none.ofBetween()).isEqualTo(new float[9]);
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TaggingLoss.of(transitions, new float[6], new float[][] {{1, Float.NaN}}))
                .getMessage())
        .isEqualTo("1 of 2 steps have no tag: tags of a sequence are learned together");
    assertThrows(
        IllegalArgumentException.class,
        () -> TaggingLoss.of(transitions, new float[5], new float[][] {{1, 1}}));
  }

  @Test
  void goldThatBreaksTheSchemeCostsWhatIsFinite() {
    Transitions transitions = transitions(TAGS.get(1), new Random(12), 1);
    double loss = transitions.loss(new float[10], new int[] {0, 2});
    assertThat(loss).isGreaterThan(Transitions.FORBIDDEN - 100);
    assertThat(loss).isLessThan(Transitions.FORBIDDEN + 100);
  }

  @Property(seed = "1", tries = 400)
  void whatIsForbiddenIsNeverAnswered(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 9) int steps, @ForAll Scale scale) {
    Random random = new Random(seed);
    for (List<String> names : TAGS) {
      Transitions transitions = transitions(names, random, scale.deviation);
      float[] scores = normal(random, steps * names.size(), scale.deviation);
      assertThat(transitions.scheme().broken(transitions.mostProbable(scores, steps)).isEmpty())
          .isTrue();
      double[] marginals = transitions.marginals(scores, steps);
      for (int t = 0; t < steps; t++) {
        double sum = 0;
        for (int i = 0; i < names.size(); i++) {
          double marginal = marginals[t * names.size() + i];
          assertThat(marginal).isAtLeast(0.0);
          sum += marginal;
        }
        assertThat(sum).isWithin(1e-6).of(1);
      }
      if (names.contains("I-X")) { // no sequence starts with it
        assertThat(marginals[names.indexOf("I-X")]).isEqualTo(0.0);
      }
    }
  }

  /** How far parameters and scores lie apart. */
  enum Scale {
    USUAL(1),
    WIDE(100),
    AS_FORBIDDEN(3e4),
    HUGE(1e30);

    private final double deviation;

    Scale(double deviation) {
      this.deviation = deviation;
    }
  }

  @Test
  void fiveThousandStepsAreRead() {
    Random random = new Random(13);
    Transitions transitions = transitions(TAGS.get(1), random, 2);
    float[] scores = normal(random, 5000 * 5, 2);
    int[] best = transitions.mostProbable(scores, 5000);
    double[] marginals = transitions.marginals(scores, 5000);

    assertThat(best).hasLength(5000);
    assertThat(transitions.scheme().broken(best).isEmpty()).isTrue();
    assertThat(IntStream.range(0, 5).mapToDouble(i -> marginals[4999 * 5 + i]).sum())
        .isWithin(1e-6)
        .of(1);
    assertThat(transitions.loss(scores, best)).isGreaterThan(0.0);
    assertThat(transitions.loss(scores, best)).isLessThan(5000 * Math.log(5));
  }

  @Test
  void aPredictionNamesTheTagOfTheMostProbableTagging() {
    EnumCodec<Tag> codec = EnumCodec.of(Tag.values());
    // the second step alone is most probably I_PER, but no tagging with it is the most probable
    float[] scores = {2, 1.5f, 0, 1, 0, 1.2f};
    Transitions transitions =
        new Transitions(TagSequence.scheme(codec), new float[9], new float[3], new float[3]);
    TagSequence<Tag> tags = TagSequence.of(codec, transitions);
    List<Prediction<Tag>> predictions = tags.predictions(scores, 2);
    double[] marginals = new BruteForce(transitions, scores, 2).marginals();

    assertThat(tags.answer(scores, 2)).containsExactly(Tag.O, Tag.O).inOrder();
    assertThat(predictions.get(1).value()).isEqualTo(Tag.O);
    assertThat(predictions.get(1).probability()).isWithin(1e-12).of(marginals[3]);
    assertThat(predictions.get(1).probability(Tag.I_PER)).isWithin(1e-12).of(marginals[5]);
    // a temperature moves the probabilities and neither answers nor the sequence's loss
    TagSequence<Tag> warm = TagSequence.of(codec.at(new Temperature(4)), transitions);
    assertThat(warm.answer(scores, 2)).isEqualTo(tags.answer(scores, 2));
    assertThat(warm.predictions(scores, 2).get(1).value()).isEqualTo(Tag.O);
    assertThat(warm.predictions(scores, 2).get(1).probability(Tag.I_PER))
        .isWithin(1e-12)
        .of(new BruteForce(transitions, scores, 2, 4).marginals()[5]);
    assertThat(tags.answer(new float[3], 0)).isEmpty();
    assertThat(tags.predictions(new float[3], 0)).isEmpty();
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> tags.answer(new float[] {0, 0, Float.NaN}, 1))
                .getMessage())
        .startsWith("scores are not finite");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> TagSequence.of(codec, transitions(TAGS.get(0), new Random(1), 1))))
        .hasMessageThat()
        .contains("but the tags are [O, B_PER, I_PER]");
  }

  @Test
  void aTagThatBreaksItsSchemeIsToldWithItsStep() {
    EnumCodec<Tag> codec = EnumCodec.of(Tag.values());
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () ->
                        TagSequence.targets("expected", codec, List.of(Tag.O, Tag.O, Tag.I_PER), 3))
                .getMessage())
        .isEqualTo(
            "expected[2] is I_PER behind O, which BIO forbids. Convert the tags to the scheme when"
                + " they are read.");
    assertThat(
            assertThrows(
                    IllegalArgumentException.class,
                    () -> TagSequence.targets("expected", codec, Arrays.asList(Tag.O, null), 2))
                .getMessage())
        .isEqualTo("expected[1] is null, but tags of a sequence are learned together");
    assertThat(TagSequence.targets("expected", codec, List.of(Tag.B_PER, Tag.I_PER), 2))
        .isEqualTo(new float[] {1, 2});
    assertThat(TagSequence.targets("expected", codec, List.of(), 0))
        .isEqualTo(new float[] {Float.NaN});
    assertThat(TagSequence.targets("expected", codec, null, 2)).hasLength(2);
    assertThat(
            TagSequence.spans(
                codec, List.of(Tag.B_PER, Tag.I_PER, Tag.O), List.of("Ada", "Lovelace", "wrote")))
        .containsExactly(new Span(0, 2, "PER", "Ada Lovelace"));
  }
}
