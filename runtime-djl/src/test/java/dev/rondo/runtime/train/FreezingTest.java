package dev.rondo.runtime.train;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.rondo.Optimizer;
import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.decode.TinyLanguage;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Network;
import dev.rondo.runtime.layer.NetworkHost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Layers that are frozen stay as they are, and the others learn as they do beside them. */
class FreezingTest {
  private static final List<Sample> SAMPLES = Sample.random(16, 1);

  @TempDir private Path folder;

  /** A step of the plain gradient, in which a frozen layer is the only difference. */
  @Test
  void theOthersHaveTheGradientsThatTheyHaveWithout() {
    Map<String, List<Float>> start = untrained();
    Map<String, List<Float>> free = descended();
    for (List<String> layers :
        List.of(
            List.of("embedding"),
            List.of("gru"),
            List.of("dense"),
            List.of("embedding", "gru"),
            List.of("gru", "dense"),
            List.of("embedding", "dense"),
            List.of("gru.weight_hh_l0_reverse", "dense.bias"))) {
      Map<String, List<Float>> found = descended(layers.toArray(String[]::new));
      start.forEach(
          (name, before) -> {
            boolean frozen =
                layers.stream().anyMatch(l -> name.equals(l) || name.startsWith(l + "."));
            List<Float> after = found.getOrDefault(name, List.of());
            if (frozen) {
              assertWithMessage("%s of %s", name, layers).that(after).isEqualTo(before);
            } else {
              assertWithMessage("%s of %s", name, layers).that(after).isNotEqualTo(before);
              assertClose(after, free.getOrDefault(name, List.of()));
            }
          });
    }
  }

  private static Map<String, List<Float>> descended(String... layers) {
    TinyTrainer trainer =
        quiet(new TinyTrainer())
            .optimizer(Optimizer.SGD)
            .momentum(0)
            .learningRate(0.5)
            .clipNorm(0)
            .epochs(1)
            .batchSize(16)
            .freeze(layers);
    try (TinyModel model = trainer.fit(SAMPLES)) {
      return model.weights();
    }
  }

  private static Map<String, List<Float>> untrained() {
    TinyNetwork network = new TinyNetwork(Sample.VOCABULARY, Sign.values().length, Activation.NONE);
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      return BoxedWeights.of(host);
    }
  }

  /** By weight decay they would shrink, by an average of momentum they would go on. */
  @ParameterizedTest
  @EnumSource(Optimizer.class)
  void noOptimizerMovesThem(Optimizer optimizer) {
    try (TinyModel model =
        quiet(new TinyTrainer())
            .optimizer(optimizer)
            .weightDecay(0.1)
            .averageWeights(0.9)
            .accumulate(2)
            .freeze("gru")
            .fit(SAMPLES)) {
      untrained()
          .forEach(
              (name, before) -> {
                List<Float> after = model.weights().getOrDefault(name, List.of());
                if (name.startsWith("gru.")) {
                  assertWithMessage(name).that(after).isEqualTo(before);
                } else {
                  assertWithMessage(name).that(after).isNotEqualTo(before);
                }
              });
    }
  }

  @Test
  void anyLayerOfATranslationCanBeFrozen() {
    assertEachCanBeFrozen(
        new PairNetwork(true, AttentionScore.GENERAL),
        layer -> {
          try (PairModel model =
              quiet(new PairTrainer(true, AttentionScore.GENERAL))
                  .epochs(1)
                  .batchSize(16)
                  .freeze(layer)
                  .fit(Pair.random(3, 32, true))) {
            return BoxedWeights.of(model.host);
          }
        });
  }

  @Test
  void anyLayerOfALanguageModelCanBeFrozen() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "abracadabra simsalabim ".repeat(9));
    int tokens = 2 + (int) "abracdsilm ".chars().distinct().count();
    assertEachCanBeFrozen(
        new TinyLanguage(tokens, true),
        layer -> {
          try (TinyWriter model =
              new TinyTextTrainer().batchSize(1).epochs(1).freeze(layer).fit(text)) {
            return model.weights();
          }
        });
  }

  private static void assertEachCanBeFrozen(
      Network network, Function<String, Map<String, List<Float>>> training) {
    Map<String, List<Float>> start;
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      start = BoxedWeights.of(host);
    }
    TreeSet<String> layers = new TreeSet<>();
    start.keySet().forEach(name -> layers.add(name.substring(0, name.indexOf('.'))));
    assertThat(layers.size()).isAtLeast(3);
    for (String layer : layers) {
      Map<String, List<Float>> trained = training.apply(layer);
      start.forEach(
          (name, before) -> {
            List<Float> after = trained.getOrDefault(name, List.of());
            if (name.startsWith(layer + ".")) {
              assertWithMessage("%s where %s is frozen", name, layer).that(after).isEqualTo(before);
            } else {
              assertWithMessage("%s where %s is frozen", name, layer)
                  .that(after)
                  .isNotEqualTo(before);
            }
          });
    }
  }

  @Test
  void aNameThatNoLayerHasIsToldWithTheNearest() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(new TinyTrainer()).freeze("embeding").fit(SAMPLES));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "no layer with weights is called \"embeding\". Did you mean \"embedding\"? There are"
                + " embedding, gru, dense.");
  }

  @Test
  void aLayerWithoutWeightsIsNoneToFreeze() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(new TinyTrainer()).freeze("dropout").fit(SAMPLES));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo("no layer with weights is called \"dropout\". There are embedding, gru, dense.");
  }

  @Test
  void somethingHasToLearn() {
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> quiet(new TinyTrainer()).freeze("embedding", "gru", "dense").fit(SAMPLES));
    assertThat(refused)
        .hasMessageThat()
        .isEqualTo(
            "all layers are frozen, so nothing can be learned: leave out one of embedding, gru,"
                + " dense");
  }

  @Test
  void aCheckpointIsOfTheSameFrozenLayers() {
    Path file = folder.resolve("checkpoint");
    TinyTrainer stopped = quiet(new TinyTrainer()).freeze("gru").checkpoint(file);
    stopped.stop();
    stopped.fit(SAMPLES).close();
    CheckpointException refused =
        assertThrows(
            CheckpointException.class,
            () -> quiet(new TinyTrainer()).freeze("dense", "gru").checkpoint(file).fit(SAMPLES));
    assertThat(refused).hasMessageThat().contains("frozen is dense, gru now, and was gru.");
  }

  @Test
  void theModelTellsWhatWasFrozen() {
    try (TinyModel model = quiet(new TinyTrainer()).epochs(1).freeze("gru").fit(SAMPLES)) {
      assertThat(model.history().provenance().orElseThrow().settings())
          .containsEntry("frozen", "gru");
    }
  }

  private static <S extends ModelTrainer<S, ?>> S quiet(S trainer) {
    return trainer.listener(
        new TrainingListener() {
          @Override
          public void onWarning(String warning) {}
        });
  }

  private static void assertClose(List<Float> actual, List<Float> expected) {
    assertThat(actual).hasSize(expected.size());
    for (int i = 0; i < actual.size(); i++) {
      assertThat(actual.get(i)).isWithin(1e-6f).of(expected.get(i));
    }
  }
}
