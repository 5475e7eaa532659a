package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnomalyTrackerTest {
  /** R, pnorm: the tails of the normal distribution; the last by pnorm(-40, log.p = TRUE). */
  @Test
  void tailsAreThoseOfTables() {
    assertThat(NormalTail.logTwoSided(0)).isWithin(1e-15).of(0);
    assertThat(Math.exp(NormalTail.logTwoSided(1))).isWithin(1e-12).of(0.31731050786291415);
    assertThat(Math.exp(NormalTail.logTwoSided(-1.959963984540054))).isWithin(1e-12).of(0.05);
    assertThat(NormalTail.logTwoSided(2.9)).isWithin(1e-9).of(Math.log(0.003731626600768));
    assertThat(NormalTail.logTwoSided(6)).isWithin(1e-6).of(Math.log(1.973175290e-9));
    assertThat(NormalTail.logTwoSided(40)).isWithin(1e-6).of(-804.608442013754 + Math.log(2));
  }

  @Test
  void tailsAreContinuousWhereTheMethodChanges() {
    double at = 2 * Math.sqrt(2);
    assertThat(NormalTail.logTwoSided(Math.nextDown(at)))
        .isWithin(1e-12)
        .of(NormalTail.logTwoSided(Math.nextUp(at)));
  }

  @Test
  void surprisesOfClassesAndNumbers() {
    assertThat(Surprise.ofClass(0.125)).isWithin(1e-12).of(Math.log(8));
    assertThat(Surprise.ofClass(0)).isFinite();
    assertThat(Surprise.ofNumber(5, 5, 1, 0.1)).isWithin(1e-12).of(0);
    assertThat(Surprise.ofNumber(7, 5, 0, 2)).isWithin(1e-9).of(-Math.log(0.317310507863));
  }

  /** Surprises -ln U of uniform U are their own rank: the share that is as large is U. */
  @Test
  void ranksOfAKnownDistributionAreItsShares() {
    Random random = new Random(1);
    double[] ordinary = new double[20_000];
    for (int i = 0; i < ordinary.length; i++) {
      ordinary[i] = -Math.log(1 - random.nextDouble());
    }
    SurpriseRanks ranks = SurpriseRanks.learn(ordinary);
    for (double surprise : new double[] {0.05, 0.3, 1, 2, 3, 5, 9}) {
      assertThat(ranks.rank(surprise) / surprise).isWithin(0.08).of(1);
    }
    SurpriseRanks again = SurpriseRanks.of(ranks.stored());
    double before = -1;
    for (double surprise = 0; surprise < 40; surprise += 0.01) {
      assertThat(ranks.rank(surprise)).isAtLeast(before);
      before = ranks.rank(surprise);
      assertThat(again.rank(surprise)).isEqualTo(before);
    }
  }

  @Test
  void ranksOfEqualSurprisesAreFinite() {
    double[] zeros = new double[100];
    SurpriseRanks ranks = SurpriseRanks.learn(zeros);
    assertThat(ranks.rank(0)).isFinite();
    assertThat(ranks.rank(5)).isFinite();
    assertThat(ranks.rank(5)).isGreaterThan(ranks.rank(0));
    double[] two = new double[100];
    Arrays.fill(two, 0, 40, 1);
    SurpriseRanks mixed = SurpriseRanks.learn(two);
    assertThat(mixed.rank(1)).isGreaterThan(mixed.rank(0));
    assertThat(mixed.rank(0.5)).isAtLeast(mixed.rank(0));
  }

  private static double[][] ordinary(int steps, long seed) {
    Random random = new Random(seed);
    double[][] surprises = new double[steps][2];
    for (double[] step : surprises) {
      for (int c = 0; c < 2; c++) {
        step[c] = Surprise.ofNumber(random.nextGaussian(), 0, 1, 0.01);
      }
    }
    return surprises;
  }

  /** Learns from surprises of what has no values. */
  private static AnomalyScale learn(List<double[][]> surprises) {
    return AnomalyScale.learn(
        surprises, surprises.stream().map(steps -> new double[steps.length][0]).toList());
  }

  private static double next(AnomalyTracker tracker, double[] surprises) {
    return tracker.next(surprises, new double[0]);
  }

  private static AnomalyTracker tracker() {
    AnomalyTracker tracker = learn(List.<double[][]>of(ordinary(5000, 1))).tracker();
    for (double[] step : ordinary(50, 2)) {
      next(tracker, step);
    }
    return tracker;
  }

  @Test
  void ordinaryStepsRarelyScoreHigh() {
    AnomalyTracker tracker = tracker();
    int above = 0;
    for (double[] step : ordinary(20_000, 3)) {
      above += next(tracker, step) >= 3 ? 1 : 0;
    }
    assertThat(above).isLessThan(100); // nominally one in a thousand
  }

  @Test
  void aSpikeIsSeenAtOnceAndNamed() {
    AnomalyTracker tracker = tracker();
    double score = next(tracker, new double[] {Surprise.ofNumber(8, 0, 1, 0.01), 0.5});
    assertThat(score).isGreaterThan(3.5);
    assertThat(tracker.parts()[0]).isGreaterThan(tracker.parts()[1]);
    assertThat(score).isAtMost(tracker.parts()[0] + 0.5); // what the steps around add
  }

  @Test
  void aStuckValueIsTooOrdinary() {
    AnomalyTracker tracker = tracker();
    Random random = new Random(9);
    double highest = 0;
    for (int i = 0; i < 20; i++) {
      double stuck = Surprise.ofNumber(0.01, 0, 1, 0.01);
      double free = Surprise.ofNumber(random.nextGaussian(), 0, 1, 0.01);
      highest = Math.max(highest, next(tracker, new double[] {stuck, free}));
    }
    assertThat(highest).isGreaterThan(3.5);
    assertThat(tracker.parts()[0]).isGreaterThan(tracker.parts()[1]);
  }

  /** Of one number: its deviation from what is foretold is its value. */
  private static double next(AnomalyTracker tracker, double value, double free) {
    double surprise = Double.isNaN(value) ? value : Surprise.ofNumber(value, 0, 1, 0.01);
    return tracker.next(new double[] {surprise, free}, new double[] {value});
  }

  private static AnomalyScale ofValues(Random random, int steps) {
    double[][] surprises = new double[steps][2];
    double[][] values = new double[steps][1];
    for (int t = 0; t < steps; t++) {
      values[t][0] = random.nextGaussian();
      surprises[t][0] = Surprise.ofNumber(values[t][0], 0, 1, 0.01);
      surprises[t][1] = Surprise.ofNumber(random.nextGaussian(), 0, 1, 0.01);
    }
    return AnomalyScale.learn(List.<double[][]>of(surprises), List.<double[][]>of(values));
  }

  @Test
  void aValueThatIsStuckAtSomeDistanceIsNoticedAndASingleRepetitionIsNot() {
    Random random = new Random(11);
    AnomalyTracker tracker = ofValues(random, 1000).tracker();
    for (int i = 0; i < 50; i++) {
      next(tracker, random.nextGaussian(), 0.5);
    }
    next(tracker, 0.7, 0.5);
    double once = next(tracker, 0.7, 0.5);
    assertThat(once).isLessThan(2);
    // half a value in a thousand comes three times; one of two channels
    assertThat(tracker.raw(new double[] {0.5, 0.5}, new double[] {0.7}))
        .isWithin(0.02)
        .of(Math.log10(2000) - Math.log10(2));
    double stuck = 0;
    for (int i = 0; i < 13; i++) {
      stuck = next(tracker, 0.7, 0.5);
    }
    assertThat(stuck).isGreaterThan(3);
    assertThat(tracker.parts()[0]).isGreaterThan(tracker.parts()[1] + 1);
    assertThat(next(tracker, 0.8, 0.5)).isLessThan(stuck - 1);
  }

  @Test
  void aMissingValueAndAGapEndARun() {
    Random random = new Random(12);
    AnomalyScale scale = ofValues(random, 1000);
    AnomalyTracker tracker = scale.tracker();
    for (int i = 0; i < 20; i++) {
      next(tracker, random.nextGaussian(), 0.5);
    }
    double[] half = {0.5, 0.5};
    double[] value = {0.7};
    tracker.raw(half, value);
    tracker.raw(half, value);
    double twice = tracker.raw(half, value);
    next(tracker, Double.NaN, 0.5);
    assertThat(tracker.raw(half, value)).isLessThan(2);
    assertThat(tracker.raw(half, value)).isLessThan(2);
    assertThat(tracker.raw(half, value)).isWithin(0.02).of(twice);
    tracker.gap();
    for (int i = 0; i < 9; i++) {
      assertThat(tracker.raw(half, value)).isNaN();
    }
    // seven repetitions more behind the gap, of which 1.5, 2.5, ... in a thousand go on
    double more = 0;
    for (int i = 1; i <= 7; i++) {
      more -= Math.log10((i + 0.5) / (1000 + i));
    }
    assertThat(tracker.raw(half, value)).isWithin(0.02).of(twice + more);
    assertThrows(IllegalArgumentException.class, () -> tracker.raw(half, new double[0]));
    AnomalyTracker other = AnomalyScale.of(scale.stored(), scale.storedStillness()).tracker();
    next(tracker, 0.6, 0.5);
    next(tracker, 0.6, 0.5);
    other.restore(tracker.state());
    for (double next : new double[] {0.6, 0.6, 0.5, 0.5, 0.5}) {
      assertThat(next(other, next, 0.5)).isEqualTo(next(tracker, next, 0.5));
    }
    assertThrows(
        IllegalArgumentException.class,
        () -> AnomalyScale.of(scale.stored(), new double[0][]).tracker().restore(other.state()));
  }

  @Test
  void valuesAreOfAllSteps() {
    List<double[][]> surprises = List.<double[][]>of(ordinary(30, 1));
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> AnomalyScale.learn(surprises, List.<double[][]>of(new double[29][1]))))
        .hasMessageThat()
        .contains(
            "series 0 has values of 29 steps, must be at least as many as have surprises: 30");
    assertThrows(IllegalArgumentException.class, () -> AnomalyScale.learn(surprises, List.of()));
  }

  @Test
  void scoresDoNotSaturate() {
    AnomalyTracker mild = tracker();
    AnomalyTracker wild = tracker();
    double ten = next(mild, new double[] {Surprise.ofNumber(10, 0, 1, 0.01), 0.5});
    double hundred = next(wild, new double[] {Surprise.ofNumber(100, 0, 1, 0.01), 0.5});
    assertThat(hundred).isGreaterThan(ten + 2);
    assertThat(hundred).isFinite();
  }

  @Test
  void thereIsNoScoreAtTheBeginningAndAfterAGap() {
    AnomalyTracker tracker = learn(List.<double[][]>of(ordinary(200, 1))).tracker();
    double[][] steps = ordinary(40, 5);
    for (int i = 0; i < 9; i++) {
      assertThat(next(tracker, steps[i])).isNaN();
    }
    assertThat(next(tracker, steps[9])).isFinite();
    tracker.gap();
    for (int i = 10; i < 19; i++) {
      assertThat(next(tracker, steps[i])).isNaN();
    }
    assertThat(next(tracker, steps[19])).isFinite();
  }

  @Test
  void missingSurprisesLeaveTheirChannelAsItIs() {
    AnomalyTracker tracker = tracker();
    double[] before = tracker.state();
    double score = next(tracker, new double[] {Double.NaN, 0.3});
    double[] after = tracker.state();
    double around =
        after[after.length - 1]; // what the steps around add, of which 1 / ln 10 is usual
    assertThat(score - around + 1 / Math.log(10)).isWithin(1e-12).of(tracker.parts()[1]);
    assertThat(tracker.parts()[0]).isNaN();
    int ofChannel = ShortTerm.size() + 2;
    assertThat(Arrays.copyOf(tracker.state(), ofChannel))
        .isEqualTo(Arrays.copyOf(before, ofChannel));
    assertThat(next(tracker, new double[] {Double.NaN, Double.NaN})).isNaN();
  }

  @Test
  void aStepAmidRareStepsHasAHigherScoreThanTheSameStepAlone() {
    AnomalyTracker alone = tracker();
    AnomalyTracker amid = tracker();
    double[] rare = {Surprise.ofNumber(4, 0, 1, 0.01), 0.5};
    for (int i = 0; i < 30; i++) {
      next(alone, new double[] {0.5, 0.5});
      next(amid, i % 6 == 0 ? rare : new double[] {0.5, 0.5});
    }
    assertThat(next(amid, rare)).isGreaterThan(next(alone, rare));
    amid.gap();
    double[] state = amid.state();
    assertThat(state[state.length - 1]).isEqualTo(1 / Math.log(10));
  }

  @Test
  void storedScalesAndStatesGoOnAsTheirOriginals() {
    AnomalyScale scale = learn(List.<double[][]>of(ordinary(300, 1), ordinary(30, 2)));
    AnomalyTracker tracker = scale.tracker();
    double[][] steps = ordinary(60, 7);
    for (int i = 0; i < 33; i++) {
      next(tracker, steps[i]);
    }
    AnomalyTracker other = AnomalyScale.of(scale.stored(), scale.storedStillness()).tracker();
    other.restore(tracker.state());
    for (int i = 33; i < 60; i++) {
      assertThat(next(other, steps[i])).isEqualTo(next(tracker, steps[i]));
    }
    double[][] damaged = scale.stored();
    damaged[1][1] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> AnomalyScale.of(damaged, new double[0][]));
    assertThrows(IllegalArgumentException.class, () -> other.restore(new double[3]));
    assertThrows(IllegalArgumentException.class, () -> next(other, new double[3]));
  }

  /** Tails x^(-1/0.4) from 2 on, which one in twenty reaches. */
  @Test
  void theLongTermOfAKnownTailIsItsLikelihood() {
    Random random = new Random(31);
    double[] scores = new double[40_000];
    for (int i = 0; i < scores.length; i++) {
      double share = 1 - random.nextDouble();
      scores[i] = share < 0.05 ? 2 * Math.pow(share / 0.05, -0.4) : 2 * (1 - share);
    }
    LongTerm learned = LongTerm.learn(scores);
    assertThat(learned.stored()[1]).isWithin(0.03).of(0.4);
    assertThat(learned.score(2 * Math.pow(0.0001 / 0.05, -0.4))).isWithin(0.2).of(4);
    LongTerm followed = LongTerm.of(new double[] {0, 1, 0});
    for (double score : scores) {
      followed.add(score);
    }
    assertThat(Math.exp(followed.stored()[0])).isWithin(0.5).of(2);
    assertThat(followed.stored()[1]).isWithin(0.25).of(0.4);
    double before = 0;
    for (double raw = 0.01; raw < 50; raw += 0.01) {
      assertThat(learned.score(raw)).isAtLeast(before);
      before = learned.score(raw);
    }
  }

  @Test
  void whatIsVouchedForCountsAHundredTimes() {
    assertThat(LongTerm.learn(new double[500]).stored()[2]).isEqualTo(50_000);
    LongTerm few = LongTerm.learn(new double[100]);
    LongTerm many = LongTerm.learn(new double[1000]);
    for (int i = 0; i < 500; i++) {
      few.add(30);
      many.add(30);
    }
    assertThat(many.score(30)).isGreaterThan(few.score(30) + 0.2);
    assertThrows(IllegalArgumentException.class, () -> LongTerm.of(new double[] {0, 1}));
    assertThrows(IllegalArgumentException.class, () -> LongTerm.of(new double[] {0, 0, 1}));
    assertThrows(IllegalArgumentException.class, () -> LongTerm.of(new double[] {0, 1, -1}));
  }

  @Test
  void tooLittleOrdinaryDataIsAnError() {
    assertThat(
            assertThrows(
                IllegalArgumentException.class, () -> learn(List.<double[][]>of(ordinary(19, 1)))))
        .hasMessageThat()
        .contains("19 surprises");
  }

  @Test
  void aChannelThatIsSteadierThanBeforeIsNoAlarmForEver() {
    AnomalyTracker tracker = tracker();
    Random random = new Random(21);
    List<Double> scores = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      double half = Surprise.ofNumber(0.5 * random.nextGaussian(), 0, 1, 0.01);
      scores.add(next(tracker, new double[] {half, half}));
    }
    assertThat(scores.subList(5000, 6000).stream().filter(score -> score > 3).count())
        .isLessThan(20);
  }
}
