package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Averages of weights are those of the equations, and nothing that a training learns by. */
class WeightAveragesTest {
  private static final double DECAY = 0.8;

  private final List<Sample> samples = Sample.random(40, 1);
  private final List<Map<String, List<Float>>> steps = new ArrayList<>();
  private final List<Map<String, List<Float>>> shown = new ArrayList<>();

  @Test
  void theModelHasTheAveragesOfAllSteps() {
    try (TinyModel model = listened(averaged()).fit(samples)) {
      assertThat(steps).hasSize(15);
      assertAlike(model.weights(), average(steps));
      assertThat(model.weights()).isNotEqualTo(steps.get(14));
    }
  }

  @Test
  void theTrainingGoesOnWithTheWeights() {
    try (TinyModel averaged = listened(averaged().validateOn(samples)).fit(samples)) {
      List<Map<String, List<Float>>> withAverages = List.copyOf(steps);
      steps.clear();
      try (TinyModel plain = listened(new TinyTrainer().validateOn(samples)).fit(samples)) {
        assertThat(withAverages).isEqualTo(steps);
        assertThat(averaged.weights()).isNotEqualTo(plain.weights());
      }
    }
  }

  @Test
  void validationAndObserverSeeTheAverages() {
    List<Double> losses = new ArrayList<>();
    TinyTrainer trainer = listened(averaged());
    trainer
        .validateOn(samples)
        .observer(
            model -> {
              shown.add(model.weights());
              losses.add(model.evaluate(samples).loss());
            });
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(shown).hasSize(3);
      for (int epoch = 0; epoch < 3; epoch++) {
        assertAlike(shown.get(epoch), average(steps.subList(0, 5 * (epoch + 1))));
      }
      assertThat(model.history().epochs().stream().map(EpochReport::validationLoss).toList())
          .isEqualTo(losses);
      assertThat(model.weights()).isEqualTo(shown.get(model.history().bestEpoch() - 1));
    }
  }

  @Test
  void aStoppedTrainingHasTheAveragesSoFar() {
    TinyTrainer trainer = averaged();
    trainer.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            steps.add(trainer.running().weights());
            if (steps.size() == 7) {
              trainer.stop();
            }
          }
        });
    try (TinyModel model = trainer.fit(samples)) {
      assertThat(steps).hasSize(7);
      assertAlike(model.weights(), average(steps));
    }
  }

  @Test
  void aDecayOutOfRangeIsRefused() {
    for (double decay : new double[] {-0.1, 1, Double.NaN}) {
      IllegalArgumentException refused =
          assertThrows(
              IllegalArgumentException.class, () -> new TinyTrainer().averageWeights(decay));
      assertThat(refused)
          .hasMessageThat()
          .isEqualTo("averageWeights is " + decay + ", must be in [0, 1)");
    }
  }

  @Test
  void theModelTellsOfIt() {
    try (TinyModel model = listened(averaged().accumulate(2)).fit(samples)) {
      Map<String, String> settings = model.history().provenance().orElseThrow().settings();
      assertThat(settings).containsEntry("averageWeights", "0.8");
      assertThat(settings).containsEntry("accumulate", "2");
    }
  }

  private static TinyTrainer averaged() {
    return new TinyTrainer().averageWeights(DECAY);
  }

  private TinyTrainer listened(TinyTrainer trainer) {
    return trainer.listener(
        new TrainingListener() {
          @Override
          public void onBatch(BatchProgress progress) {
            steps.add(trainer.running().weights());
          }

          @Override
          public void onWarning(String warning) {}
        });
  }

  /** Returns {@code (1 - d) Σ d^(t - i) w_i / (1 - d^t)}. */
  private static Map<String, List<Float>> average(List<Map<String, List<Float>>> weights) {
    Map<String, List<Float>> average = new LinkedHashMap<>();
    int last = weights.size();
    weights
        .get(0)
        .forEach(
            (name, first) -> {
              List<Float> values = new ArrayList<>();
              for (int i = 0; i < first.size(); i++) {
                double sum = 0;
                for (int t = 1; t <= last; t++) {
                  double value = weights.get(t - 1).getOrDefault(name, first).get(i);
                  sum += Math.pow(DECAY, last - t) * value;
                }
                values.add((float) ((1 - DECAY) * sum / (1 - Math.pow(DECAY, last))));
              }
              average.put(name, values);
            });
    return average;
  }

  private static void assertAlike(
      Map<String, List<Float>> actual, Map<String, List<Float>> expected) {
    assertThat(actual.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (name, values) -> {
          List<Float> found = actual.getOrDefault(name, List.of());
          for (int i = 0; i < values.size(); i++) {
            assertWithMessage("%s[%s]", name, i)
                .that(found.get(i))
                .isWithin(1e-6f)
                .of(values.get(i));
          }
        });
  }
}
