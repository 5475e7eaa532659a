package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import dev.rondo.Optimizer;
import dev.rondo.it.typed.Models.Both;
import dev.rondo.it.typed.Models.Channel;
import dev.rondo.it.typed.Models.Condition;
import dev.rondo.it.typed.Models.Ticket;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What trainers of typed models can be told besides their settings. */
class TrainingControlsTest {
  private final Random random = new Random(5);

  /** A batch has more or fewer steps than another, and classes that count more or less. */
  @Test
  void batchesAddUpByTheStepsAndWeightsOfEachOutput() {
    List<Models_MixedExample> examples = new ArrayList<>();
    for (int i = 0; i < 21; i++) {
      List<Float> values = new ArrayList<>();
      List<Condition> tags = new ArrayList<>();
      for (int t = 0; t <= random.nextInt(9); t++) {
        values.add(random.nextFloat());
        tags.add(condition());
      }
      examples.add(new Models_MixedExample(values, new Both(tags, condition())));
    }
    try (Models_MixedPredictor joined = mixed(21, 1).fit(examples);
        Models_MixedPredictor parts = mixed(4, 6).fit(examples)) {
      assertAlike(parts.host, joined.host);
      assertThat(parts.history().epochs().get(0).trainingLoss())
          .isWithin(1e-6)
          .of(joined.history().epochs().get(0).trainingLoss());
    }
  }

  /** Some examples lack an answer, so that batches have different numbers of it. */
  @Test
  void batchesAddUpByTheAnswersThatAreThere() {
    List<Models_TriageExample> examples = new ArrayList<>();
    for (int i = 0; i < 17; i++) {
      List<String> words = new ArrayList<>();
      for (int t = 0; t <= random.nextInt(5); t++) {
        words.add("word" + random.nextInt(8));
      }
      Channel channel = Channel.values()[random.nextInt(2)];
      Float hours = i % 3 == 0 ? null : random.nextFloat() * 10;
      examples.add(new Models_TriageExample(words, channel, new Ticket(channel, hours)));
    }
    try (Models_TriagePredictor joined = triage(17, 1).fit(examples);
        Models_TriagePredictor parts = triage(5, 4).fit(examples)) {
      assertAlike(parts.host, joined.host);
    }
  }

  private Condition condition() {
    return Condition.values()[random.nextInt(3)];
  }

  private static Models_MixedTrainer mixed(int batchSize, int batches) {
    return Models_MixedTrainer.create()
        .dropout(0)
        .tagsWeight(Condition.FAULTY, 7)
        .allWeight(Condition.GOOD, 3)
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .learningRate(1)
        .clipNorm(0.5)
        .epochs(1)
        .batchSize(batchSize)
        .accumulate(batches)
        .listener(new TrainingListener() {});
  }

  private static Models_TriageTrainer triage(int batchSize, int batches) {
    return Models_TriageTrainer.create()
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .learningRate(1)
        .epochs(1)
        .batchSize(batchSize)
        .accumulate(batches)
        .listener(new TrainingListener() {});
  }

  private static void assertAlike(NetworkHost actual, NetworkHost expected) {
    Map<String, Weights.Tensor> found = actual.weights().tensors();
    expected
        .weights()
        .tensors()
        .forEach(
            (name, tensor) ->
                assertWithMessage("%s", name)
                    .that(found.getOrDefault(name, tensor).values())
                    .usingTolerance(3e-6)
                    .containsExactly(tensor.values())
                    .inOrder());
  }
}
