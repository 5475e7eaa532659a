package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The options of builders mean what constructors, and calls on the layers, mean. */
class LayerBuildersTest {
  private static final double[][] ROW = LayerFixture.randomRows(new Random(1), 4, 5)[0];

  @Test
  void everyOptionOfAnLstmIsSet() {
    assertSameLayers(
        LstmLayer.builder("lstm")
            .setInputs(4)
            .setUnits(4, 4)
            .optDropout(0.25)
            .optForgetBias(0.5)
            .optPeephole()
            .optResidual()
            .optLearnedInitialState()
            .optRecurrentDropout(0.125)
            .build(),
        new LstmLayer("lstm", 4, new int[] {4, 4}, Direction.FORWARD, 0.25)
            .forgetBias(0.5)
            .peephole()
            .residual()
            .learnedInitialState()
            .recurrentDropout(0.125));
  }

  @Test
  void whatIsNotSetHasTheDefaultsOfTheAnnotations() {
    assertSameLayers(
        LstmLayer.builder("lstm").setInputs(4).setUnits(3).build(),
        new LstmLayer("lstm", 4, new int[] {3}, Direction.FORWARD, 0));
    assertSameLayers(
        GruLayer.builder("gru").setInputs(4).setUnits(3).build(),
        new GruLayer("gru", 4, new int[] {3}, Direction.FORWARD, 0));
    assertSameLayers(
        RnnLayer.builder("rnn").setInputs(4).setUnits(3).build(),
        new RnnLayer("rnn", 4, new int[] {3}, Direction.FORWARD, 0, Activation.TANH));
    assertSameWeights(
        EmbeddingLayer.builder("embedding").setVocabulary(7).setSize(3).build(),
        new EmbeddingLayer("embedding", 7, 3));
    assertSameWeights(
        DenseLayer.builder("dense").setInputs(4).setUnits(3).build(),
        new DenseLayer("dense", 4, 3, Activation.NONE));
    assertSameWeights(
        AttentionLayer.builder("attention").setMemory(4).setUnits(3).build(),
        new AttentionLayer("attention", AttentionScore.GENERAL, 4, 3));
  }

  @Test
  void aDeviationAndAScoreAreSet() {
    assertSameWeights(
        EmbeddingLayer.builder("embedding").setVocabulary(7).setSize(3).optDeviation(0.3).build(),
        new EmbeddingLayer("embedding", 7, 3, 0.3));
    assertSameWeights(
        AttentionLayer.builder("attention")
            .setMemory(4)
            .setUnits(3)
            .optScore(AttentionScore.ADDITIVE)
            .build(),
        new AttentionLayer("attention", AttentionScore.ADDITIVE, 4, 3));
  }

  @Test
  void whatIsRequiredAndNotSetIsNamed() {
    assertRefused(
        "inputs is 0, must be at least 1", () -> GruLayer.builder("gru").setUnits(3).build());
    assertRefused(
        "units are empty, a recurrent layer needs at least one",
        () -> LstmLayer.builder("lstm").setInputs(4).build());
    assertRefused(
        "outputs is 0, must be at least 1",
        () -> JordanLayer.builder("jordan").setInputs(4).setUnits(3).build());
    assertRefused(
        "units is 0, must be at least 1", () -> DenseLayer.builder("dense").setInputs(4).build());
    assertRefused(
        "vocabulary is 0, must be at least 1",
        () -> EmbeddingLayer.builder("embedding").setSize(3).build());
    assertRefused(
        "memory is 0, must be at least 1",
        () -> AttentionLayer.builder("attention").setUnits(3).build());
  }

  private static void assertRefused(String message, Supplier<?> work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::get);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }

  private static void assertSameLayers(RecurrentStack built, RecurrentStack expected) {
    assertSameWeights(built, expected);
    assertThat(steps(built)).isEqualTo(steps(expected));
  }

  private static float[] steps(RecurrentStack layers) {
    try (LayerFixture fixture = new LayerFixture(1, layers)) {
      NDArray values = layers.forward(fixture.pass(), fixture.alone(ROW)).values();
      return values.toFloatArray();
    }
  }

  /** Names, shapes and the values that the weights start with. */
  private static void assertSameWeights(Layer built, Layer expected) {
    assertThat(started(built)).containsExactlyElementsIn(started(expected)).inOrder();
  }

  private static List<String> started(Layer layer) {
    List<String> weights = new ArrayList<>();
    layer
        .weights()
        .forEach(
            weight ->
                weights.add(
                    weight.getName()
                        + Arrays.toString(layer.start(weight).shape())
                        + Arrays.toString(layer.start(weight).values(new SplittableRandom(1)))));
    return weights;
  }
}
