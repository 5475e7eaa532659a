package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.train.metric.HeadShares;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches whose gradients are added up change the weights as one batch of all of them does. */
class AccumulationTest {
  private static final float ABSENT = Float.NaN;

  @Test
  void ofExamplesWithAnIncompleteLastBatch() {
    // 43 in batches of 8: the last one has 3, and counts as 3
    List<Sample> samples = Sample.random(43, 1);
    for (double clip : new double[] {0, 0.01}) {
      try (TinyModel joined = tiny(43, 1).clipNorm(clip).fit(samples);
          TinyModel parts = tiny(8, 6).clipNorm(clip).fit(samples)) {
        assertAlike(parts.weights(), joined.weights());
        assertThat(parts.history().epochs().get(0).trainingLoss())
            .isWithin(1e-6)
            .of(joined.history().epochs().get(0).trainingLoss());
      }
    }
  }

  @Test
  void ofTranslationsByTheirTokens() {
    List<Pair> pairs = Pair.random(3, 45, true);
    try (PairModel joined = pair(45, 1).fit(pairs);
        PairModel parts = pair(7, 10).fit(pairs)) {
      assertAlike(BoxedWeights.of(parts.host), BoxedWeights.of(joined.host));
    }
  }

  /** The last group of an epoch is smaller, and is not left to the next epoch. */
  @Test
  void eachEpochAppliesAllOfItsBatches() {
    List<Sample> samples = Sample.random(16, 1);
    List<Map<String, List<Float>>> after = new ArrayList<>();
    TinyTrainer trainer = tiny(4, 3).epochs(2);
    trainer.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            after.add(trainer.running().weights());
          }
        });
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(after).hasSize(8);
      // batches 1 and 2 change nothing, 3 does; 4 ends the epoch alone
      assertThat(after.get(1)).isEqualTo(after.get(0));
      assertThat(after.get(2)).isNotEqualTo(after.get(1));
      assertThat(after.get(3)).isNotEqualTo(after.get(2));
      assertThat(after.get(4)).isEqualTo(after.get(3));
      assertThat(after.get(7)).isEqualTo(model.weights());
    }
  }

  @Test
  void oneBatchAtATimeIsTheDefault() {
    List<Sample> samples = Sample.random(20, 1);
    try (TinyModel one = tiny(8, 1).epochs(2).fit(samples);
        TinyModel plain = tiny(8).epochs(2).fit(samples)) {
      assertThat(one.weights()).isEqualTo(plain.weights());
    }
  }

  @Test
  void lessThanOneBatchIsRefused() {
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> new TinyTrainer().accumulate(0));
    assertThat(refused).hasMessageThat().isEqualTo("accumulate is 0, must be at least 1");
  }

  @Test
  void aHeadHasTheShareOfItsAnswersThatAreThere() {
    // classes 0, 1, 1 and an absent one; 2 of 4 rows with a number
    Batch<int[], float[][]> first =
        batch(
            new float[][] {{0}, {1}, {1}, {ABSENT}}, new float[][] {{5}, {ABSENT}, {6}, {ABSENT}});
    Batch<int[], float[][]> second = batch(new float[][] {{1}}, new float[][] {{7}});
    HeadShares shares = HeadShares.of(first, List.of(first, second));

    // 3 of 4 answers in 4 of 5 rows; by weights 10 and 1: 12 of 13
    assertThat(shares.factor(0, 1, new float[0])).isWithin(1e-12).of(3 / 4. / (4 / 5.));
    assertThat(shares.factor(0, 1, new float[] {10, 1})).isWithin(1e-12).of(12 / 13. / (4 / 5.));
    assertThat(shares.factor(1, 1, new float[0])).isWithin(1e-12).of(2 / 3. / (4 / 5.));
  }

  @Test
  void aHeadForEachStepHasTheShareOfItsSteps() {
    Batch<int[], float[][]> first = batch(new float[][] {{1, 2, 3, 4, 5}, {1}});
    Batch<int[], float[][]> second = batch(new float[][] {{1, 2}, {ABSENT, ABSENT}});

    assertThat(HeadShares.of(second, List.of(first, second)).factor(0, 1, new float[0]))
        .isWithin(1e-12)
        .of(2 / 8. / (2 / 4.));
  }

  @Test
  void labelsHaveTheWeightsOfTheirYesAndNo() {
    Batch<int[], float[][]> first = batch(new float[][] {{1, 0}, {0, 0}});
    Batch<int[], float[][]> second = batch(new float[][] {{0, 1}});

    // labels weigh 1 and 3; or no and yes of the first 1 and 2, of the second 3 and 4
    HeadShares shares = HeadShares.of(second, List.of(first, second));
    assertThat(shares.factor(0, 2, new float[] {1, 3})).isWithin(1e-12).of(4 / 12. / (1 / 3.));
    assertThat(shares.factor(0, 2, new float[] {1, 2, 3, 4}))
        .isWithin(1e-12)
        .of(5 / (2 + 3 + 1 + 3 + 5.) / (1 / 3.));
  }

  @Test
  void aHeadWithoutAnswersInTheBatchIsLeftAsItIs() {
    Batch<int[], float[][]> none = batch(new float[][] {{ABSENT}});
    Batch<int[], float[][]> some = batch(new float[][] {{1}});
    assertThat(HeadShares.of(none, List.of(none, some)).factor(0, 1, new float[0])).isEqualTo(1);
  }

  @Test
  void groupsAreReadAtOnceAndTheLastMayBeSmaller() {
    Iterator<Integer> numbers = IntStream.range(0, 5).iterator();
    BatchGroups<Integer> groups = new BatchGroups<>(numbers, 2);
    List<String> told = new ArrayList<>();
    while (groups.hasNext()) {
      told.add(groups.next() + " of " + groups.group() + (groups.atEnd() ? " ends" : ""));
    }
    assertThat(told)
        .containsExactly(
            "0 of [0, 1]", "1 of [0, 1] ends", "2 of [2, 3]", "3 of [2, 3] ends", "4 of [4] ends")
        .inOrder();
  }

  /** Returns a batch of one or two heads. */
  private static Batch<int[], float[][]> batch(float[][]... heads) {
    List<float[][]> rows = new ArrayList<>();
    List<int[]> inputs = new ArrayList<>();
    for (int row = 0; row < heads[0].length; row++) {
      float[][] targets = new float[heads.length][];
      for (int head = 0; head < heads.length; head++) {
        targets[head] = heads[head][row];
      }
      rows.add(targets);
      inputs.add(new int[] {1});
    }
    return new Batch<>(inputs, rows, 1);
  }

  private static TinyTrainer tiny(int batchSize, int batches) {
    return tiny(batchSize).accumulate(batches);
  }

  private static TinyTrainer tiny(int batchSize) {
    return new TinyTrainer()
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .learningRate(1)
        .epochs(1)
        .batchSize(batchSize)
        .listener(new TrainingListener() {});
  }

  private static PairTrainer pair(int batchSize, int batches) {
    return new PairTrainer(true, AttentionScore.GENERAL)
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .schedule(Schedule.CONSTANT)
        .learningRate(1)
        .epochs(1)
        .batchSize(batchSize)
        .accumulate(batches)
        .clipNorm(0.5)
        .listener(new TrainingListener() {});
  }

  private static void assertAlike(
      Map<String, List<Float>> actual, Map<String, List<Float>> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, values) -> {
          List<Float> found = actual.getOrDefault(name, List.of());
          assertThat(found).hasSize(values.size());
          for (int i = 0; i < values.size(); i++) {
            assertWithMessage("%s[%s]", name, i)
                .that(found.get(i))
                .isWithin(2e-6f)
                .of(values.get(i));
          }
        });
  }
}
