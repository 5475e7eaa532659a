package machines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Activation;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.GruLayer;
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
 * The network of {@link Machines}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>readings</td><td>sequence</td><td>(batch, time, width of readings)</td><td></td></tr>
 *   <tr><td>readings.site</td><td>sequence</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>siteEmbedding</td><td>@Embedding(size = 4)</td><td>(batch, time, 4)</td><td>4 V</td></tr>
 *   <tr><td>readingsJoined</td><td>join of readings, site</td><td>(batch, time, width of readings + 4)</td><td>0</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 32), final state</td><td>(batch, 32)</td><td>96 per feature of readings + 3,648</td></tr>
 *   <tr><td>conditionDense</td><td>@Dense</td><td>(batch, constants of Condition)</td><td>33 per constant</td></tr>
 *   <tr><td>remainingHidden</td><td>@Dense(hidden = 16)</td><td>(batch, 16)</td><td>528</td></tr>
 *   <tr><td>remainingDense</td><td>@Dense(hidden = 16)</td><td>(batch, 1)</td><td>17</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class MachinesNetwork extends StepNetwork {
  final EmbeddingLayer siteEmbedding;
  final GruLayer gru;
  final DenseLayer conditionDense;
  final DenseLayer remainingHidden;
  final DenseLayer remainingDense;

  /**
   * Creates the layers.
   *
   * @param readingsWidth the number of features of {@code readings}
   * @param readingsSiteSymbols the size of the vocabulary of {@code readings.site}
   * @param classes the number of constants of {@link Condition}
   */
  MachinesNetwork(int readingsWidth, int readingsSiteSymbols, int classes) {
    siteEmbedding =
        add(
            EmbeddingLayer.builder("siteEmbedding")
                .setVocabulary(readingsSiteSymbols)
                .setSize(4)
                .optTokensOf("readings.site")
                .build());
    gru = add(GruLayer.builder("gru").setInputs(readingsWidth + 4).setUnits(32).build());
    conditionDense =
        add(
            DenseLayer.builder("conditionDense")
                .setInputs(32)
                .setUnits(classes)
                .optUnitsOf("condition")
                .build());
    remainingHidden =
        add(
            DenseLayer.builder("remainingHidden")
                .setInputs(32)
                .setUnits(16)
                .optActivation(Activation.RELU)
                .build());
    remainingDense = add(DenseLayer.builder("remainingDense").setInputs(16).setUnits(1).build());
    reads(gru, Reads.features("readings").andOthers(4));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Machines")
        .input(
            "readings",
            "steps of (load number(LOG), engine (rpm number(STANDARD), "
                + "oil number(STANDARD, missing LAST)), day one-hot DayOfWeek, site category, "
                + "humidity number(STANDARD, missing ZERO), at elapsed)")
        .layer("siteEmbedding", "Embedding(size = 4)")
        .layer("gru", "GRU(units = 32)")
        .layer("conditionDense", "Dense")
        .layer("remainingHidden", "Dense(units = 16, activation = RELU)")
        .layer("remainingDense", "Dense")
        .output("condition", "enum")
        .output("remaining", "number(scaling = STANDARD)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param readings its steps
   * @return <ul>
   *   <li>condition: of each row the score of each class
   *   <li>remaining: of each row the number, on the scale that it is learned on
   * </ul>
   */
  NDList forward(Pass pass, StepBatch readings) {
    return forward(pass, readings, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param readings its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>condition: of each row the score of each class
   *   <li>remaining: of each row the number, on the scale that it is learned on
   * </ul>
   */
  NDList forward(Pass pass, StepBatch readings, StreamState state) {
    Sequences siteEmbeddingSteps = siteEmbedding.forward(pass, readings.symbols(0));
    Sequences readingsJoinedSteps =
        Sequences.join(List.of("readings", "site"), readings.features(), siteEmbeddingSteps);
    NDArray gruVector = gru.finalState(pass, readingsJoinedSteps, state);
    NDArray conditionScores = conditionDense.forward(pass, gruVector);
    NDArray remainingHiddenVector = remainingHidden.forward(pass, gruVector);
    NDArray remainingScores = remainingDense.forward(pass, remainingHiddenVector);
    return new NDList(conditionScores, remainingScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }

  @Override
  public Optional<FeatureLayers> stepLayers() {
    return FeatureLayers.reading()
        .features(0)
        .embedding(0, 0, siteEmbedding)
        .recurrent(gru)
        .head(conditionDense)
        .head(remainingHidden, remainingDense)
        .build();
  }
}
