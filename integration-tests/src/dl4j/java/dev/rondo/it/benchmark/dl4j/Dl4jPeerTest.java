package dev.rondo.it.benchmark.dl4j;

import static com.google.common.truth.Truth.assertThat;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.Peer;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** That its scores are Rondo's is tested with those of all peers. */
class Dl4jPeerTest {
  @ParameterizedTest
  @EnumSource(names = {"LSTM", "RNN"})
  void trainingInBothDirectionsLearnsTheBatch(Cell cell) {
    Workload workload = new Workload(cell, Size.TINY, true);
    try (Peer peer = new Dl4jPeer(workload)) {
      for (int step = 0; step < 100; step++) {
        peer.train();
      }
      assertThat(highest(peer.scores())).isEqualTo(workload.classes());
    }
  }

  /** Returns the class with the highest score of each row. */
  private static int[] highest(float[] scores) {
    int[] classes = new int[scores.length / Workload.CLASSES];
    for (int i = 0; i < scores.length; i++) {
      int row = i / Workload.CLASSES;
      if (scores[i] > scores[row * Workload.CLASSES + classes[row]]) {
        classes[row] = i % Workload.CLASSES;
      }
    }
    return classes;
  }
}
