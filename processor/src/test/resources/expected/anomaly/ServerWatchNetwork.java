package anomaly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.FeatureLayers;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network of {@link ServerWatch}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>history</td><td>sequence</td><td>(batch, time, width of history)</td><td></td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 32), final state</td><td>(batch, 32)</td><td>96 per feature of history + 3,264</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, outlook of expected)</td><td>33 per score of the outlook</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class ServerWatchNetwork extends StepNetwork {
  final GruLayer gru;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param historyWidth the number of features of {@code history}
   * @param expectedSize the number of scores that foretell
   */
  ServerWatchNetwork(int historyWidth, int expectedSize) {
    gru = add(GruLayer.builder("gru").setInputs(historyWidth).setUnits(32).build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(32)
                .setUnits(expectedSize)
                .optStartAtZero()
                .build());
    reads(gru, Reads.features("history"));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("ServerWatch")
        .input(
            "history",
            "steps of (at calendar(HOUR_OF_DAY DAY_OF_WEEK DAY_OF_YEAR), "
                + "load number(STANDARD), queue number(STANDARD, missing ZERO), "
                + "plan one-hot DayOfWeek)")
        .layer("gru", "GRU(units = 32)")
        .layer("dense", "Dense")
        .output("expected", "anomaly(numbers = load queue, symbols = plan)")
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
   *   <li>expected: of each row what the next steps are foretold to be
   * </ul>
   */
  NDList forward(Pass pass, StepBatch history) {
    return forward(pass, history, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param history its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: of each row what the next steps are foretold to be
   * </ul>
   */
  NDList forward(Pass pass, StepBatch history, StreamState state) {
    NDArray gruVector = gru.finalState(pass, history.features(), state);
    NDArray expectedScores = dense.forward(pass, gruVector);
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }

  @Override
  public Optional<FeatureLayers> stepLayers() {
    return FeatureLayers.reading().features(0).recurrent(gru).head(dense).build();
  }
}
