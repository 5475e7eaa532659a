package dev.rondo.runtime.series;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class StillnessTest {
  private static final double NAN = Double.NaN;

  private static double[] noise(int steps, long seed) {
    return new Random(seed).doubles(steps).toArray();
  }

  private static Stillness learn(double[]... series) {
    return Stillness.learn(List.of(series));
  }

  private static double rank(Stillness ordinary, double value, int repetitions) {
    Run run = new Run(ordinary);
    for (int t = 0; t <= repetitions; t++) {
      run.add(value);
    }
    return run.rank();
  }

  /** Half a value in a hundred stays, then one and a half in one more. */
  @Test
  void whatNeverRestedIsTheMoreUnusualTheLongerItDoes() {
    Stillness ordinary = learn(noise(100, 1)); // nothing is known of the last value
    assertThat(rank(ordinary, 0.3, 0)).isEqualTo(0);
    assertThat(rank(ordinary, 0.3, 1)).isEqualTo(0); // read twice
    assertThat(rank(ordinary, 0.3, 2)).isWithin(1e-9).of(Math.log(200));
    assertThat(rank(ordinary, 0.3, 4))
        .isWithin(1e-9)
        .of(-Math.log(0.5 / 100 * 1.5 / 101 * 2.5 / 102));
  }

  /** Of eight values two come three times, of the three steps behind such runs two stop them. */
  @Test
  void stopsAreLearnedByDoublings() {
    RunLengths.Counts counts = new RunLengths.Counts();
    for (int i = 0; i < 4; i++) {
      counts.add(0, false);
      counts.add(0, true);
      counts.add(1, i < 2);
    }
    counts.add(2, true);
    counts.add(3, false);
    counts.add(2, false);
    RunLengths learned = counts.learn();
    assertThat(learned.stored()).usingExactEquality().containsExactly(9, 5, 6.5, 2.5).inOrder();
    assertThat(Math.exp(-learned.goesOn(1))).isWithin(1e-9).of(2.5 / 9);
    assertThat(Math.exp(-learned.goesOn(2))).isWithin(1e-9).of(2.5 / 5);
    assertThat(Math.exp(-learned.goesOn(3))).isWithin(1e-9).of(3.5 / 6);
    assertThat(Math.exp(-learned.goesOn(4))).isWithin(1e-9).of(4.5 / 7); // as the longest did
  }

  /** By the words of the class: values are looked through again for each step of a run. */
  private static double slowly(int[] values, int repetitions) {
    double stays = 1;
    for (int counted = 1; counted < repetitions; counted++) {
      int low = 1;
      while (low * 2 <= counted && steps(values, low * 2, Integer.MAX_VALUE, true) > 0) {
        low *= 2;
      }
      int steps = steps(values, low, 2 * low, true);
      int stops = steps - steps(values, low, 2 * low, false);
      if (steps == 0 || stops > 0) {
        stays *= 1 - (stops + 0.5) / (steps + low + (counted - low));
      }
    }
    return stays;
  }

  /** Counts the steps at which so long a run was to go on, or those at which it did. */
  private static int steps(int[] values, int from, int to, boolean all) {
    int count = 0;
    for (int t = 1; t < values.length; t++) {
      int before = 0;
      while (t - 2 - before >= 0 && values[t - 2 - before] == values[t - 1]) {
        before++;
      }
      boolean repeats = values[t] == values[t - 1];
      int counted = Math.max(before, 1);
      boolean tells = before > 0 || !repeats;
      count += tells && counted >= from && counted < to && (all || repeats) ? 1 : 0;
    }
    return count;
  }

  @Property(tries = 300)
  void ranksAreThoseOfASlowDefinition(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = 1, max = 2) Integer> values,
      @ForAll @IntRange(max = 50) int run) {
    int[] kept = values.stream().mapToInt(Integer::intValue).toArray();
    RunLengths.Counts counts = new RunLengths.Counts();
    int length = 0;
    for (int t = 1; t < kept.length; t++) {
      counts.add(length, kept[t] == kept[t - 1]);
      length = kept[t] == kept[t - 1] ? length + 1 : 0;
    }
    RunLengths learned = counts.learn();
    double rank = 0;
    for (int r = 0; r < run; r++) {
      rank += learned.goesOn(r);
    }
    assertThat(rank).isWithin(1e-9).of(-Math.log(slowly(kept, run)));
  }

  @Test
  void ranksOfOrdinaryDataAreSharesOfItsValues() {
    Random random = new Random(4);
    double[] counts = new double[50_000];
    for (int t = 0; t < counts.length; t++) { // a count that is often the one before
      counts[t] = t > 0 && random.nextInt(4) > 0 ? counts[t - 1] : 1 + random.nextInt(1000);
    }
    Stillness ordinary = learn(counts);
    for (int run : new int[] {2, 3, 5, 9, 15}) {
      int reached = 0;
      int values = 0;
      int current = 0;
      for (int t = 1; t < counts.length; t++) {
        current = counts[t] == counts[t - 1] ? current + 1 : 0;
        values += current == 0 ? 1 : 0;
        reached += current == run ? 1 : 0;
      }
      double share = (double) reached / values;
      assertThat(Math.exp(-rank(ordinary, 0.5, run)) / share).isWithin(0.1).of(1);
    }
  }

  private static double[] nights(int days) {
    double[] values = noise(96 * days, 5);
    for (int t = 0; t < values.length; t++) {
      values[t] = t % 96 < 48 ? 0 : 1 + values[t];
    }
    return values;
  }

  @Test
  void nightsAtZeroAreOrdinaryAndADayThatStandsStillIsNot() {
    Stillness ordinary = learn(nights(20));
    assertThat(rank(ordinary, 0, 47)).isLessThan(Math.log(4));
    assertThat(rank(ordinary, -0.0, 55)).isLessThan(Math.log(6)); // a longer one
    assertThat(rank(ordinary, 0, 500)).isGreaterThan(Math.log(10_000));
    assertThat(rank(ordinary, 1.3, 3)).isGreaterThan(Math.log(1900));
  }

  @Test
  void whatNeverChangesMayStayAsItIs() {
    Stillness ordinary = learn(new double[1000]);
    assertThat(rank(ordinary, 0, 1_000_000)).isEqualTo(0);
    double[] twoValues = new double[1000];
    Arrays.fill(twoValues, 600, 1000, 1);
    assertThat(rank(learn(twoValues), 1, 1_000_000)).isEqualTo(0); // it did not stop
    assertThat(rank(learn(twoValues), 0, 700)).isGreaterThan(0);
  }

  @Test
  void missingValuesEndRunsAndTeachNothing() {
    double[] missing = {5, NAN, 5, NAN, 5, 7, NAN, NAN, 8};
    assertThat(learn(missing).stored()).isEqualTo(learn(new double[] {5, 7}).stored());
    Run run = new Run(learn(noise(100, 2)));
    for (double value : new double[] {4, 4, 4, NAN, 4}) {
      run.add(value);
    }
    assertThat(run.rank()).isEqualTo(0);
    run.add(4);
    assertThat(run.rank()).isEqualTo(0);
    run.add(4);
    assertThat(run.rank()).isGreaterThan(5);
    run.clear();
    run.add(4);
    run.add(4);
    assertThat(run.rank()).isEqualTo(0);
  }

  @Test
  void whatIsStoredIsTheSameAgain() {
    Stillness ordinary = learn(nights(3), noise(50, 3));
    Stillness again = Stillness.of(ordinary.stored());
    for (int run = 0; run < 300; run++) {
      assertThat(rank(again, 0, run)).isEqualTo(rank(ordinary, 0, run));
      assertThat(rank(again, 2, run)).isEqualTo(rank(ordinary, 2, run));
    }
    assertDamaged();
    assertDamaged(0, 5, 2, 1, 2, 1);
    assertDamaged(NAN, 2, 2, 1, 2, 1);
    assertDamaged(0, 2, 2, 1, 2, 2);
    assertDamaged(0, 2, 2, 1);
    Run run = new Run(ordinary);
    assertThrows(IllegalArgumentException.class, () -> run.restore(new double[] {1, 0.5, 0}, 0));
    assertThrows(IllegalArgumentException.class, () -> run.restore(new double[] {1, -1, 0}, 0));
    assertThrows(IllegalArgumentException.class, () -> run.restore(new double[] {1, 1, NAN}, 0));
  }

  private static void assertDamaged(double... stored) {
    assertThrows(IllegalArgumentException.class, () -> Stillness.of(stored));
  }
}
