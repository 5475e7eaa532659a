package dev.rondo.runtime.kernel;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.engine.GradMode;
import dev.rondo.runtime.engine.Torch;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Operator.Recurrence;
import dev.rondo.runtime.plan.Plan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An LSTM that is wrong is found out, and what takes its place computes the same. */
class LstmOperatorTest {
  private static final int LAYERS = 2;

  private static boolean isRight(LstmCheck.Layers operator) {
    return GradMode.off(() -> LstmOperator.isRight(operator));
  }

  @Test
  void bothOperatorsComputeWhatTheEquationsSay() {
    assertThat(isRight(LstmOperator::bySteps)).isTrue();
    assertThat(isRight(LstmOperator::fused)).isEqualTo(LstmOperator.oneDnnIsRight());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, -0.01, Double.NaN})
  void anOperatorThatIsOffByAHundredthSomewhereIsFoundOut(double error) {
    assertThat(
            isRight(
                (values, state, weights, layers, training) -> {
                  NDList results = LstmOperator.bySteps(values, state, weights, layers, training);
                  NDArray outputs = results.get(0);
                  float[] numbers = outputs.toFloatArray();
                  numbers[numbers.length - 1] += (float) error;
                  return new NDList(
                      outputs.getManager().create(numbers, outputs.getShape()),
                      results.get(1),
                      results.get(2));
                }))
        .isFalse();
  }

  @Test
  void layersByStepsHaveTheResultsAndGradientsOfTheFusedOnes() {
    try (NDManager manager = Torch.newManager(Device.cpu())) {
      NDList fused = resultsAndGradients(manager, LstmOperator::fused);
      NDList bySteps = resultsAndGradients(manager, LstmOperator::bySteps);
      assertThat(bySteps).hasSize(fused.size());
      for (int i = 0; i < fused.size(); i++) {
        assertThat(bySteps.get(i).getShape()).isEqualTo(fused.get(i).getShape());
        assertThat(bySteps.get(i).toFloatArray())
            .usingTolerance(1e-5)
            .containsExactly(fused.get(i).toFloatArray())
            .inOrder();
      }
    }
  }

  /** Values (3, 4, 5), h and c (2, 3, 6), the weights of two layers of 6 units: always the same. */
  private static NDList arrays(NDManager manager) {
    List<Shape> shapes =
        new ArrayList<>(
            List.of(new Shape(3, 4, 5), new Shape(LAYERS, 3, 6), new Shape(LAYERS, 3, 6)));
    for (int layer = 0; layer < LAYERS; layer++) {
      shapes.add(new Shape(24, layer == 0 ? 5 : 6));
      shapes.addAll(List.of(new Shape(24, 6), new Shape(24), new Shape(24)));
    }
    NDList arrays = new NDList();
    for (Shape shape : shapes) {
      NDArray array = random(manager, shape, arrays.size());
      array.setRequiresGradient(true);
      arrays.add(array);
    }
    return arrays;
  }

  private static NDList resultsAndGradients(NDManager manager, LstmCheck.Layers operator) {
    NDList arrays = arrays(manager);
    try (GradientCollector collector = manager.getEngine().newGradientCollector()) {
      NDList results =
          operator.of(arrays.get(0), arrays.subNDList(1, 3), arrays.subNDList(3), LAYERS, true);
      NDArray loss = manager.create(0f);
      for (NDArray result : results) {
        loss = loss.add(result.mul(result.add(0.5f)).sum());
      }
      collector.backward(loss);
      NDList all = new NDList(results);
      arrays.forEach(array -> all.add(array.getGradient().duplicate()));
      return all;
    }
  }

  @Test
  void programsByStepsGiveTheScoresOfThoseByOneDnn() {
    assertThat(scores(false)).usingTolerance(1e-5).containsExactly(scores(true)).inOrder();
  }

  /** The last states of a layer of 6 units that reads rows of 4, 1 and 3 steps of 5 features. */
  private static float[] scores(boolean oneDnn) {
    Plan plan =
        new Plan(
            List.of(
                new Plan.Step(new Operator.Features(0), List.of(), Plan.Kind.SEQUENCES, 0, 5),
                new Plan.Step(
                    new Operator.Recurrent(
                        Recurrence.LSTM, 5, 6, "w_ih", "w_hh", "b_ih", "b_hh", List.of("h", "c")),
                    List.of(0),
                    Plan.Kind.SEQUENCES,
                    0,
                    6),
                new Plan.Step(new Operator.Last(), List.of(1), Plan.Kind.VECTORS, 0, 6)),
            List.of(2),
            List.of());
    try (NDManager manager = Torch.newManager(Device.cpu());
        PlanProgram program =
            PlanProgram.load(
                manager,
                plan,
                PlanPrecision.FLOAT32,
                name -> random(manager, shape(name), name.hashCode()),
                KernelArchive.Products.ONE_DNN,
                oneDnn)) {
      return program.run(new Rows(List.of(4, 1, 3)));
    }
  }

  private static Shape shape(String weight) {
    return switch (weight) {
      case "w_ih" -> new Shape(24, 5);
      case "w_hh" -> new Shape(24, 6);
      case "h", "c" -> new Shape(6);
      default -> new Shape(24);
    };
  }

  private static NDArray random(NDManager manager, Shape shape, int seed) {
    Random random = new Random(seed);
    float[] values = new float[(int) shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return manager.create(values, shape);
  }

  /** Rows of five features a step. */
  private record Rows(List<Integer> lengths) implements PlanBatch {
    @Override
    public int rows() {
      return lengths.size();
    }

    @Override
    public int length(int row, int input) {
      return lengths.get(row);
    }

    @Override
    public int time(int input) {
      return Collections.max(lengths);
    }

    @Override
    public int[] symbols(int row, int input) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int columns(int input) {
      return 0;
    }

    @Override
    public float[] features(int row, int input) {
      Random random = new Random(row);
      float[] features = new float[5 * lengths.get(row)];
      for (int i = 0; i < features.length; i++) {
        features[i] = random.nextFloat() - 0.5f;
      }
      return features;
    }
  }
}
