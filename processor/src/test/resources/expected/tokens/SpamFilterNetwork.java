package tokens;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TokenNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link SpamFilter}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>words</td><td>tokens</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 16)</td><td>(batch, time, 16)</td><td>16 V</td></tr>
 *   <tr><td>recurrent</td><td>@Recurrent(units = 32, direction = BACKWARD, activation = RELU), final state</td><td>(batch, 32)</td><td>1,600</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, 1)</td><td>33</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpamFilterNetwork extends TokenNetwork {
  final EmbeddingLayer embedding;
  final RnnLayer recurrent;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param wordsVocabulary the size of the vocabulary of {@code words}
   */
  SpamFilterNetwork(int wordsVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(wordsVocabulary)
                .setSize(16)
                .optTokensOf("words")
                .build());
    recurrent =
        add(
            RnnLayer.builder("recurrent")
                .setInputs(16)
                .setUnits(32)
                .optDirection(Direction.BACKWARD)
                .optActivation(Activation.RELU)
                .build());
    dense = add(DenseLayer.builder("dense").setInputs(32).setUnits(1).build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("SpamFilter")
        .input("words", "tokens")
        .layer("embedding", "Embedding(size = 16)")
        .layer("recurrent", "Recurrent(units = 32, direction = BACKWARD, activation = RELU)")
        .layer("dense", "Dense")
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
   * @param words tokens (batch, time)
   * @return (batch, 1), before the sigmoid
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch words) {
    Sequences wordsSteps = embedding.forward(pass, words);
    NDArray state = recurrent.finalState(pass, wordsSteps);
    return dense.forward(pass, state);
  }
}
