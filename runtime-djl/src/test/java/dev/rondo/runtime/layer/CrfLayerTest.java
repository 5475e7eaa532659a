package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.answer.Transitions;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.kernel.MaskedLosses;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The layer behind a network: gradients of all weights, and what it decides. */
class CrfLayerTest {
  /** Tags. */
  enum Tag {
    NOUN,
    VERB,
    OTHER
  }

  private static final EnumCodec<Tag> CODEC = EnumCodec.of(Tag.values());

  /** Two sequences: four steps and two, of two features each. */
  private static final float[][] FEATURES = {
    {1, 0}, {0.5f, -1}, {-0.5f, 2}, {0, 1}, {2, 1}, {-1, -1}
  };

  private static final List<float[][]> EXPECTED =
      List.of(new float[][] {{0}, {0, 1, 2, 2}}, new float[][] {{0}, {1, 0}});

  private static final int[][] TAGGINGS = {{0, 1, 2, 2}, {1, 0}};

  private static final class Tagger extends TypedNetwork {
    final DenseLayer dense = add(new DenseLayer("dense", 2, 3, Activation.NONE));
    final CrfLayer crf = add(new CrfLayer("crf", 3));

    NDArray scores(Pass pass) {
      float[] flat = new float[12];
      for (int i = 0; i < flat.length; i++) {
        flat[i] = FEATURES[i / 2][i % 2];
      }
      return dense.forward(pass, pass.manager().create(flat, new Shape(6, 2)));
    }
  }

  private static double[] of(Map<String, double[]> weights, String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** The loss by its definition: all taggings of both sequences. */
  private static double loss(Map<String, double[]> weights) {
    double[] weight = of(weights, "dense.weight");
    double[] bias = of(weights, "dense.bias");
    double[] between = of(weights, "crf.transitions");
    double[] start = of(weights, "crf.start");
    double[] end = of(weights, "crf.end");
    double sum = 0;
    int first = 0;
    for (int[] right : TAGGINGS) {
      int steps = right.length;
      double all = 0;
      double own = 0;
      for (int number = 0; number < Math.pow(3, steps); number++) {
        double score = 0;
        boolean isRight = true;
        for (int t = 0, rest = number, before = -1; t < steps; t++, rest /= 3) {
          int tag = rest % 3;
          float[] x = FEATURES[first + t];
          score += weight[2 * tag] * x[0] + weight[2 * tag + 1] * x[1] + bias[tag];
          score += before < 0 ? start[tag] : between[3 * before + tag];
          score += t == steps - 1 ? end[tag] : 0;
          isRight &= tag == right[t];
          before = tag;
        }
        all += Math.exp(score);
        own += isRight ? score : 0;
      }
      sum += Math.log(all) - own;
      first += steps;
    }
    return sum / 6;
  }

  @Test
  void gradientsAreThoseOfTheDefinition() {
    Tagger network = new Tagger();
    GradientCheck.assertGradients(
        network,
        pass -> network.crf.loss(pass, CODEC, network.scores(pass), EXPECTED, 1),
        CrfLayerTest::loss);
  }

  @Test
  void itsLossIsOneAmongOthers() {
    Tagger network = new Tagger();
    GradientCheck.assertGradients(
        network,
        pass -> {
          NDArray scores = network.scores(pass);
          NDArray loss = network.crf.loss(pass, CODEC, scores, EXPECTED, 1);
          return MaskedLosses.weighted(loss, 0.5).add(loss).add(loss);
        },
        weights -> 2.5 * loss(weights));
  }

  @Test
  void tagsAreDecidedByTheWeightsOfNow() {
    Tagger network = new Tagger();
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      TagSequence<Tag> tags = network.crf.tags(host, CODEC);
      float[] scores = {1, 0, 0, 1, 0, 0};
      assertThat(tags.answer(scores, 2)).containsExactly(Tag.NOUN, Tag.NOUN).inOrder();
      assertThat(network.crf.tags(host, CODEC).transitions()).isSameInstanceAs(tags.transitions());

      float[] changed = new float[9];
      changed[CODEC.index(Tag.NOUN) * 3 + CODEC.index(Tag.OTHER)] = 5;
      network.crf.weights().get(0).getArray().set(changed);
      host.changed();
      Transitions now = network.crf.tags(host, CODEC).transitions();
      assertThat(TagSequence.of(CODEC, now).answer(scores, 2))
          .containsExactly(Tag.NOUN, Tag.OTHER)
          .inOrder();
    }
    assertThrows(IllegalArgumentException.class, () -> new CrfLayer("crf", 0));
  }

  @Test
  void aClosedNetworkDecidesNothing() {
    Tagger network = new Tagger();
    NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1);
    host.close();
    assertThrows(IllegalStateException.class, () -> network.crf.tags(host, CODEC));
  }

  @Test
  void aPassWithoutATapeLearnsNothing() {
    Tagger network = new Tagger();
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      assertThrows(
          IllegalStateException.class,
          () ->
              host.compute(
                  pass -> network.crf.loss(pass, CODEC, network.scores(pass), EXPECTED, 1)));
    }
  }
}
