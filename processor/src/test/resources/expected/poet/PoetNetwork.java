package poet;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.LanguageNetwork;
import dev.rondo.runtime.layer.network.WritingLayers;
import dev.rondo.runtime.store.Signature;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Poet}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>opening</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 128, tied = true)</td><td>(batch, time, 128)</td><td>128 V</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = {256, 128}, dropout = 0.2)</td><td>(batch, time, 128)</td><td>592,896</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.1)</td><td>(batch, time, 128)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, vocabulary of opening)</td><td>1 V</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class PoetNetwork extends LanguageNetwork {
  final EmbeddingLayer embedding;
  final LstmLayer lstm;
  final DropoutLayer dropout;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param openingVocabulary the size of the vocabulary of {@code opening}
   */
  PoetNetwork(int openingVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(openingVocabulary)
                .setSize(128)
                .optTokensOf("opening")
                .build());
    lstm = add(LstmLayer.builder("lstm").setInputs(128).setUnits(256, 128).optDropout(0.2).build());
    dropout = add(new DropoutLayer("dropout", 0.1));
    dense = add(DenseLayer.tied("dense", embedding));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Poet")
        .input("opening", "text(tokens = CHARACTERS, lowercase = false)")
        .layer("embedding", "Embedding(size = 128, tied = true)")
        .layer("lstm", "LSTM(units = {256, 128})")
        .layer("dense", "Dense")
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
   * @param opening tokens (batch, time)
   * @param state of the recurrent layers; becomes that after the last step
   * @return (batch, time, vocabulary of opening), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch opening, StreamState state) {
    Sequences openingSteps = embedding.forward(pass, opening);
    openingSteps = lstm.forward(pass, openingSteps, state);
    openingSteps = dropout.forward(pass, openingSteps);
    return dense.forward(pass, openingSteps).values();
  }

  @Override
  public Optional<WritingLayers> writingLayers() {
    return WritingLayers.of(embedding, dense, lstm);
  }
}
