package forecast;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link LoadForecaster}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>history</td><td>sequence</td><td>(batch, time, width of history)</td><td></td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 64), final state</td><td>(batch, 64)</td><td>192 per feature of history + 12,672</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, horizon of expected)</td><td>65 per step of the horizon</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class LoadForecasterNetwork extends FeatureNetwork {
  final GruLayer gru;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param historyWidth the number of features of {@code history}
   * @param expectedSize the number of scores of a forecast
   */
  LoadForecasterNetwork(int historyWidth, int expectedSize) {
    gru = add(GruLayer.builder("gru").setInputs(historyWidth).setUnits(64).build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(64)
                .setUnits(expectedSize)
                .optStartAtZero()
                .build());
    reads(gru, Reads.features("history"));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("LoadForecaster")
        .input(
            "history",
            "steps of (at calendar(HOUR_OF_DAY DAY_OF_WEEK DAY_OF_YEAR), "
                + "load number(WINDOW), temperature number(STANDARD))")
        .layer("gru", "GRU(units = 64)")
        .layer("dense", "Dense")
        .output("expected", "forecast(of = load, scaling = WINDOW)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param history its steps
   * @return <ul>
   *   <li>expected: of each row the next values, on the scale that they are learned on
   * </ul>
   */
  NDList forward(Pass pass, StepBatch history) {
    NDArray gruVector = gru.finalState(pass, history.features());
    NDArray expectedScores = dense.forward(pass, gruVector);
    return new NDList(expectedScores);
  }
}
