package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.reference.ReferenceLayers;
import dev.rondo.runtime.reference.ReferenceStack;
import dev.rondo.runtime.train.Gradients;
import dev.rondo.runtime.train.Losses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gradients of whole networks, with respect to every weight and by way of the embedding to the
 * inputs, against central differences of the equations in double. Batches are padded with garbage.
 */
class GradientsTest {
  private static final int VOCABULARY = 6;
  private static final int SIZE = 3;

  private final Random random = new Random(42);
  private final List<int[]> rows =
      List.of(new int[] {1, 5, 2, 2, 3}, new int[] {4}, new int[] {2, 3, 1});

  static Stream<Arguments> stacks() {
    List<Arguments> stacks = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      for (Direction direction : Direction.values()) {
        for (int[] units : List.of(new int[] {4}, new int[] {3, 3}, new int[] {3, 2})) {
          stacks.add(Arguments.of(cell, direction, units));
        }
      }
    }
    return stacks.stream();
  }

  @ParameterizedTest
  @MethodSource("stacks")
  void recurrentLayersHaveTheGradientsOfTheirEquations(
      Cell cell, Direction direction, int[] units) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, SIZE);
    RecurrentStack recurrent = cell.layer(SIZE, units, direction);
    int width = units[units.length - 1] * (direction == Direction.BIDIRECTIONAL ? 2 : 1);
    double[] factors = random.doubles((long) rows.size() * (5 + 3 + 1) * width, -1, 1).toArray();

    GradientCheck.assertGradients(
        new Model(embedding, recurrent),
        pass -> {
          Sequences steps =
              embedding.forward(pass, GarbagePadding.of(pass, rows, VOCABULARY, random));
          NDArray perStep = recurrent.forward(pass, steps).values();
          NDArray atEnd = recurrent.finalState(pass, steps);
          float[] stepFactors = new float[rows.size() * 8 * width];
          float[] endFactors = new float[rows.size() * width];
          forEachFactor(
              width,
              (b, t, f, i) -> {
                if (t < 0) {
                  endFactors[b * width + f] = (float) factors[i];
                } else {
                  stepFactors[(b * 8 + t) * width + f] = (float) factors[i];
                }
              });
          NDArray stepSum =
              perStep.mul(pass.manager().create(stepFactors, new Shape(rows.size(), 8, width)));
          NDArray endSum =
              atEnd.mul(pass.manager().create(endFactors, new Shape(rows.size(), width)));
          return stepSum.sum().add(endSum.sum());
        },
        weights -> {
          ReferenceStack stack =
              new ReferenceStack(cell.equations(), "rnn", units.length, direction, weights);
          double[] sum = new double[1];
          List<double[][]> perStep = new ArrayList<>();
          List<double[]> atEnd = new ArrayList<>();
          for (int[] row : rows) {
            double[][] inputs = ReferenceLayers.embedding(weights, "embedding", SIZE, row);
            perStep.add(stack.steps(inputs));
            atEnd.add(stack.finalState(inputs));
          }
          forEachFactor(
              width,
              (b, t, f, i) ->
                  sum[0] += (float) factors[i] * (t < 0 ? atEnd.get(b)[f] : perStep.get(b)[t][f]));
          return sum[0];
        });
  }

  private interface FactorUse {
    void use(int row, int step, int feature, int index);
  }

  /** Calls for each feature of each real step, and as step -1 of each final state. */
  private void forEachFactor(int width, FactorUse use) {
    int index = 0;
    for (int b = 0; b < rows.size(); b++) {
      for (int t = -1; t < rows.get(b).length; t++) {
        for (int f = 0; f < width; f++) {
          use.use(b, t, f, index++);
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Pooling.class)
  void poolingHasTheGradientsOfItsEquation(Pooling pooling) {
    assertClassifierGradients(pooling, Activation.NONE);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void denseLayersHaveTheGradientsOfTheirEquation(Activation activation) {
    assertClassifierGradients(Pooling.MEAN, activation);
  }

  private void assertClassifierGradients(Pooling pooling, Activation activation) {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", VOCABULARY, SIZE);
    RecurrentStack recurrent = Cell.LSTM.layer(SIZE, new int[] {4}, Direction.FORWARD);
    Layer pool =
        pooling == Pooling.ATTENTION
            ? new AttentionPoolLayer("pool", 4)
            : new PoolLayer("pool", pooling);
    DenseLayer hidden = new DenseLayer("hidden", 4, 5, activation);
    DenseLayer scores = new DenseLayer("scores", 5, 3, Activation.NONE);
    int[] expected = {2, 0, 1};

    GradientCheck.assertGradients(
        new Model(embedding, recurrent, pool, hidden, scores),
        pass -> {
          Sequences steps =
              recurrent.forward(
                  pass, embedding.forward(pass, GarbagePadding.of(pass, rows, VOCABULARY, random)));
          NDArray vector =
              pool instanceof PoolLayer plain
                  ? plain.forward(pass, steps)
                  : ((AttentionPoolLayer) pool).forward(pass, steps);
          return Losses.crossEntropy(
              scores.forward(pass, hidden.forward(pass, vector)),
              pass.manager().create(new long[] {2, 0, 1}),
              0.1);
        },
        weights -> {
          ReferenceStack stack =
              new ReferenceStack(Cell.LSTM.equations(), "rnn", 1, Direction.FORWARD, weights);
          double sum = 0;
          for (int b = 0; b < rows.size(); b++) {
            double[][] inputs = ReferenceLayers.embedding(weights, "embedding", SIZE, rows.get(b));
            double[] vector = ReferenceLayers.pool(pooling, weights, "pool", stack.steps(inputs));
            double[] score =
                ReferenceLayers.dense(
                    weights,
                    "scores",
                    Activation.NONE,
                    ReferenceLayers.dense(weights, "hidden", activation, vector));
            sum += ReferenceLayers.crossEntropy(score, expected[b], 0.1);
          }
          return sum / rows.size();
        });
  }

  @Test
  void longPaddingLeavesTheGradientsOfUnboundedStatesFinite() {
    EmbeddingLayer embedding = new EmbeddingLayer("embedding", 2, 1);
    RecurrentStack recurrent = Cell.RNN_RELU.layer(1, new int[] {2, 2}, Direction.BIDIRECTIONAL);
    try (LayerFixture fixture = new LayerFixture(1, embedding, recurrent)) {
      fixture.setAll("", 1.5f);

      Map<String, float[]> gradients =
          Gradients.of(
              fixture.host(),
              pass -> {
                TokenBatch batch =
                    TokenBatch.of(
                        pass.manager().ones(new Shape(1, 400)).toType(DataType.INT64, false),
                        pass.manager().create(new long[] {2}));
                return recurrent.finalState(pass, embedding.forward(pass, batch)).sum();
              });

      gradients.forEach(
          (name, values) -> {
            for (float value : values) {
              assertWithMessage(name).that(value).isFinite();
            }
          });
    }
  }
}
