package dev.rondo.it.typed;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.AudioClip;
import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.it.typed.Models.Both;
import dev.rondo.it.typed.Models.Channel;
import dev.rondo.it.typed.Models.Condition;
import dev.rondo.it.typed.Models.Graded;
import dev.rondo.it.typed.Models.Ticket;
import dev.rondo.it.typed.Taggers.Reading;
import dev.rondo.it.typed.Taggers.Tag;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingListener;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What trainers of typed models can be told besides their settings. */
class TrainingControlsTest {
  private static final List<Graded> GRADES =
      List.of(Graded.LOST, Graded.FAULTY, Graded.GOOD, Graded.WORN);

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
      Channel channel = List.of(Channel.MAIL, Channel.PHONE).get(random.nextInt(2));
      Float hours = i % 3 == 0 ? null : random.nextFloat() * 10;
      examples.add(new Models_TriageExample(words, channel, new Ticket(channel, hours)));
    }
    try (Models_TriagePredictor joined = triage(17, 1).fit(examples);
        Models_TriagePredictor parts = triage(5, 4).fit(examples)) {
      assertAlike(parts.host, joined.host);
    }
  }

  /** Tags decided together count by their steps, as others do; beside another output, too. */
  @Test
  void batchesAddUpByTheStepsOfTagsDecidedTogether() {
    List<Taggers_TogetherExample> examples = new ArrayList<>();
    List<Taggers_BesideExample> beside = new ArrayList<>();
    for (int i = 0; i < 14; i++) {
      List<String> words = new ArrayList<>();
      List<Tag> tags = new ArrayList<>();
      for (int t = 0; t <= i % 7; t++) {
        words.add("word" + random.nextInt(6));
        tags.add(random.nextBoolean() ? Tag.O : Tag.B_RED);
      }
      examples.add(new Taggers_TogetherExample(words, tags));
      beside.add(new Taggers_BesideExample(words, new Reading(tags, i % 3 == 0)));
    }
    try (Taggers_TogetherPredictor joined =
            oneStep(Taggers_TogetherTrainer.create(), 14, 1).fit(examples);
        Taggers_TogetherPredictor parts =
            oneStep(Taggers_TogetherTrainer.create(), 4, 4).fit(examples);
        Taggers_BesidePredictor besideJoined =
            oneStep(Taggers_BesideTrainer.create(), 14, 1).fit(beside);
        Taggers_BesidePredictor besideParts =
            oneStep(Taggers_BesideTrainer.create(), 4, 4).fit(beside)) {
      assertAlike(parts.host, joined.host);
      assertAlike(besideParts.host, besideJoined.host);
      assertThat(parts.history().epochs().get(0).trainingLoss())
          .isWithin(1e-6)
          .of(joined.history().epochs().get(0).trainingLoss());
    }
  }

  /** Transcripts count by their examples, however long they are. */
  @Test
  void batchesAddUpByTheExamplesOfTranscripts() {
    List<TonesExample> examples = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      float[] samples = new float[1_000 + 600 * i];
      for (int t = 0; t < samples.length; t++) {
        samples[t] = (float) Math.sin(t * (0.1 + 0.1 * i));
      }
      examples.add(new TonesExample(AudioClip.of(samples, 4_000), "abcd".substring(0, 1 + i % 4)));
    }
    try (TonesPredictor joined = oneStep(TonesTrainer.create(), 7, 1).fit(examples);
        TonesPredictor parts = oneStep(TonesTrainer.create(), 2, 4).fit(examples)) {
      assertAlike(parts.host, joined.host);
    }
  }

  private static <S extends Trainer<S, ?, ?>> S oneStep(S trainer, int batchSize, int batches) {
    return trainer
        .optimizer(Optimizer.SGD)
        .momentum(0)
        .schedule(Schedule.CONSTANT)
        .learningRate(0.5)
        .clipNorm(0.5)
        .epochs(1)
        .batchSize(batchSize)
        .accumulate(batches)
        .listener(new TrainingListener() {});
  }

  private List<Models_TriageExample> tickets() {
    List<Models_TriageExample> examples = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      Channel channel = List.of(Channel.MAIL, Channel.PHONE).get(i % 2);
      examples.add(
          new Models_TriageExample(
              List.of("word" + i % 4, "word" + random.nextInt(8)),
              channel,
              new Ticket(channel, i % 3 == 0 ? null : (float) i)));
    }
    return examples;
  }

  /** Layers of an input, of the trunk, and of one of several outputs; the others learn. */
  @Test
  void frozenLayersOfTypedModelsStayToTheLastBit() {
    List<Models_TriageExample> examples = tickets();
    try (Models_TriagePredictor before = triage(5, 1).fit(examples)) {
      Set<String> layers = new LinkedHashSet<>();
      before.host.weights().tensors().keySet().forEach(name -> layers.add(layer(name)));
      assertThat(layers).hasSize(5);
      for (Set<String> frozen :
          List.of(
              Set.of("embedding"),
              Set.of("embedding", "embedding2", "gru"),
              Set.of("gru", "queueDense"))) {
        try (Models_TriagePredictor after =
            triage(5, 2)
                .optimizer(Optimizer.ADAMW)
                .weightDecay(0.1)
                .learningRate(0.05)
                .averageWeights(0.5)
                .continueFrom(before)
                .freeze(frozen.toArray(new String[0]))
                .fit(examples)) {
          Map<String, Weights.Tensor> old = before.host.weights().tensors();
          Set<String> same = new LinkedHashSet<>();
          after
              .host
              .weights()
              .tensors()
              .forEach(
                  (name, tensor) -> {
                    float[] was = Objects.requireNonNull(old.get(name)).values();
                    if (Arrays.equals(tensor.values(), was)) {
                      same.add(layer(name));
                    }
                  });
          assertThat(same).containsExactlyElementsIn(frozen);
          assertThat(after.provenance().orElseThrow().settings())
              .containsEntry("frozen", String.join(", ", new TreeSet<>(frozen)));
        }
      }
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class, () -> triage(5, 1).freeze("grue").fit(examples));
      assertThat(e)
          .hasMessageThat()
          .isEqualTo(
              "no layer with weights is called \"grue\". Did you mean \"gru\"? There are "
                  + String.join(", ", layers)
                  + ".");
    }
  }

  private static String layer(String weight) {
    return weight.substring(0, weight.lastIndexOf('.'));
  }

  /** Another interface and another enum: what they have in common is found by name. */
  @Test
  void aModelStartsFromOneOfAnotherInterface() {
    List<Models_RouteExample> routes = new ArrayList<>();
    List<Models_GradeExample> grades = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      routes.add(new Models_RouteExample(List.of("word" + i % 5, "word" + i % 3), condition()));
      grades.add(
          new Models_GradeExample(List.of("word" + (2 + i % 6)), GRADES.get(random.nextInt(4))));
    }
    List<String> told = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void onTransfer(List<String> taken, List<String> left) {
            told.addAll(taken);
            told.addAll(left);
          }

          @Override
          public void onWarning(String warning) {}
        };
    try (Models_RoutePredictor route =
            Models_RouteTrainer.create().epochs(3).listener(listener).fit(routes);
        Models_GradePredictor fresh =
            Models_GradeTrainer.create().learningRate(1e-30).listener(listener).fit(grades);
        Models_GradePredictor started =
            Models_GradeTrainer.create()
                .learningRate(1e-30)
                .listener(listener)
                .startFrom(route)
                .fit(grades)) {
      // word2, word3 and word4 of six, padding and the unknown word; GOOD, WORN and FAULTY of four
      assertThat(told)
          .containsExactly(
              "embedding.weight (5 of 8 rows)",
              "gru.weight_ih_l0",
              "gru.weight_hh_l0",
              "gru.bias_ih_l0",
              "gru.bias_hh_l0",
              "dense.weight (3 of 4 rows)",
              "dense.bias (3 of 4 rows)")
          .inOrder();
      for (String word : List.of("word2", "word3", "word4")) {
        assertThat(row(started.learned(), "embedding.weight", "words", 2, word))
            .isEqualTo(row(route.learned(), "embedding.weight", "words", 2, word));
      }
      assertThat(row(started.learned(), "embedding.weight", "words", 2, "word6"))
          .isEqualTo(row(fresh.learned(), "embedding.weight", "words", 2, "word6"));
      for (Condition condition : Condition.values()) {
        assertThat(row(started.learned(), "dense.weight", "expected", 0, condition.name()))
            .isEqualTo(row(route.learned(), "dense.weight", "expected", 0, condition.name()));
      }
      assertThat(row(started.learned(), "dense.weight", "expected", 0, "LOST"))
          .isEqualTo(row(fresh.learned(), "dense.weight", "expected", 0, "LOST"));
    }
  }

  private static List<Float> row(
      Learned learned, String weight, String codec, int before, String entry) {
    Weights.Tensor tensor = Objects.requireNonNull(learned.weights().tensors().get(weight));
    int row = before + Objects.requireNonNull(learned.codecs().get(codec)).entries().indexOf(entry);
    assertThat(row).isAtLeast(before);
    int width = (int) tensor.shape()[1];
    List<Float> values = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      values.add(tensor.values()[row * width + i]);
    }
    return values;
  }

  private Condition condition() {
    return List.of(Condition.GOOD, Condition.WORN, Condition.FAULTY).get(random.nextInt(3));
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
