package characters;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.layer.AttentionPoolLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TokenNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link LanguageModel}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>line</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 24)</td><td>(batch, time, 24)</td><td>24 V</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.2)</td><td>(batch, time, 24)</td><td>0</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = {96, 64}, dropout = 0.1)</td><td>(batch, time, 64)</td><td>66,240</td></tr>
 *   <tr><td>pool</td><td>@Pool(ATTENTION)</td><td>(batch, 64)</td><td>4,224</td></tr>
 *   <tr><td>hidden</td><td>@Dense(hidden = {48, 24}, activation = TANH)</td><td>(batch, 48)</td><td>3,120</td></tr>
 *   <tr><td>hidden2</td><td>@Dense(hidden = {48, 24}, activation = TANH)</td><td>(batch, 24)</td><td>1,176</td></tr>
 *   <tr><td>dense</td><td>@Dense(hidden = {48, 24}, activation = TANH)</td><td>(batch, constants of Language)</td><td>25 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class LanguageModelNetwork extends TokenNetwork {
  final EmbeddingLayer embedding;
  final DropoutLayer dropout;
  final GruLayer gru;
  final AttentionPoolLayer pool;
  final DenseLayer hidden;
  final DenseLayer hidden2;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param lineVocabulary the size of the vocabulary of {@code line}
   * @param classes the number of constants of {@link Language}
   */
  LanguageModelNetwork(int lineVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(lineVocabulary)
                .setSize(24)
                .optTokensOf("line")
                .build());
    dropout = add(new DropoutLayer("dropout", 0.2));
    gru = add(GruLayer.builder("gru").setInputs(24).setUnits(96, 64).optDropout(0.1).build());
    pool = add(new AttentionPoolLayer("pool", 64));
    hidden =
        add(
            DenseLayer.builder("hidden")
                .setInputs(64)
                .setUnits(48)
                .optActivation(Activation.TANH)
                .build());
    hidden2 =
        add(
            DenseLayer.builder("hidden2")
                .setInputs(48)
                .setUnits(24)
                .optActivation(Activation.TANH)
                .build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(24)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("LanguageModel")
        .input("line", "text(tokens = CHARACTERS, language = en, lowercase = true)")
        .layer("embedding", "Embedding(size = 24)")
        .layer("gru", "GRU(units = {96, 64})")
        .layer("pool", "Pool(ATTENTION)")
        .layer("hidden", "Dense(units = 48, activation = TANH)")
        .layer("hidden2", "Dense(units = 24, activation = TANH)")
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
   * @param line tokens (batch, time)
   * @return (batch, constants of Language), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch line) {
    Sequences lineSteps = embedding.forward(pass, line);
    lineSteps = dropout.forward(pass, lineSteps);
    lineSteps = gru.forward(pass, lineSteps);
    NDArray pooled = pool.forward(pass, lineSteps);
    pooled = hidden.forward(pass, pooled);
    pooled = hidden2.forward(pass, pooled);
    return dense.forward(pass, pooled);
  }
}
