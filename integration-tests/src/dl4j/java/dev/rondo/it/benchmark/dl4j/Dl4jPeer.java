package dev.rondo.it.benchmark.dl4j;

import dev.rondo.it.benchmark.peer.Peer;
import dev.rondo.it.benchmark.peer.Size;
import dev.rondo.it.benchmark.peer.Workload;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.graph.rnn.ReverseTimeSeriesVertex;
import org.deeplearning4j.nn.conf.layers.EmbeddingSequenceLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Deeplearning4j as its documentation teaches it. The backward direction is a layer of its own: in
 * the wrapper Bidirectional the final state cannot be trained, and behind it the backward direction
 * would have seen one step only.
 */
final class Dl4jPeer implements Peer {
  private final Size size;
  private final ComputationGraph network;
  private final int[] tokens;
  private final int[] classes;

  Dl4jPeer(Workload workload) {
    size = workload.size();
    tokens = workload.tokens();
    classes = workload.classes();
    network = graph(workload);
    network.init();
    Dl4jWeights weights = new Dl4jWeights(workload, network::setParam);
    weights.copyEmbedding("embedding_");
    weights.copyCell("ahead_", "");
    if (workload.bidirectional()) {
      weights.copyCell("back_", "_reverse");
    }
    weights.copyDense("dense_");
  }

  private static ComputationGraph graph(Workload workload) {
    GraphBuilder graph =
        new NeuralNetConfiguration.Builder()
            .updater(new Adam(Workload.LEARNING_RATE))
            .graphBuilder()
            .addInputs("symbols")
            .addLayer(
                "embedding",
                new EmbeddingSequenceLayer.Builder()
                    .nIn(Workload.VOCABULARY)
                    .nOut(workload.size().inputs())
                    .inputLength(workload.size().steps())
                    .build(),
                "symbols")
            .addLayer("ahead", new LastTimeStep(RecurrentLayers.of(workload)), "embedding");
    OutputLayer dense =
        new OutputLayer.Builder(LossFunction.MCXENT)
            .activation(Activation.SOFTMAX)
            .nIn(workload.stateSize())
            .nOut(Workload.CLASSES)
            .build();
    if (workload.bidirectional()) {
      graph
          .addVertex("turned", new ReverseTimeSeriesVertex(), "embedding")
          .addLayer("back", new LastTimeStep(RecurrentLayers.of(workload)), "turned")
          .addLayer("dense", dense, "ahead", "back");
    } else {
      graph.addLayer("dense", dense, "ahead");
    }
    return new ComputationGraph(graph.setOutputs("dense").build());
  }

  @Override
  public void train() {
    INDArray expected = Nd4j.zeros(DataType.FLOAT, classes.length, Workload.CLASSES);
    for (int row = 0; row < classes.length; row++) {
      expected.putScalar(row, classes[row], 1);
    }
    network.fit(new INDArray[] {input()}, new INDArray[] {expected});
  }

  /** Returns the logarithms of the probabilities: scores, but for a constant of each row. */
  @Override
  public float[] scores() {
    float[] scores = network.outputSingle(input()).data().asFloat();
    for (int i = 0; i < scores.length; i++) {
      scores[i] = (float) Math.log(scores[i]);
    }
    return scores;
  }

  private INDArray input() {
    return Nd4j.createFromArray(tokens).reshape(size.batch(), size.steps());
  }

  @Override
  public void close() {
    network.close();
  }
}
