package clips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.BatchNormLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.PictureConvolutionLayer;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Clips}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>frames</td><td>pictures</td><td>(batch, time, 3 × 24 × 32)</td><td></td></tr>
 *   <tr><td>convolution</td><td>@Convolution(filters = 8, kernel = 5, stride = 2, activation = NONE)</td><td>(batch, time, 8 × 12 × 16)</td><td>608</td></tr>
 *   <tr><td>batchNorm</td><td>@BatchNorm</td><td>(batch, time, 8 × 12 × 16)</td><td>32</td></tr>
 *   <tr><td>convolution2</td><td>@Convolution(filters = 16, pool = 2)</td><td>(batch, time, 16 × 6 × 8)</td><td>1,168</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64), final state</td><td>(batch, 64)</td><td>160,128</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, constants of Motion)</td><td>65 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class ClipsNetwork extends StepNetwork {
  final PictureConvolutionLayer convolution;
  final BatchNormLayer batchNorm;
  final PictureConvolutionLayer convolution2;
  final GruLayer gru;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param classes the number of constants of {@link Motion}
   */
  ClipsNetwork(int classes) {
    convolution =
        add(
            PictureConvolutionLayer.builder("convolution")
                .setPictures(3, 24, 32)
                .setFilters(8)
                .setKernel(5)
                .optStride(2)
                .build());
    batchNorm = add(new BatchNormLayer("batchNorm", 8));
    convolution2 =
        add(
            PictureConvolutionLayer.builder("convolution2")
                .setPictures(8, 12, 16)
                .setFilters(16)
                .setKernel(3)
                .optPool(2)
                .optActivation(Activation.RELU)
                .build());
    gru = add(GruLayer.builder("gru").setInputs(768).setUnits(64).build());
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
    return Signature.of("Clips")
        .input("frames", "pictures(width = 32, height = 24, channels = 3)")
        .layer(
            "convolution",
            "Convolution(filters = 8, kernel = 5, stride = 2, pool = 1, activation = NONE)")
        .layer("batchNorm", "BatchNorm")
        .layer(
            "convolution2",
            "Convolution(filters = 16, kernel = 3, stride = 1, pool = 2, activation = RELU)")
        .layer("gru", "GRU(units = 64)")
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
   * @param frames its steps
   * @return <ul>
   *   <li>expected: of each row the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch frames) {
    return forward(pass, frames, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param frames its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: of each row the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch frames, StreamState state) {
    Sequences convolutionSteps = convolution.forward(pass, frames.features());
    Sequences batchNormSteps = batchNorm.forward(pass, convolutionSteps);
    Sequences convolution2Steps = convolution2.forward(pass, batchNormSteps);
    NDArray gruVector = gru.finalState(pass, convolution2Steps, state);
    NDArray expectedScores = dense.forward(pass, gruVector);
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }
}
