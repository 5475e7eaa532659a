package dev.rondo.runtime.anomaly;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.runtime.data.StoredCodec;
import dev.rondo.runtime.series.AnomalyScale;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnomalyStorageTest {
  private static final AnomalyDescription<Double> DESCRIPTION =
      AnomalyCodec.stepwise(AnomalyComponents.<Double>of().number("level", level -> level), 4, 1);

  private static StoredCodec stored() {
    Random random = new Random(1);
    List<Double> series = new ArrayList<>();
    double[][] surprises = new double[200][1];
    double[][] values = new double[200][1];
    for (int t = 0; t < 200; t++) {
      values[t][0] = random.nextGaussian();
      surprises[t][0] = Math.abs(random.nextGaussian());
      series.add(values[t][0]);
    }
    AnomalyCodec.Learner<Double> learner = DESCRIPTION.learner(new AnomalyOptions(0, 0));
    learner.add(series);
    return learner
        .build()
        .calibrated(AnomalyScale.learn(List.<double[][]>of(surprises), List.<double[][]>of(values)))
        .stored();
  }

  private static StoredCodec changed(StoredCodec stored, String setting, String value) {
    Map<String, String> settings = new TreeMap<>(stored.settings());
    settings.put(setting, value);
    return new StoredCodec(stored.kind(), settings, stored.entries());
  }

  @Test
  void whatIsOrdinaryIsTheSameAfterLoading() {
    StoredCodec stored = stored();
    AnomalyCodec<Double> restored = DESCRIPTION.restore(stored);
    assertThat(restored.stored()).isEqualTo(stored);
    assertThat(restored.learned()).contains("still0");
  }

  /** Its scores are those that it had: nothing is known of how long its numbers stay the same. */
  @Test
  void aModelOfAnEarlierVersionScoresAsItDid() {
    StoredCodec stored = stored();
    Map<String, String> settings = new TreeMap<>(stored.settings());
    settings.remove("still0");
    settings.remove("still0Size");
    AnomalyCodec<Double> earlier =
        DESCRIPTION.restore(new StoredCodec(stored.kind(), settings, stored.entries()));
    assertThat(earlier.stored().settings()).isEqualTo(settings);
    var still = DESCRIPTION.restore(stored).scale().tracker();
    var without = earlier.scale().tracker();
    double[] half = {0.5};
    for (int t = 0; t < 20; t++) { // no value twice
      assertThat(still.next(half, new double[] {t}))
          .isEqualTo(without.next(half, new double[] {t}));
    }
    for (int t = 0; t < 5; t++) {
      without.next(half, new double[] {19});
      still.next(half, new double[] {19});
    }
    double[] value = {19};
    assertThat(still.next(half, value)).isGreaterThan(without.next(half, value) + 0.5);
  }

  @Test
  void damagedStillnessIsRefused() {
    StoredCodec stored = stored();
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () -> DESCRIPTION.restore(changed(stored, "still0Size", "3"))))
        .hasMessageThat()
        .contains("numbers in still0, expected 3");
    assertThat(
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    DESCRIPTION.restore(
                        changed(changed(stored, "still0Size", "4"), "still0", "0 2 1 1"))))
        .hasMessageThat()
        .contains("no stored lengths of runs");
  }
}
