package dev.rondo.runtime.layer;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.ParameterStore;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.reference.ReferenceWeights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A network seen as a block of DJL. */
class DjlBlockTest {
  @Test
  void parametersHaveTheirPyTorchNamesAndShapes() {
    TokenScorer network = new TokenScorer();
    try (NetworkHost host = NetworkHost.initialize(network, Device.cpu(), 1)) {
      assertThat(network.getParameters().keys())
          .containsExactly(
              "embedding.weight",
              "lstm.weight_ih_l0",
              "lstm.weight_hh_l0",
              "lstm.bias_ih_l0",
              "lstm.bias_hh_l0",
              "lstm.weight_ih_l0_reverse",
              "lstm.weight_hh_l0_reverse",
              "lstm.bias_ih_l0_reverse",
              "lstm.bias_hh_l0_reverse",
              "dense.weight",
              "dense.bias")
          .inOrder();
      assertThat(network.getParameters().get("lstm.weight_ih_l0").getShape())
          .isEqualTo(new Shape(20, 4));
      assertThat(host.weights().tensors().keySet())
          .containsExactlyElementsIn(network.getParameters().keys())
          .inOrder();
    }
  }

  @Test
  void forwardThroughDjlGivesTheSameScores() {
    TokenScorer network = new TokenScorer();
    List<int[]> rows = List.of(new int[] {3, 7, 1}, new int[] {9});
    try (NetworkHost host =
            NetworkHost.restore(
                network, Device.cpu(), ReferenceWeights.random(network.weightShapes(), 0.7, 1));
        NDManager manager = host.manager().newSubManager()) {
      List<float[]> scores = host.scores(rows, row -> row.length, network::scores);
      NDList inputs =
          new NDList(
              manager.create(new long[][] {{3, 7, 1}, {9, 0, 0}}),
              manager.create(new long[] {3, 1}));

      NDList outputs = network.forward(new ParameterStore(manager, false), inputs, false);

      assertThat(outputs.singletonOrThrow().getShape())
          .isEqualTo(network.getOutputShapes(inputs.getShapes())[0]);
      assertThat(outputs.singletonOrThrow().get(0).toFloatArray())
          .usingTolerance(1e-6)
          .containsExactly(scores.get(0))
          .inOrder();
      assertThat(outputs.singletonOrThrow().get(1).toFloatArray())
          .usingTolerance(1e-6)
          .containsExactly(scores.get(1))
          .inOrder();
      assertThat(inputs).hasSize(2);
    }
  }
}
