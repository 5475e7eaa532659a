package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.Prediction;
import dev.rondo.SequenceModel;
import dev.rondo.data.Category;
import dev.rondo.data.Series;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Recurrent;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.train.EpochReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The two programs that everybody writes first, in Keras {@code SimpleRNN(32), Dense(1)} and {@code
 * SimpleRNN(64), Dense(classes, activation="softmax")}: the same shapes in and out, and they learn.
 */
class SeedProgramsTest {
  @SequenceModel
  @Recurrent(units = 32)
  @Dense
  interface NextValue {
    float next(@Series float[] values);
  }

  @SequenceModel
  @Recurrent(units = 64)
  @Dense
  interface Speaker {
    @Category
    String speaker(float[][] sound);
  }

  private final Random random = new Random(3);

  /** Ten samples of five steps of one feature, trained by Adam on the mean squared error. */
  private static List<SeedProgramsTest_NextValueExample> values() {
    List<SeedProgramsTest_NextValueExample> examples = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      float[] values = new float[5];
      for (int t = 0; t < values.length; t++) {
        values[t] = (float) Math.sin(i + t);
      }
      examples.add(new SeedProgramsTest_NextValueExample(values, (float) Math.sin(i + 5)));
    }
    return examples;
  }

  private List<SeedProgramsTest_SpeakerExample> sounds() {
    List<SeedProgramsTest_SpeakerExample> examples = new ArrayList<>();
    for (int i = 0; i < 90; i++) {
      float[][] sound = new float[3 + random.nextInt(15)][12];
      for (float[] step : sound) {
        step[i % 9] = 1 + random.nextFloat() / 2;
      }
      examples.add(new SeedProgramsTest_SpeakerExample(sound, "speaker " + i % 9));
    }
    return examples;
  }

  @Test
  void aNumberIsLearnedFromFive() {
    List<SeedProgramsTest_NextValueExample> examples = values();
    try (SeedProgramsTest_NextValuePredictor model =
        SeedProgramsTest_NextValueTrainer.create().epochs(100).fit(examples)) {
      assertLossFalls(model.history().epochs(), 0.2);
      assertThat(model.evaluate(examples).r2()).isGreaterThan(0.8);
      List<Float> answers =
          model.nextAll(examples.stream().map(SeedProgramsTest_NextValueExample::values).toList());
      assertThat(answers).hasSize(10);
      float worst = 0;
      for (int i = 0; i < answers.size(); i++) {
        worst = Math.max(worst, Math.abs(answers.get(i) - examples.get(i).expected()));
      }
      assertThat(worst).isLessThan(0.7F);
    }
  }

  /** Keras joins the two biases of PyTorch's layout into one: 32 weights fewer. */
  @Test
  void theWeightsOfTheNumberHaveTheShapesOfKeras() {
    assertThat(shapes(new SeedProgramsTest_NextValueNetwork(1)))
        .containsExactly(
            "recurrent.weight_ih_l0", List.of(32L, 1L),
            "recurrent.weight_hh_l0", List.of(32L, 32L),
            "recurrent.bias_ih_l0", List.of(32L),
            "recurrent.bias_hh_l0", List.of(32L),
            "dense.weight", List.of(1L, 32L),
            "dense.bias", List.of(1L));
  }

  @Test
  void aClassIsLearnedFromSequencesOfAnyLength() {
    List<SeedProgramsTest_SpeakerExample> examples = sounds();
    try (SeedProgramsTest_SpeakerPredictor model =
        SeedProgramsTest_SpeakerTrainer.create().epochs(15).learningRate(0.003).fit(examples)) {
      assertLossFalls(model.history().epochs(), 0.2);
      assertThat(model.evaluate(examples).accuracy()).isGreaterThan(0.95);
      for (int steps : new int[] {1, 5, 200}) {
        Prediction<String> prediction = model.speakerScored(new float[steps][12]);
        assertThat(prediction.probabilities()).hasSize(9);
        double sum =
            prediction.probabilities().values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(sum).isWithin(1e-5).of(1);
      }
    }
  }

  @Test
  void theWeightsOfTheClassHaveTheShapesOfKeras() {
    assertThat(shapes(new SeedProgramsTest_SpeakerNetwork(12, 9)))
        .containsExactly(
            "recurrent.weight_ih_l0", List.of(64L, 12L),
            "recurrent.weight_hh_l0", List.of(64L, 64L),
            "recurrent.bias_ih_l0", List.of(64L),
            "recurrent.bias_hh_l0", List.of(64L),
            "dense.weight", List.of(9L, 64L),
            "dense.bias", List.of(9L));
  }

  private static void assertLossFalls(List<EpochReport> epochs, double share) {
    double first = epochs.get(0).trainingLoss();
    assertThat(epochs.get(epochs.size() - 1).trainingLoss()).isLessThan(share * first);
  }

  private static Map<String, List<Long>> shapes(Network network) {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    network
        .weightShapes()
        .forEach(
            (name, shape) -> {
              List<Long> sizes = new ArrayList<>();
              for (long size : shape) {
                sizes.add(size);
              }
              shapes.put(name, sizes);
            });
    return shapes;
  }
}
