package dialect;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.Bridge;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.EncoderStates;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.LayerNormLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Dialect}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>state</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 64, tied = false)</td><td>(batch, time, 64)</td><td>64 V</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64)</td><td>(batch, time, 64)</td><td>24,960</td></tr>
 *   <tr><td>gru2</td><td>@GRU(units = {64, 48}), final state</td><td>(batch, 48)</td><td>41,376</td></tr>
 *   <tr><td>bridge</td><td>from the final state of gru2 to the first of gru3, recurrent</td><td>(batch, 48), (batch, 32)</td><td>4,688</td></tr>
 *   <tr><td>expected</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 64, tied = false)</td><td>(batch, time, 64)</td><td>64 V</td></tr>
 *   <tr><td>layerNorm</td><td>@LayerNorm</td><td>(batch, time, 64)</td><td>128</td></tr>
 *   <tr><td>gru3</td><td>@GRU(units = 48)</td><td>(batch, time, 48)</td><td>16,416</td></tr>
 *   <tr><td>recurrent</td><td>@Recurrent(units = 32)</td><td>(batch, time, 32)</td><td>2,624</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, vocabulary of state)</td><td>33 V</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DialectNetwork extends TranslationNetwork {
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final GruLayer gru2;
  final Bridge bridge;
  final LayerNormLayer layerNorm;
  final GruLayer gru3;
  final RnnLayer recurrent;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param stateVocabulary the size of the vocabulary of {@code state}
   */
  DialectNetwork(int stateVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(stateVocabulary)
                .setSize(64)
                .optTokensOf("state")
                .optDeviation(0.3)
                .build());
    gru = add(GruLayer.builder("gru").setInputs(64).setUnits(64).build());
    gru2 = add(GruLayer.builder("gru2").setInputs(64).setUnits(64, 48).build());
    layerNorm = add(new LayerNormLayer("layerNorm", 64));
    gru3 = add(GruLayer.builder("gru3").setInputs(64).setUnits(48).build());
    recurrent = add(RnnLayer.builder("recurrent").setInputs(48).setUnits(32).build());
    bridge = add(new Bridge("bridge", gru2, gru3, recurrent));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(32)
                .setUnits(stateVocabulary)
                .optUnitsOf("state")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Dialect")
        .input("state", "text(tokens = WORDS, language = de, lowercase = false)")
        .layer("embedding", "Embedding(size = 64)")
        .layer("gru", "GRU(units = 64)")
        .layer("gru2", "GRU(units = {64, 48})")
        .layer("layerNorm", "LayerNorm")
        .layer("gru3", "GRU(units = 48)")
        .layer("recurrent", "Recurrent(units = 32)")
        .layer("dense", "Dense")
        .output("expected", "text of state")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Reads texts.
   *
   * @param state tokens (batch, time)
   */
  @Override
  public Encoding encode(Pass pass, TokenBatch state) {
    Sequences stateSteps = embedding.forward(pass, state);
    stateSteps = gru.forward(pass, stateSteps);
    EncoderStates states = gru2.encode(pass, stateSteps);
    return Encoding.of(bridge.start(pass, states));
  }

  /**
   * Reads what is written up to the output layer.
   *
   * @param encoding what was read
   * @param expected tokens (batch, time), beginning with 0
   * @param state_ of the decoder; becomes that after the last step
   * @return what the next tokens are scored by, (real steps, features)
   */
  @Override
  public NDArray decode(Pass pass, Encoding encoding, TokenBatch expected, StreamState state_) {
    Sequences steps = embedding.forward(pass, expected);
    steps = layerNorm.forward(pass, steps);
    steps = gru3.forward(pass, steps, state_);
    steps = recurrent.forward(pass, steps, state_);
    return steps.real();
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
  }
}
