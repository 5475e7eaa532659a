package dev.rondo.it.benchmark.peer;

import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import ai.djl.training.ParameterStore;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Times are worth comparing only if all peers compute the same. */
class PeersTest {
  static List<Workload> workloads() {
    List<Workload> all = new ArrayList<>();
    for (Cell cell : Cell.values()) {
      all.add(new Workload(cell, Size.TINY, false));
      all.add(new Workload(cell, Size.TINY, true));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void allPeersGiveTheSameScores(Workload workload) {
    float[] expected = scoresAfter(new RondoProvider(), workload, 0);
    peers(workload)
        .forEach(peer -> assertClose(peer, scoresAfter(peer, workload, 0), expected, 1e-5));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void allPeersGiveTheSameScoresAfterTraining(Workload workload) {
    float[] expected = scoresAfter(new RondoProvider(), workload, 20);
    peers(workload)
        .filter(PeerProvider::hasBothBiases)
        .forEach(peer -> assertClose(peer, scoresAfter(peer, workload, 20), expected, 1e-4));
  }

  @ParameterizedTest
  @EnumSource
  void allPeersGiveTheSameScoresStepByStep(Cell cell) {
    Workload workload = new Workload(cell, Size.TINY, false);
    float[] expected = stepByStep(new RondoProvider().stepper(workload), workload);
    for (PeerProvider peer : PeerProvider.all()) {
      if (peer.steps(cell)) {
        assertClose(peer, stepByStep(peer.stepper(workload), workload), expected, 1e-5);
      }
    }
  }

  /** Returns the scores after the last of five steps. */
  private static float[] stepByStep(Stepper stepper, Workload workload) {
    try (stepper) {
      float[] scores = {};
      for (int step = 0; step < 5; step++) {
        float[] input = new float[workload.size().inputs()];
        input[step % input.length] = 1 + step;
        scores = stepper.next(input);
      }
      return scores;
    }
  }

  @ParameterizedTest
  @EnumSource
  void blocksOfDjlThatReadBothWaysThrow(Cell cell) {
    Block block = Blocks.recurrent(new Workload(cell, Size.TINY, true));
    try (NDManager manager = Engine.getEngine("PyTorch").newBaseManager(Device.cpu())) {
      NDList input = new NDList(manager.randomNormal(new Shape(3, 4, 5)));
      block.initialize(manager, DataType.FLOAT32, input.getShapes());
      ParameterStore parameters = new ParameterStore(manager, false);
      assertThrows(EngineException.class, () -> block.forward(parameters, input, false));
    }
  }

  private static Stream<PeerProvider> peers(Workload workload) {
    return PeerProvider.all().stream().filter(peer -> peer.lacks(workload).isEmpty());
  }

  private static float[] scoresAfter(PeerProvider provider, Workload workload, int steps) {
    try (Peer peer = provider.network(workload)) {
      for (int step = 0; step < steps; step++) {
        peer.train();
      }
      return relative(peer.scores());
    }
  }

  /** Subtracts the first score of each row: a softmax does not see a constant. */
  private static float[] relative(float[] scores) {
    float[] result = new float[scores.length];
    for (int i = 0; i < scores.length; i++) {
      result[i] = scores[i] - scores[i - i % Workload.CLASSES];
    }
    return result;
  }

  private static void assertClose(
      PeerProvider peer, float[] actual, float[] expected, double tolerance) {
    assertWithMessage(peer.name())
        .that(actual)
        .usingTolerance(tolerance)
        .containsExactly(expected)
        .inOrder();
  }
}
