package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A sequence gives the same scores alone and among others, whatever stands in the padding. */
class PaddingTest {
  private static final int VOCABULARY = 9;

  @Property(tries = 60, seed = "20250611")
  void aSequenceGivesTheSameAloneAndAmongOthers(
      @ForAll Cell cell,
      @ForAll Direction direction,
      @ForAll Reduction reduction,
      @ForAll @Size(min = 1, max = 2) List<@IntRange(min = 1, max = 4) Integer> units,
      @ForAll @Size(min = 2, max = 6) List<@IntRange(min = 1, max = 20) Integer> lengths,
      @ForAll long seed) {
    Random random = new Random(seed);
    List<int[]> rows = new ArrayList<>();
    for (int length : lengths) {
      rows.add(random.ints(length, 1, VOCABULARY).toArray());
    }
    Reader network =
        new Reader(cell, direction, units.stream().mapToInt(i -> i).toArray(), reduction);
    try (NetworkHost host =
        NetworkHost.restore(
            network,
            Device.cpu(),
            ReferenceWeights.random(network.weightShapes(), 0.7, random.nextLong()))) {
      Pass pass = new InferencePass(host.manager(), false);
      List<float[]> alone = new ArrayList<>();
      for (int[] row : rows) {
        alone.add(network.forward(pass, TokenBatch.of(pass, List.of(row))).toFloatArray());
      }

      assertSame("in a batch", alone, network.forward(pass, TokenBatch.of(pass, rows)));
      assertSame(
          "with garbage",
          alone,
          network.forward(pass, GarbagePadding.of(pass, rows, VOCABULARY, random)));
      assertSame("by the host", alone, host.scores(rows, r -> r.length, network::scores));
      Collections.reverse(rows);
      Collections.reverse(alone);
      assertSame("in reverse", alone, network.forward(pass, TokenBatch.of(pass, rows)));
    }
  }

  /** How a sequence becomes a vector. */
  enum Reduction {
    FINAL_STATE,
    MEAN,
    MAX,
    ATTENTION,
    LAST
  }

  private static void assertSame(String how, List<float[]> alone, NDArray batch) {
    float[] flat = batch.toFloatArray();
    int width = flat.length / alone.size();
    List<float[]> rows = new ArrayList<>();
    for (int b = 0; b < alone.size(); b++) {
      rows.add(Arrays.copyOfRange(flat, b * width, (b + 1) * width));
    }
    assertSame(how, alone, rows);
  }

  private static void assertSame(String how, List<float[]> alone, List<float[]> together) {
    for (int b = 0; b < alone.size(); b++) {
      float scale = 1;
      for (float value : alone.get(b)) {
        scale = Math.max(scale, Math.abs(value));
      }
      assertWithMessage("row " + b + " " + how)
          .that(together.get(b))
          .usingTolerance(1e-5 * scale)
          .containsExactly(alone.get(b))
          .inOrder();
    }
  }

  /** Embedding, recurrent layers, a reduction and a dense layer. */
  private static final class Reader extends Network {
    private final EmbeddingLayer embedding;
    private final RecurrentStack recurrent;
    private final Reduction reduction;
    private final DenseLayer dense;
    private final AttentionPoolLayer attention;

    Reader(Cell cell, Direction direction, int[] units, Reduction reduction) {
      int width = units[units.length - 1] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
      embedding = add(new EmbeddingLayer("embedding", VOCABULARY, 3));
      recurrent = add(cell.layer(3, units, direction));
      this.reduction = reduction;
      attention = add(new AttentionPoolLayer("attention", width));
      dense = add(new DenseLayer("dense", width, 2, Activation.TANH));
    }

    NDArray scores(Pass pass, List<int[]> rows) {
      return forward(pass, TokenBatch.of(pass, rows));
    }

    NDArray forward(Pass pass, TokenBatch batch) {
      Sequences steps = embedding.forward(pass, batch);
      return dense.forward(
          pass,
          switch (reduction) {
            case FINAL_STATE -> recurrent.finalState(pass, steps);
            case ATTENTION -> attention.forward(pass, recurrent.forward(pass, steps));
            case MEAN, MAX, LAST ->
                new PoolLayer("pool", Pooling.valueOf(reduction.name()))
                    .forward(pass, recurrent.forward(pass, steps));
          });
    }

    @Override
    protected NDList forward(Pass pass, NDList inputs) {
      return new NDList(forward(pass, TokenBatch.of(inputs.get(0), inputs.get(1))));
    }

    @Override
    public Shape[] getOutputShapes(Shape[] inputShapes) {
      return new Shape[] {new Shape(inputShapes[0].get(0), 2)};
    }
  }
}
