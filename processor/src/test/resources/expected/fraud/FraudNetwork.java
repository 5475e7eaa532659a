package fraud;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.FeatureLayers;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Fraud}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>card</td><td>sequence</td><td>(batch, time, width of card)</td><td></td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 64)</td><td>(batch, time, 64)</td><td>256 per feature of card + 16,896</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.2)</td><td>(batch, time, 64)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, 1)</td><td>65</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class FraudNetwork extends StepNetwork {
  final LstmLayer lstm;
  final DropoutLayer dropout;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param cardWidth the number of features of {@code card}
   */
  FraudNetwork(int cardWidth) {
    lstm = add(LstmLayer.builder("lstm").setInputs(cardWidth).setUnits(64).build());
    dropout = add(new DropoutLayer("dropout", 0.2));
    dense = add(DenseLayer.builder("dense").setInputs(64).setUnits(1).build());
    reads(lstm, Reads.features("card"));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Fraud")
        .input("card", "steps of (amount number(LOG), abroad flag, at elapsed)")
        .layer("lstm", "LSTM(units = 64)")
        .layer("dense", "Dense")
        .output("expected", "boolean")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param card its steps
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of true
   * </ul>
   */
  NDList forward(Pass pass, StepBatch card) {
    return forward(pass, card, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param card its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of true
   * </ul>
   */
  NDList forward(Pass pass, StepBatch card, StreamState state) {
    Sequences lstmSteps = lstm.forward(pass, card.features(), state);
    Sequences dropoutSteps = dropout.forward(pass, lstmSteps);
    NDArray expectedScores = dense.forward(pass, dropoutSteps).real();
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }

  @Override
  public Optional<FeatureLayers> stepLayers() {
    return FeatureLayers.reading().features(0).recurrent(lstm).head(dense).build();
  }
}
