package variants;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.JordanLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TokenNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link JordanModel}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>text</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 32)</td><td>(batch, time, 32)</td><td>32 V</td></tr>
 *   <tr><td>recurrent</td><td>@Recurrent(units = 24, feedback = OUTPUT, direction = BACKWARD, activation = RELU)</td><td>(batch, time, 24)</td><td>1,200</td></tr>
 *   <tr><td></td><td colspan="3">step by step in training and prediction: no fused kernel feeds back what another layer gives</td></tr>
 *   <tr><td>hidden</td><td>@Dense(units = 16, hidden = 20, activation = SIGMOID)</td><td>(batch, time, 20)</td><td>500</td></tr>
 *   <tr><td>dense</td><td>@Dense(units = 16, hidden = 20, activation = SIGMOID)</td><td>(batch, time, 16)</td><td>336</td></tr>
 *   <tr><td>recurrent2</td><td>@Recurrent(units = 64, feedback = OUTPUT, recurrentDropout = 0.0), final state</td><td>(batch, 64)</td><td>64 per constant + 1,152</td></tr>
 *   <tr><td></td><td colspan="3">step by step in training and prediction: no fused kernel feeds back what another layer gives</td></tr>
 *   <tr><td>dense2</td><td>@Dense</td><td>(batch, constants of Verdict)</td><td>65 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class JordanModelNetwork extends TokenNetwork {
  final EmbeddingLayer embedding;
  final JordanLayer recurrent;
  final DenseLayer hidden;
  final DenseLayer dense;
  final JordanLayer recurrent2;
  final DenseLayer dense2;

  /**
   * Creates the layers.
   *
   * @param textVocabulary the size of the vocabulary of {@code text}
   * @param classes the number of constants of {@link Verdict}
   */
  JordanModelNetwork(int textVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(textVocabulary)
                .setSize(32)
                .optTokensOf("text")
                .build());
    recurrent =
        add(
            JordanLayer.builder("recurrent")
                .setInputs(32)
                .setUnits(24)
                .setOutputs(16)
                .optDirection(Direction.BACKWARD)
                .optActivation(Activation.RELU)
                .build());
    hidden =
        add(
            DenseLayer.builder("hidden")
                .setInputs(24)
                .setUnits(20)
                .optActivation(Activation.SIGMOID)
                .build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(20)
                .setUnits(16)
                .optActivation(Activation.SIGMOID)
                .build());
    recurrent2 =
        add(
            JordanLayer.builder("recurrent2")
                .setInputs(16)
                .setUnits(64)
                .setOutputs(classes)
                .optRecurrentDropout(0.0)
                .build());
    dense2 =
        add(
            DenseLayer.builder("dense2")
                .setInputs(64)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("JordanModel")
        .input("text", "text(tokens = WORDS, lowercase = true)")
        .layer("embedding", "Embedding(size = 32)")
        .layer(
            "recurrent",
            "Recurrent(units = 24, direction = BACKWARD, activation = RELU, feedback = OUTPUT)")
        .layer("hidden", "Dense(units = 20, activation = SIGMOID)")
        .layer("dense", "Dense(units = 16, activation = SIGMOID)")
        .layer("recurrent2", "Recurrent(units = 64, feedback = OUTPUT)")
        .layer("dense2", "Dense")
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
   * @return (batch, constants of Verdict), before the softmax
   */
  @Override
  public NDArray forward(Pass pass, TokenBatch text) {
    Sequences textSteps = embedding.forward(pass, text);
    textSteps = recurrent.forward(pass, textSteps, hidden, dense);
    textSteps = hidden.forward(pass, textSteps);
    textSteps = dense.forward(pass, textSteps);
    NDArray state = recurrent2.finalState(pass, textSteps, dense2);
    return dense2.forward(pass, state);
  }
}
