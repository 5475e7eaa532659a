package regressor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.RnnLayer;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.FeatureLayers;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Regressor}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>values</td><td>series</td><td>(batch, time, width of values)</td><td></td></tr>
 *   <tr><td>recurrent</td><td>@Recurrent(units = 32), final state</td><td>(batch, 32)</td><td>32 per feature of values + 1,088</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, 1)</td><td>33</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class RegressorNetwork extends StepNetwork {
  final RnnLayer recurrent;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param valuesWidth the number of features of {@code values}
   */
  RegressorNetwork(int valuesWidth) {
    recurrent = add(RnnLayer.builder("recurrent").setInputs(valuesWidth).setUnits(32).build());
    dense = add(DenseLayer.builder("dense").setInputs(32).setUnits(1).build());
    reads(recurrent, Reads.features("values"));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Regressor")
        .input("values", "series(STANDARD)")
        .layer("recurrent", "Recurrent(units = 32)")
        .layer("dense", "Dense")
        .output("expected", "number(scaling = STANDARD)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param values its steps
   * @return <ul>
   *   <li>expected: of each row the number, on the scale that it is learned on
   * </ul>
   */
  NDList forward(Pass pass, StepBatch values) {
    return forward(pass, values, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param values its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: of each row the number, on the scale that it is learned on
   * </ul>
   */
  NDList forward(Pass pass, StepBatch values, StreamState state) {
    NDArray recurrentVector = recurrent.finalState(pass, values.features(), state);
    NDArray expectedScores = dense.forward(pass, recurrentVector);
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }

  @Override
  public Optional<FeatureLayers> stepLayers() {
    return FeatureLayers.reading().features(0).recurrent(recurrent).head(dense).build();
  }
}
