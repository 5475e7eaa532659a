package dev.rondo.it.benchmark.dl4j;

import dev.rondo.it.benchmark.peer.Stepper;
import dev.rondo.it.benchmark.peer.Workload;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.RnnOutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Deeplearning4j's {@link MultiLayerNetwork#rnnTimeStep}, which carries the state inside. */
final class Dl4jStepper implements Stepper {
  private final MultiLayerNetwork network;

  Dl4jStepper(Workload workload) {
    network =
        new MultiLayerNetwork(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(RecurrentLayers.of(workload))
                .layer(
                    new RnnOutputLayer.Builder(LossFunction.MSE)
                        .activation(Activation.IDENTITY)
                        .nIn(workload.size().units())
                        .nOut(Workload.CLASSES)
                        .build())
                .build());
    network.init();
    Dl4jWeights weights = new Dl4jWeights(workload, network::setParam);
    weights.copyCell("0_", "");
    weights.copyDense("1_");
  }

  @Override
  public float[] next(float[] input) {
    return network
        .rnnTimeStep(Nd4j.createFromArray(input).reshape(1, input.length))
        .data()
        .asFloat();
  }

  @Override
  public void close() {
    network.close();
  }
}
