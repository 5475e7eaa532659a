package churn;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Reads;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Churn}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>profile</td><td>vector</td><td>(batch, width of profile)</td><td></td></tr>
 *   <tr><td>clicks</td><td>sequence</td><td>(batch, time, width of clicks)</td><td></td></tr>
 *   <tr><td>clicks.page</td><td>sequence</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>pageEmbedding</td><td>@Embedding(size = 16)</td><td>(batch, time, 16)</td><td>16 V</td></tr>
 *   <tr><td>clicksJoined</td><td>join of clicks, page</td><td>(batch, time, width of clicks + 16)</td><td>0</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 64), final state</td><td>(batch, 64)</td><td>256 per feature of clicks + 20,992</td></tr>
 *   <tr><td>joined</td><td>join of profile, clicks</td><td>(batch, width of profile + 64)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, 1)</td><td>1 per feature of profile + 65</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class ChurnNetwork extends StepNetwork {
  final EmbeddingLayer pageEmbedding;
  final LstmLayer lstm;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param profileWidth the number of features of {@code profile}
   * @param clicksWidth the number of features of {@code clicks}
   * @param clicksPageSymbols the size of the vocabulary of {@code clicks.page}
   */
  ChurnNetwork(int profileWidth, int clicksWidth, int clicksPageSymbols) {
    pageEmbedding =
        add(
            EmbeddingLayer.builder("pageEmbedding")
                .setVocabulary(clicksPageSymbols)
                .setSize(16)
                .optTokensOf("clicks.page")
                .build());
    lstm = add(LstmLayer.builder("lstm").setInputs(clicksWidth + 16).setUnits(64).build());
    dense = add(DenseLayer.builder("dense").setInputs(profileWidth + 64).setUnits(1).build());
    reads(lstm, Reads.features("clicks").andOthers(16));
    reads(dense, Reads.features("profile").andOthers(64));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Churn")
        .input(
            "profile",
            "(age number(STANDARD), since calendar(DAY_OF_WEEK DAY_OF_YEAR), "
                + "channels k-hot Channel)")
        .input("clicks", "steps of (page category, seconds number(STANDARD))")
        .layer("pageEmbedding", "Embedding(size = 16)")
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
   * @param profile one vector a row
   * @param clicks its steps
   * @return <ul>
   *   <li>expected: of each row the score of true
   * </ul>
   */
  NDList forward(Pass pass, StepBatch profile, StepBatch clicks) {
    return forward(pass, profile, clicks, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param profile one vector a row
   * @param clicks its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: of each row the score of true
   * </ul>
   */
  NDList forward(Pass pass, StepBatch profile, StepBatch clicks, StreamState state) {
    Sequences pageEmbeddingSteps = pageEmbedding.forward(pass, clicks.symbols(0));
    Sequences clicksJoinedSteps =
        Sequences.join(List.of("clicks", "page"), clicks.features(), pageEmbeddingSteps);
    NDArray lstmVector = lstm.finalState(pass, clicksJoinedSteps, state);
    NDArray joinedVector = Sequences.joinVectors(profile.vector(), lstmVector);
    NDArray expectedScores = dense.forward(pass, joinedVector);
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(
        pass,
        StepBatch.of(pass, List.of(steps.get(0))),
        StepBatch.of(pass, List.of(steps.get(1))),
        state);
  }
}
