package nested;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.PoolLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Desk.Router}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>network</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 32)</td><td>(batch, time, 32)</td><td>32 V</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 32)</td><td>(batch, time, 32)</td><td>6,336</td></tr>
 *   <tr><td>pool</td><td>@Pool(MEAN)</td><td>(batch, 32)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, constants of Queue)</td><td>33 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class Desk_RouterNetwork extends CausalNetwork {
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final PoolLayer pool;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param networkVocabulary the size of the vocabulary of {@code network}
   * @param classes the number of constants of {@link Desk.Queue}
   */
  Desk_RouterNetwork(int networkVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(networkVocabulary)
                .setSize(32)
                .optTokensOf("network")
                .build());
    gru = add(GruLayer.builder("gru").setInputs(32).setUnits(32).build());
    pool = add(new PoolLayer("pool", Pooling.MEAN));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(32)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Desk.Router")
        .input("network", "text(tokens = WORDS, lowercase = true)")
        .layer("embedding", "Embedding(size = 32)")
        .layer("gru", "GRU(units = 32)")
        .layer("pool", "Pool(MEAN)")
        .layer("dense", "Dense")
        .output("expected", "enum")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns the score of each class.
   *
   * @param network tokens (batch, time)
   * @param stream what the layers remember; becomes that after the last step
   * @return (batch, constants of Queue), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch network, StreamState stream) {
    Sequences networkSteps = embedding.forward(pass, network);
    networkSteps = gru.forward(pass, networkSteps, stream);
    NDArray pooled = pool.forward(pass, networkSteps, stream);
    return dense.forward(pass, pooled);
  }
}
