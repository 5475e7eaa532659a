package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Steps;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Batches of step features, joins, and each row's own scores of each head. */
class StepBatchTest {
  private final EmbeddingLayer embedding = new EmbeddingLayer("embedding", 5, 2);
  private final GruLayer gru = new GruLayer("gru", 5, new int[] {4}, Direction.BIDIRECTIONAL, 0);
  private final DenseLayer once = new DenseLayer("once", 8, 3, Activation.NONE);
  private final DenseLayer each = new DenseLayer("each", 8, 2, Activation.NONE);
  private final LayerFixture fixture = new LayerFixture(3, embedding, gru, once, each);

  private static final List<HeadShape> HEADS =
      List.of(HeadShape.once("queue", 3), HeadShape.eachStep("fraud", 2));

  private static Steps steps(int length, Random random) {
    float[] features = new float[length * 2];
    int[] symbols = random.ints(length, 1, 5).toArray();
    for (int i = 0; i < features.length; i++) {
      features[i] = random.nextFloat() * 2 - 1;
    }
    return Steps.of(length, features, 2, symbols, 1);
  }

  private NDList heads(Pass pass, List<Steps[]> rows) {
    StepBatch readings = StepBatch.of(pass, rows, 0);
    Sequences joined =
        Sequences.join(
                List.of("readings", "readings"),
                readings.features(),
                embedding.forward(pass, readings.symbols(0)))
            .join(StepBatch.of(pass, rows, 1).vector());
    NDArray last = gru.finalState(pass, joined);
    Sequences states = gru.forward(pass, joined);
    return new NDList(once.forward(pass, last), each.forward(pass, states).real());
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return fixture.host().scoresOfHeads(rows, row -> row[0].length(), HEADS, this::heads);
  }

  @Test
  void eachRowHasItsOwnScoresAloneAndAmongLongerOnes() {
    Random random = new Random(4);
    List<Steps[]> rows =
        IntStream.of(3, 1, 7, 2, 7, 5)
            .mapToObj(
                n ->
                    new Steps[] {
                      steps(n, random),
                      Steps.of(1, new float[] {random.nextFloat()}, 1, new int[0], 0)
                    })
            .toList();
    try (fixture) {
      List<float[][]> together = scores(rows);
      for (int i = 0; i < rows.size(); i++) {
        float[][] alone = scores(List.<Steps[]>of(rows.get(i))).get(0);
        assertThat(together.get(i)[0]).hasLength(3);
        assertThat(together.get(i)[1]).hasLength(2 * rows.get(i)[0].length());
        for (int head = 0; head < 2; head++) {
          assertThat(together.get(i)[head])
              .usingTolerance(1e-5)
              .containsExactly(alone[head])
              .inOrder();
        }
      }
    }
  }

  @Test
  void featuresSymbolsAndVectorsStandWhereTheyBelong() {
    try (fixture) {
      Steps two = Steps.of(2, new float[] {1, 2, 3, 4}, 2, new int[] {1, 2, 3, 4}, 2);
      Steps one = Steps.of(1, new float[] {5, 6}, 2, new int[] {2, 3}, 2);
      StepBatch batch = StepBatch.of(fixture.pass(), List.of(two, one));
      NDArray features = batch.features().values();
      assertThat(features.getShape()).isEqualTo(new Shape(2, 2, 2));
      assertThat(features.toFloatArray())
          .usingExactEquality()
          .containsExactly(new float[] {1, 2, 3, 4, 5, 6, 0, 0})
          .inOrder();
      assertThat(batch.symbols(1).tokens().toLongArray()).isEqualTo(new long[] {2, 4, 3, 0});
      StepBatch single = StepBatch.of(fixture.pass(), List.of(one, one));
      assertThat(single.vector().getShape()).isEqualTo(new Shape(2, 2));
      NDArray symbol = single.symbol(1);
      assertThat(symbol.toLongArray()).isEqualTo(new long[] {3, 3});
      float[] table = embedding.weight().getArray().toFloatArray();
      assertThat(embedding.forward(fixture.pass(), symbol).toFloatArray())
          .isEqualTo(new float[] {table[6], table[7], table[6], table[7]});
      assertThrows(IllegalStateException.class, batch::vector);
      assertThrows(IllegalArgumentException.class, () -> batch.symbols(2));
    }
  }

  @Test
  void sequencesOfOtherLengthsAreNotJoined() {
    Random random = new Random(4);
    try (fixture) {
      Sequences fast =
          StepBatch.of(fixture.pass(), List.of(steps(2, random), steps(5, random))).features();
      Sequences slow =
          StepBatch.of(fixture.pass(), List.of(steps(2, random), steps(4, random))).features();
      IllegalArgumentException e =
          assertThrows(
              IllegalArgumentException.class,
              () -> Sequences.join(List.of("fast", "slow"), fast, slow));
      assertThat(e)
          .hasMessageThat()
          .isEqualTo(
              "\"fast\" has 5 steps and \"slow\" has 4, but they are read side by side, step"
                  + " by step. Make them equally long, or end the layers of"
                  + " \"slow\" with @Pool(LAST).");
    }
  }
}
