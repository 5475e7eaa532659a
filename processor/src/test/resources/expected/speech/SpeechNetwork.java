package speech;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.ConvolutionLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Speech}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>clip</td><td>sound</td><td>(batch, time, width of clip)</td><td></td></tr>
 *   <tr><td>convolution</td><td>@Convolution(filters = 64, kernel = 5, stride = 2)</td><td>(batch, time / 2, 64)</td><td>320 per feature of clip + 64</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 96, direction = BIDIRECTIONAL)</td><td>(batch, time / 2, 192)</td><td>93,312</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time / 2, vocabulary of expected)</td><td>193 V</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechNetwork extends FeatureNetwork {
  final ConvolutionLayer convolution;
  final GruLayer gru;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param clipWidth the number of features of {@code clip}
   * @param expectedVocabulary the size of the vocabulary of {@code expected}
   */
  SpeechNetwork(int clipWidth, int expectedVocabulary) {
    convolution =
        add(
            ConvolutionLayer.builder("convolution")
                .setInputs(clipWidth)
                .setFilters(64)
                .setKernel(5)
                .optStride(2)
                .optActivation(Activation.RELU)
                .build());
    gru =
        add(
            GruLayer.builder("gru")
                .setInputs(64)
                .setUnits(96)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(192)
                .setUnits(expectedVocabulary)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Speech")
        .input("clip", "audio(rate = 8000, bands = 40, window = 0.025, hop = 0.01)")
        .layer(
            "convolution",
            "Convolution(filters = 64, kernel = 5, stride = 2, pool = 1, activation = RELU)")
        .layer("gru", "GRU(units = 96, direction = BIDIRECTIONAL)")
        .layer("dense", "Dense")
        .output("expected", "text(tokens = WORDS, lowercase = false)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param clip its steps
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of the blank and of each token
   * </ul>
   */
  NDList forward(Pass pass, StepBatch clip) {
    Sequences convolutionSteps = convolution.forward(pass, clip.features());
    Sequences gruSteps = gru.forward(pass, convolutionSteps);
    NDArray expectedScores = dense.forward(pass, gruSteps).real();
    return new NDList(expectedScores);
  }
}
