package dev.rondo.it.benchmark.dl4j;

import dev.rondo.it.benchmark.peer.Cell;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.nd4j.linalg.activations.Activation;

/** Recurrent layers of Deeplearning4j. */
final class RecurrentLayers {
  private RecurrentLayers() {}

  /** Returns the layer of one direction. */
  static Layer of(Workload workload) {
    Size size = workload.size();
    return workload.cell() == Cell.LSTM
        ? new LSTM.Builder()
            .nIn(size.inputs())
            .nOut(size.units())
            .activation(Activation.TANH)
            .build()
        : new SimpleRnn.Builder()
            .nIn(size.inputs())
            .nOut(size.units())
            .activation(Activation.TANH)
            .build();
  }
}
