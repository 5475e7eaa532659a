package digits;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.ConvolutionLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Digits}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>clip</td><td>sound</td><td>(batch, time, width of clip)</td><td></td></tr>
 *   <tr><td>convolution</td><td>@Convolution(filters = 64, kernel = 5, stride = 2)</td><td>(batch, time / 2, 64)</td><td>320 per feature of clip + 64</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64, direction = BIDIRECTIONAL), final state</td><td>(batch, 128)</td><td>49,920</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.3)</td><td>(batch, 128)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, constants of Digit)</td><td>129 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DigitsNetwork extends FeatureNetwork {
  final ConvolutionLayer convolution;
  final GruLayer gru;
  final DropoutLayer dropout;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param clipWidth the number of features of {@code clip}
   * @param classes the number of constants of {@link Digit}
   */
  DigitsNetwork(int clipWidth, int classes) {
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
                .setUnits(64)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.3));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(128)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Digits")
        .input("clip", "audio(rate = 8000, bands = 40, window = 0.025, hop = 0.01)")
        .layer(
            "convolution",
            "Convolution(filters = 64, kernel = 5, stride = 2, pool = 1, activation = RELU)")
        .layer("gru", "GRU(units = 64, direction = BIDIRECTIONAL)")
        .layer("dense", "Dense")
        .output("expected", "enum")
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
   *   <li>expected: of each row the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch clip) {
    Sequences convolutionSteps = convolution.forward(pass, clip.features());
    NDArray gruVector = gru.finalState(pass, convolutionSteps);
    NDArray dropoutVector = dropout.forward(pass, gruVector);
    NDArray expectedScores = dense.forward(pass, dropoutVector);
    return new NDList(expectedScores);
  }
}
