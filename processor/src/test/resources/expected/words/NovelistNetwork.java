package words;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Novelist}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>stream</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 32)</td><td>(batch, time, 32)</td><td>32 V</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 48)</td><td>(batch, time, 48)</td><td>11,808</td></tr>
 *   <tr><td>dense</td><td>@Dense(units = 24, activation = TANH)</td><td>(batch, time, 24)</td><td>1,176</td></tr>
 *   <tr><td>recurrent</td><td>@Recurrent(units = 32)</td><td>(batch, time, 32)</td><td>1,856</td></tr>
 *   <tr><td>dense2</td><td>@Dense</td><td>(batch, time, vocabulary of stream)</td><td>33 V</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class NovelistNetwork extends LanguageNetwork {
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final DenseLayer dense;
  final RnnLayer recurrent;
  final DenseLayer dense2;

  /**
   * Creates the layers.
   *
   * @param streamVocabulary the size of the vocabulary of {@code stream}
   */
  NovelistNetwork(int streamVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(streamVocabulary)
                .setSize(32)
                .optTokensOf("stream")
                .optDeviation(1.0)
                .build());
    gru = add(GruLayer.builder("gru").setInputs(32).setUnits(48).build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(48)
                .setUnits(24)
                .optActivation(Activation.TANH)
                .build());
    recurrent = add(RnnLayer.builder("recurrent").setInputs(24).setUnits(32).build());
    dense2 =
        add(
            DenseLayer.builder("dense2")
                .setInputs(32)
                .setUnits(streamVocabulary)
                .optUnitsOf("stream")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Novelist")
        .input("stream", "text(tokens = WORDS, lowercase = true)")
        .layer("embedding", "Embedding(size = 32)")
        .layer("gru", "GRU(units = 48)")
        .layer("dense", "Dense(units = 24, activation = TANH)")
        .layer("recurrent", "Recurrent(units = 32)")
        .layer("dense2", "Dense")
        .output("expected", "next token")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns the score of each token to come next.
   *
   * @param stream tokens (batch, time)
   * @param state of the recurrent layers; becomes that after the last step
   * @return (batch, time, vocabulary of stream), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch stream, StreamState state) {
    Sequences streamSteps = embedding.forward(pass, stream);
    streamSteps = gru.forward(pass, streamSteps, state);
    streamSteps = dense.forward(pass, streamSteps);
    streamSteps = recurrent.forward(pass, streamSteps, state);
    return dense2.forward(pass, streamSteps).values();
  }
}
