package tokens;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Pooling;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.PoolLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link CommandFilter}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>parts</td><td>tokens</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 16)</td><td>(batch, time, 16)</td><td>16 V</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 32)</td><td>(batch, time, 32)</td><td>6,400</td></tr>
 *   <tr><td>pool</td><td>@Pool(MAX)</td><td>(batch, 32)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense(units = 8)</td><td>(batch, 8)</td><td>264</td></tr>
 *   <tr><td>dense2</td><td>@Dense</td><td>(batch, 1)</td><td>9</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class CommandFilterNetwork extends CausalNetwork {
  final EmbeddingLayer embedding;
  final LstmLayer lstm;
  final PoolLayer pool;
  final DenseLayer dense;
  final DenseLayer dense2;

  /**
   * Creates the layers.
   *
   * @param partsVocabulary the size of the vocabulary of {@code parts}
   */
  CommandFilterNetwork(int partsVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(partsVocabulary)
                .setSize(16)
                .optTokensOf("parts")
                .build());
    lstm = add(LstmLayer.builder("lstm").setInputs(16).setUnits(32).build());
    pool = add(new PoolLayer("pool", Pooling.MAX));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(32)
                .setUnits(8)
                .optActivation(Activation.RELU)
                .build());
    dense2 = add(DenseLayer.builder("dense2").setInputs(8).setUnits(1).build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("CommandFilter")
        .input("parts", "tokens")
        .layer("embedding", "Embedding(size = 16)")
        .layer("lstm", "LSTM(units = 32)")
        .layer("pool", "Pool(MAX)")
        .layer("dense", "Dense(units = 8, activation = RELU)")
        .layer("dense2", "Dense")
        .output("expected", "boolean")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns the score of true.
   *
   * @param parts tokens (batch, time)
   * @param stream what the layers remember; becomes that after the last step
   * @return (batch, 1), before the sigmoid
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch parts, StreamState stream) {
    Sequences partsSteps = embedding.forward(pass, parts);
    partsSteps = lstm.forward(pass, partsSteps, stream);
    NDArray pooled = pool.forward(pass, partsSteps, stream);
    pooled = dense.forward(pass, pooled);
    return dense2.forward(pass, pooled);
  }
}
