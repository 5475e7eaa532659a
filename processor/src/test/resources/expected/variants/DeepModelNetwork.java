package variants;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LayerNormLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.CausalNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link DeepModel}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>text</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 32)</td><td>(batch, time, 32)</td><td>32 V</td></tr>
 *   <tr><td>layerNorm</td><td>@LayerNorm</td><td>(batch, time, 32)</td><td>64</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = {64, 64}, forgetBias = 2.0, peephole = true, residual = true, dropout = 0.1), residual from its second layer</td><td>(batch, time, 64)</td><td>58,752</td></tr>
 *   <tr><td></td><td colspan="3">step by step in training and prediction: no fused kernel has gates that see the cell</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64, residual = true, initialState = LEARNED, recurrentDropout = 0.25), final state</td><td>(batch, 64)</td><td>25,024</td></tr>
 *   <tr><td></td><td colspan="3">step by step in training: no fused kernel drops what is fed back; prediction drops nothing and has one</td></tr>
 *   <tr><td>layerNorm2</td><td>@LayerNorm</td><td>(batch, 64)</td><td>128</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, constants of Verdict)</td><td>65 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DeepModelNetwork extends CausalNetwork {
  final EmbeddingLayer embedding;
  final LayerNormLayer layerNorm;
  final LstmLayer lstm;
  final GruLayer gru;
  final LayerNormLayer layerNorm2;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param textVocabulary the size of the vocabulary of {@code text}
   * @param classes the number of constants of {@link Verdict}
   */
  DeepModelNetwork(int textVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(textVocabulary)
                .setSize(32)
                .optTokensOf("text")
                .build());
    layerNorm = add(new LayerNormLayer("layerNorm", 32));
    lstm =
        add(
            LstmLayer.builder("lstm")
                .setInputs(32)
                .setUnits(64, 64)
                .optDropout(0.1)
                .optForgetBias(2.0)
                .optPeephole()
                .optResidual()
                .build());
    gru =
        add(
            GruLayer.builder("gru")
                .setInputs(64)
                .setUnits(64)
                .optResidual()
                .optLearnedInitialState()
                .optRecurrentDropout(0.25)
                .build());
    layerNorm2 = add(new LayerNormLayer("layerNorm2", 64));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(64)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("DeepModel")
        .input("text", "text(tokens = WORDS, lowercase = true)")
        .layer("embedding", "Embedding(size = 32)")
        .layer("layerNorm", "LayerNorm")
        .layer("lstm", "LSTM(units = {64, 64}, peephole = true, residual = true)")
        .layer("gru", "GRU(units = 64, residual = true, initialState = LEARNED)")
        .layer("layerNorm2", "LayerNorm")
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
   * @param text tokens (batch, time)
   * @param stream what the layers remember; becomes that after the last step
   * @return (batch, constants of Verdict), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch text, StreamState stream) {
    Sequences textSteps = embedding.forward(pass, text);
    textSteps = layerNorm.forward(pass, textSteps);
    textSteps = lstm.forward(pass, textSteps, stream);
    NDArray state = gru.finalState(pass, textSteps, stream);
    state = layerNorm2.forward(pass, state);
    return dense.forward(pass, state);
  }
}
