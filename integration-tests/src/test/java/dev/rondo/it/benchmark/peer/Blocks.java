package dev.rondo.it.benchmark.peer;

import ai.djl.modality.nlp.DefaultVocabulary;
import ai.djl.modality.nlp.embedding.TrainableWordEmbedding;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.nn.Block;
import ai.djl.nn.LambdaBlock;
import ai.djl.nn.Parameter;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.core.Linear;
import ai.djl.nn.recurrent.GRU;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.recurrent.RNN;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;

/** A {@link Workload} of DJL's own blocks. */
final class Blocks {
  private Blocks() {}

  /**
   * Returns the block with the weights of {@link StartWeights}.
   *
   * @param manager owns the weights
   */
  static Block of(Workload workload, NDManager manager) {
    Block embedding =
        TrainableWordEmbedding.builder()
            .setEmbeddingSize(workload.size().inputs())
            .setVocabulary(
                new DefaultVocabulary(
                    IntStream.range(0, Workload.VOCABULARY).mapToObj(Integer::toString).toList()))
            .optNumEmbeddings(Workload.VOCABULARY)
            .optUseDefault(false)
            .build();
    Block recurrent = recurrent(workload);
    Block dense = Linear.builder().setUnits(Workload.CLASSES).build();

    List<Parameter> parameters = new ArrayList<>();
    for (Block block : List.of(embedding, recurrent, dense)) {
      parameters.addAll(block.getDirectParameters().values());
    }
    Iterator<NDArray> weights =
        NativeWeights.of(manager, StartWeights.of(workload)).arrays().values().iterator();
    parameters.forEach(parameter -> parameter.setArray(weights.next()));

    return new SequentialBlock()
        .add(embedding)
        .add(recurrent)
        .add(LambdaBlock.singleton(steps -> steps.get(":, -1")))
        .add(dense);
  }

  static Block recurrent(Workload workload) {
    int units = workload.size().units();
    boolean both = workload.bidirectional();
    return switch (workload.cell()) {
      case LSTM ->
          LSTM.builder().setStateSize(units).setNumLayers(1).optBidirectional(both).build();
      case GRU -> GRU.builder().setStateSize(units).setNumLayers(1).optBidirectional(both).build();
      case RNN ->
          RNN.builder()
              .setStateSize(units)
              .setNumLayers(1)
              .setActivation(RNN.Activation.TANH)
              .optBidirectional(both)
              .build();
    };
  }
}
