package sentiment;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TokenNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link SentimentModel}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>review</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 64)</td><td>(batch, time, 64)</td><td>64 V</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 128, direction = BIDIRECTIONAL), final state</td><td>(batch, 256)</td><td>198,656</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.5)</td><td>(batch, 256)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, constants of Sentiment)</td><td>257 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SentimentModelNetwork extends TokenNetwork {
  final EmbeddingLayer embedding;
  final LstmLayer lstm;
  final DropoutLayer dropout;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param reviewVocabulary the size of the vocabulary of {@code review}
   * @param classes the number of constants of {@link Sentiment}
   */
  SentimentModelNetwork(int reviewVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(reviewVocabulary)
                .setSize(64)
                .optTokensOf("review")
                .build());
    lstm =
        add(
            LstmLayer.builder("lstm")
                .setInputs(64)
                .setUnits(128)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.5));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(256)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("SentimentModel")
        .input("review", "text(tokens = WORDS, lowercase = true)")
        .layer("embedding", "Embedding(size = 64)")
        .layer("lstm", "LSTM(units = 128, direction = BIDIRECTIONAL)")
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
   * @param review tokens (batch, time)
   * @return (batch, constants of Sentiment), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch review) {
    Sequences reviewSteps = embedding.forward(pass, review);
    NDArray state = lstm.finalState(pass, reviewSteps);
    state = dropout.forward(pass, state);
    return dense.forward(pass, state);
  }
}
