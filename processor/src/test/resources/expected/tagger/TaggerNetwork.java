package tagger;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.CrfLayer;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.network.FeatureNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Tagger}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of the vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>words</td><td>tokens</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 100)</td><td>(batch, time, 100)</td><td>100 V</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.5)</td><td>(batch, time, 100)</td><td>0</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 100, direction = BIDIRECTIONAL)</td><td>(batch, time, 200)</td><td>161,600</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, constants of Tag)</td><td>201 per constant</td></tr>
 *   <tr><td>crf</td><td>@Crf</td><td>(batch, time, constants of Tag)</td><td>1 per constant squared + 2 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TaggerNetwork extends FeatureNetwork {
  final EmbeddingLayer embedding;
  final DropoutLayer dropout;
  final LstmLayer lstm;
  final DenseLayer dense;
  final CrfLayer crf;

  /**
   * Creates the layers.
   *
   * @param wordsVocabulary the size of the vocabulary of {@code words}
   * @param classes the number of constants of {@link Tag}
   */
  TaggerNetwork(int wordsVocabulary, int classes) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(wordsVocabulary)
                .setSize(100)
                .optTokensOf("words")
                .optDeviation(1.0)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.5));
    lstm =
        add(
            LstmLayer.builder("lstm")
                .setInputs(100)
                .setUnits(100)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(200)
                .setUnits(classes)
                .optUnitsOf("expected")
                .build());
    crf = add(new CrfLayer("crf", classes));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Tagger")
        .input("words", "tokens")
        .layer("embedding", "Embedding(size = 100)")
        .layer("lstm", "LSTM(units = 100, direction = BIDIRECTIONAL)")
        .layer("dense", "Dense")
        .layer("crf", "Crf")
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
   * @param words its steps
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch words) {
    Sequences embeddingSteps = embedding.forward(pass, words.symbols(0));
    Sequences dropoutSteps = dropout.forward(pass, embeddingSteps);
    Sequences lstmSteps = lstm.forward(pass, dropoutSteps);
    Sequences denseSteps = dense.forward(pass, lstmSteps);
    NDArray expectedScores = denseSteps.real();
    return new NDList(expectedScores);
  }
}
