package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static dev.rondo.runtime.layer.LayerFixture.assertSteps;
import static dev.rondo.runtime.layer.LayerFixture.assertVectors;
import static dev.rondo.runtime.layer.LayerFixture.randomRows;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.reference.ReferenceLayers;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers that do not recur against their equations. */
class OtherLayersTest {
  @ParameterizedTest
  @EnumSource(Activation.class)
  void denseEqualsItsEquationOnVectorsAndStepByStep(Activation activation) {
    Random random = new Random(1);
    DenseLayer dense = new DenseLayer("dense", 4, 3, activation);
    try (LayerFixture fixture = new LayerFixture(2, dense)) {
      double[][][] rows = randomRows(random, 4, 3, 1, 5);
      for (double[][] row : rows) {
        row[0][0] *= 8;
      }
      double[][][] expected = new double[rows.length][][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] = new double[rows[b].length][];
        for (int t = 0; t < rows[b].length; t++) {
          expected[b][t] =
              ReferenceLayers.dense(fixture.weights(), "dense", activation, rows[b][t]);
        }
      }
      Sequences batch = fixture.sequences(rows, 7, random);

      assertSteps(dense.forward(fixture.pass(), batch), expected);
      assertVectors(
          dense.forward(fixture.pass(), batch.lengths().last(batch.values())),
          new double[][] {expected[0][2], expected[1][0], expected[2][4]});
    }
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void poolingEqualsItsEquationWhateverThePadding(Pooling pooling) {
    Random random = new Random(3);
    Layer layer =
        pooling == Pooling.ATTENTION
            ? new AttentionPoolLayer("pool", 4)
            : new PoolLayer("pool", pooling);
    try (LayerFixture fixture = new LayerFixture(4, layer)) {
      double[][][] rows = randomRows(random, 4, 3, 1, 6);
      double[][] expected = new double[rows.length][];
      for (int b = 0; b < rows.length; b++) {
        expected[b] = ReferenceLayers.pool(pooling, fixture.weights(), "pool", rows[b]);
      }

      assertVectors(pool(layer, fixture, fixture.sequences(rows, 6, random)), expected);
      assertVectors(pool(layer, fixture, fixture.sequences(rows, 9, random)), expected);
      for (int b = 0; b < rows.length; b++) {
        assertVectors(pool(layer, fixture, fixture.alone(rows[b])), new double[][] {expected[b]});
      }
    }
  }

  private static NDArray pool(Layer layer, LayerFixture fixture, Sequences batch) {
    return layer instanceof PoolLayer pool
        ? pool.forward(fixture.pass(), batch)
        : ((AttentionPoolLayer) layer).forward(fixture.pass(), batch);
  }

  @Test
  void maximumOfNegativeStepsIsNotThePaddings() {
    PoolLayer max = new PoolLayer("max", Pooling.MAX);
    try (LayerFixture fixture = new LayerFixture(1, max)) {
      double[][][] rows = {{{-5}, {-4}}, {{-7}}};

      NDArray result = max.forward(fixture.pass(), fixture.sequences(rows, 8, new Random(1)));

      assertThat(result.toFloatArray()).usingExactEquality().containsExactly(-4f, -7f).inOrder();
    }
  }

  @Test
  void embeddingLooksTokensUp() {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 6, 3);
    try (LayerFixture fixture = new LayerFixture(1, embedding)) {
      int[] first = {5, 1, 1};
      int[] second = {2};
      double[][][] expected = {
        ReferenceLayers.embedding(fixture.weights(), "embedding", 3, first),
        ReferenceLayers.embedding(fixture.weights(), "embedding", 3, second)
      };

      TokenBatch batch = TokenBatch.of(fixture.pass(), List.of(first, second));

      assertSteps(embedding.forward(fixture.pass(), batch), expected);
      assertThat(batch.tokens().toLongArray()).isEqualTo(new long[] {5, 1, 1, 2, 0, 0});
    }
  }

  @Test
  void batchesWithoutATokenAreRefused() {
    try (LayerFixture fixture = new LayerFixture(1)) {
      Pass pass = fixture.pass();
      assertRefused("a batch needs at least one token", () -> TokenBatch.of(pass, List.of()));
      assertRefused(
          "a sequence has 0 steps, must be 1 to 2",
          () -> TokenBatch.of(pass, List.of(new int[] {1, 2}, new int[0])));
      assertRefused(
          "a sequence has 3 steps, must be 1 to 2",
          () ->
              TokenBatch.of(
                  pass.manager().create(new long[][] {{1, 2}}),
                  pass.manager().create(new long[] {3})));
    }
  }

  @Test
  void sizesAndNamesOutOfRangeAreNamed() {
    assertRefused(
        "units is 0, must be at least 1", () -> new DenseLayer("d", 1, 0, Activation.NONE));
    assertRefused("inputs is 0, must be at least 1", () -> new AttentionPoolLayer("a", 0));
    assertRefused("vocabulary is 0, must be at least 1", () -> new EmbeddingLayer("e", 0, 1));
    assertRefused("embedding size is 0, must be at least 1", () -> new EmbeddingLayer("e", 1, 0));
    assertRefused("dropout rate is 1.0, must be in [0, 1)", () -> new DropoutLayer("d", 1));
    assertRefused(
        "dropout rate is -0.1, must be in [0, 1)", () -> new DropoutLayer("d", 0).rate(-0.1));
    assertRefused(
        "attention needs an AttentionPoolLayer", () -> new PoolLayer("p", Pooling.ATTENTION));
    assertRefused(
        "two layers are called \"d\"",
        () -> {
          try (LayerFixture fixture =
              new LayerFixture(1, new DropoutLayer("d", 0), new DropoutLayer("d", 0))) {
            fixture.pass();
          }
        });
  }

  private static void assertRefused(String message, Runnable work) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, work::run);
    assertThat(e).hasMessageThat().isEqualTo(message);
  }
}
