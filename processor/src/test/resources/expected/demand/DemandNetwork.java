package demand;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.PoolLayer;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Demand}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of a vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>history</td><td>sequence</td><td>(batch, time, width of history)</td><td></td></tr>
 *   <tr><td>store</td><td>vector</td><td>(batch, width of store)</td><td></td></tr>
 *   <tr><td>store.id</td><td>vector</td><td>(batch)</td><td></td></tr>
 *   <tr><td>planned</td><td>sequence</td><td>(batch, time, width of planned)</td><td></td></tr>
 *   <tr><td>region</td><td>vector</td><td>(batch)</td><td></td></tr>
 *   <tr><td>idEmbedding</td><td>@Embedding(size = 8)</td><td>(batch, 8)</td><td>8 V of store.id</td></tr>
 *   <tr><td>storeJoined</td><td>join of store, id</td><td>(batch, width of store + 8)</td><td>0</td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 2)</td><td>(batch, 2)</td><td>2 V of region</td></tr>
 *   <tr><td>joined</td><td>join of history, store, region</td><td>(batch, time, width of history + width of store + 10)</td><td>0</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64)</td><td>(batch, time, 64)</td><td>192 per feature of history + 192 per feature of store + 14,592</td></tr>
 *   <tr><td>last</td><td>final state</td><td>(batch, 64)</td><td>0</td></tr>
 *   <tr><td>joined2</td><td>join of history, planned</td><td>(batch, time, width of planned + 64)</td><td>0</td></tr>
 *   <tr><td>hidden</td><td>@Dense(hidden = 32)</td><td>(batch, time, 32)</td><td>32 per feature of planned + 2,080</td></tr>
 *   <tr><td>dense</td><td>@Dense(hidden = 32)</td><td>(batch, time, 1)</td><td>33</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DemandNetwork extends FeatureNetwork {
  final EmbeddingLayer idEmbedding;
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final PoolLayer last;
  final DenseLayer hidden;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param historyWidth the number of features of {@code history}
   * @param storeWidth the number of features of {@code store}
   * @param storeIdSymbols the size of the vocabulary of {@code store.id}
   * @param plannedWidth the number of features of {@code planned}
   * @param regionSymbols the size of the vocabulary of {@code region}
   */
  DemandNetwork(
      int historyWidth, int storeWidth, int storeIdSymbols, int plannedWidth, int regionSymbols) {
    idEmbedding =
        add(
            EmbeddingLayer.builder("idEmbedding")
                .setVocabulary(storeIdSymbols)
                .setSize(8)
                .optTokensOf("store.id")
                .build());
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(regionSymbols)
                .setSize(2)
                .optTokensOf("region")
                .build());
    gru =
        add(GruLayer.builder("gru").setInputs(historyWidth + storeWidth + 10).setUnits(64).build());
    last = add(new PoolLayer("last", Pooling.LAST));
    hidden =
        add(
            DenseLayer.builder("hidden")
                .setInputs(plannedWidth + 64)
                .setUnits(32)
                .optActivation(Activation.RELU)
                .build());
    dense = add(DenseLayer.builder("dense").setInputs(32).setUnits(1).optStartAtZero().build());
    reads(gru, Reads.features("history").andFeatures("store").andOthers(8).andOthers(2));
    reads(hidden, Reads.features("planned").andOthers(64));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Demand")
        .input(
            "history",
            "steps of (date calendar(DAY_OF_WEEK DAY_OF_YEAR), sold number(WINDOW), "
                + "open flag)")
        .input("store", "(id category, area number(STANDARD))")
        .input("planned", "steps of (open flag)")
        .input("region", "symbol of Region")
        .layer("idEmbedding", "Embedding(size = 8)")
        .layer("embedding", "Embedding(size = 2)")
        .layer("gru", "GRU(units = 64)")
        .layer("last", "Pool(LAST)")
        .layer("hidden", "Dense(units = 32, activation = RELU)")
        .layer("dense", "Dense")
        .output("expected", "forecast(of = sold, scaling = WINDOW, stepByStep = true)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param history its steps
   * @param store one vector a row
   * @param planned its steps
   * @param region one vector a row
   * @return <ul>
   *   <li>expected: at each real step, row after row, the next values, on the scale that they are
   * learned on
   * </ul>
   */
  NDList forward(
      Pass pass, StepBatch history, StepBatch store, StepBatch planned, StepBatch region) {
    NDArray idEmbeddingVector = idEmbedding.forward(pass, store.symbol(0));
    NDArray storeJoinedVector = Sequences.joinVectors(store.vector(), idEmbeddingVector);
    NDArray embeddingVector = embedding.forward(pass, region.symbol(0));
    Sequences joinedSteps = history.features().join(storeJoinedVector).join(embeddingVector);
    Sequences gruSteps = gru.forward(pass, joinedSteps);
    NDArray lastVector = last.forward(pass, gruSteps);
    Sequences joined2Steps = planned.features().join(lastVector);
    Sequences hiddenSteps = hidden.forward(pass, joined2Steps);
    NDArray expectedScores = dense.forward(pass, hiddenSteps).real();
    return new NDList(expectedScores);
  }
}
