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

  private static AnomalyTracker tracker() {
    AnomalyTracker tracker = AnomalyScale.learn(List.<double[][]>of(ordinary(5000, 1))).tracker();
    for (double[] step : ordinary(50, 2)) {
      tracker.next(step);
    }
    return tracker;
  }

  @Test
  void ordinaryStepsRarelyScoreHigh() {
    AnomalyTracker tracker = tracker();
    int above = 0;
    for (double[] step : ordinary(20_000, 3)) {
      above += tracker.next(step) >= 3 ? 1 : 0;
    }
    assertThat(above).isLessThan(100); // nominally one in a thousand
  }

  @Test
  void aSpikeIsSeenAtOnceAndNamed() {
    AnomalyTracker tracker = tracker();
    double score = tracker.next(new double[] {Surprise.ofNumber(8, 0, 1, 0.01), 0.5});
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
      highest = Math.max(highest, tracker.next(new double[] {stuck, free}));
    }
    assertThat(highest).isGreaterThan(3.5);
    assertThat(tracker.parts()[0]).isGreaterThan(tracker.parts()[1]);
  }

  @Test
  void scoresDoNotSaturate() {
    AnomalyTracker mild = tracker();
    AnomalyTracker wild = tracker();
    double ten = mild.next(new double[] {Surprise.ofNumber(10, 0, 1, 0.01), 0.5});
    double hundred = wild.next(new double[] {Surprise.ofNumber(100, 0, 1, 0.01), 0.5});
    assertThat(hundred).isGreaterThan(ten + 2);
    assertThat(hundred).isFinite();
  }

  @Test
  void thereIsNoScoreAtTheBeginningAndAfterAGap() {
    AnomalyTracker tracker = AnomalyScale.learn(List.<double[][]>of(ordinary(200, 1))).tracker();
    double[][] steps = ordinary(40, 5);
    for (int i = 0; i < 9; i++) {
      assertThat(tracker.next(steps[i])).isNaN();
    }
    assertThat(tracker.next(steps[9])).isFinite();
    tracker.gap();
    for (int i = 10; i < 19; i++) {
      assertThat(tracker.next(steps[i])).isNaN();
    }
    assertThat(tracker.next(steps[19])).isFinite();
  }

  @Test
  void missingSurprisesLeaveTheirChannelAsItIs() {
    AnomalyTracker tracker = tracker();
    double[] before = tracker.state();
    double score = tracker.next(new double[] {Double.NaN, 0.3});
    double[] after = tracker.state();
    double around =
        after[after.length - 1]; // what the steps around add, of which 1 / ln 10 is usual
    assertThat(score - around + 1 / Math.log(10)).isWithin(1e-12).of(tracker.parts()[1]);
    assertThat(tracker.parts()[0]).isNaN();
    int ofChannel = ShortTerm.size() + 2;
    assertThat(Arrays.copyOf(tracker.state(), ofChannel))
        .isEqualTo(Arrays.copyOf(before, ofChannel));
    assertThat(tracker.next(new double[] {Double.NaN, Double.NaN})).isNaN();
  }

  @Test
  void aStepAmidRareStepsHasAHigherScoreThanTheSameStepAlone() {
    AnomalyTracker alone = tracker();
    AnomalyTracker amid = tracker();
    double[] rare = {Surprise.ofNumber(4, 0, 1, 0.01), 0.5};
    for (int i = 0; i < 30; i++) {
      alone.next(new double[] {0.5, 0.5});
      amid.next(i % 6 == 0 ? rare : new double[] {0.5, 0.5});
    }
    assertThat(amid.next(rare)).isGreaterThan(alone.next(rare));
    amid.gap();
    double[] state = amid.state();
    assertThat(state[state.length - 1]).isEqualTo(1 / Math.log(10));
  }

  @Test
  void storedScalesAndStatesGoOnAsTheirOriginals() {
    AnomalyScale scale = AnomalyScale.learn(List.<double[][]>of(ordinary(300, 1), ordinary(30, 2)));
    AnomalyTracker tracker = scale.tracker();
    double[][] steps = ordinary(60, 7);
    for (int i = 0; i < 33; i++) {
      tracker.next(steps[i]);
    }
    AnomalyTracker other = AnomalyScale.of(scale.stored()).tracker();
    other.restore(tracker.state());
    for (int i = 33; i < 60; i++) {
      assertThat(other.next(steps[i])).isEqualTo(tracker.next(steps[i]));
    }
    double[][] damaged = scale.stored();
    damaged[1][1] = Double.NaN;
    assertThrows(IllegalArgumentException.class, () -> AnomalyScale.of(damaged));
    assertThrows(IllegalArgumentException.class, () -> other.restore(new double[3]));
    assertThrows(IllegalArgumentException.class, () -> other.next(new double[3]));
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
                IllegalArgumentException.class,
                () -> AnomalyScale.learn(List.<double[][]>of(ordinary(19, 1)))))
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
      scores.add(tracker.next(new double[] {half, half}));
    }
    assertThat(scores.subList(5000, 6000).stream().filter(score -> score > 3).count())
        .isLessThan(20);
  }
}
