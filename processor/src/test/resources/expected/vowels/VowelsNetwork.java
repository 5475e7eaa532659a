package vowels;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Vowels}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>sound</td><td>steps of numbers</td><td>(batch, time, width of sound)</td><td></td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 64, direction = BIDIRECTIONAL), final state</td><td>(batch, 128)</td><td>512 per feature of sound + 33,792</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.2)</td><td>(batch, 128)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, classes of expected)</td><td>129 per class</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class VowelsNetwork extends FeatureNetwork {
  final LstmLayer lstm;
  final DropoutLayer dropout;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param soundWidth the number of features of {@code sound}
   * @param expectedClasses the number of classes of {@code expected} in the training data
   */
  VowelsNetwork(int soundWidth, int expectedClasses) {
    lstm =
        add(
            LstmLayer.builder("lstm")
                .setInputs(soundWidth)
                .setUnits(64)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.2));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(128)
                .setUnits(expectedClasses)
                .optUnitsOf("expected")
                .build());
    reads(lstm, Reads.features("sound"));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Vowels")
        .input("sound", "matrix(STANDARD)")
        .layer("lstm", "LSTM(units = 64, direction = BIDIRECTIONAL)")
        .layer("dense", "Dense")
        .output("expected", "category")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param sound its steps
   * @return <ul>
   *   <li>expected: of each row the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch sound) {
    NDArray lstmVector = lstm.finalState(pass, sound.features());
    NDArray dropoutVector = dropout.forward(pass, lstmVector);
    NDArray expectedScores = dense.forward(pass, dropoutVector);
    return new NDList(expectedScores);
  }
}
