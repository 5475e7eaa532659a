package listener;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.ConvolutionLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Listener}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>speech</td><td>sound</td><td>(batch, time, width of speech)</td><td></td></tr>
 *   <tr><td>convolution</td><td>@Convolution(filters = 64, kernel = 5, stride = 2)</td><td>(batch, time / 2, 64)</td><td>320 per feature of speech + 64</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 96)</td><td>(batch, time / 2, 96)</td><td>46,656</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time / 2, vocabulary of expected)</td><td>97 V</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class ListenerNetwork extends StepNetwork {
  final ConvolutionLayer convolution;
  final GruLayer gru;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param speechWidth the number of features of {@code speech}
   * @param expectedVocabulary the size of the vocabulary of {@code expected}
   */
  ListenerNetwork(int speechWidth, int expectedVocabulary) {
    convolution =
        add(
            ConvolutionLayer.builder("convolution")
                .setInputs(speechWidth)
                .setFilters(64)
                .setKernel(5)
                .optStride(2)
                .optActivation(Activation.RELU)
                .build());
    gru = add(GruLayer.builder("gru").setInputs(64).setUnits(96).build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(96)
                .setUnits(expectedVocabulary)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Listener")
        .input("speech", "audio(rate = 16000, bands = 80, window = 0.025, hop = 0.01)")
        .layer(
            "convolution",
            "Convolution(filters = 64, kernel = 5, stride = 2, pool = 1, activation = RELU)")
        .layer("gru", "GRU(units = 96)")
        .layer("dense", "Dense")
        .output("expected", "text(tokens = CHARACTERS, lowercase = false)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param speech its steps
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of the blank and of each token
   * </ul>
   */
  NDList forward(Pass pass, StepBatch speech) {
    return forward(pass, speech, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param speech its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of the blank and of each token
   * </ul>
   */
  NDList forward(Pass pass, StepBatch speech, StreamState state) {
    Sequences convolutionSteps = convolution.forward(pass, speech.features(), state);
    Sequences gruSteps = gru.forward(pass, convolutionSteps, state);
    NDArray expectedScores = dense.forward(pass, gruSteps).real();
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }
}
