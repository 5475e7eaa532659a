package spelled;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.network.StepNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Speech}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of a vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>words</td><td>tokens</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>words.characters</td><td>inside of each step</td><td>(words, characters)</td><td></td></tr>
 *   <tr><td>charactersEmbedding</td><td>@Embedding(size = 32)</td><td>(words, characters, 32)</td><td>32 V of words.characters</td></tr>
 *   <tr><td>charactersLstm</td><td>@LSTM(units = 64, direction = BIDIRECTIONAL), final state</td><td>(words, 128)</td><td>50,176</td></tr>
 *   <tr><td>characters</td><td>each step of words</td><td>(batch, time, 128)</td><td>0</td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 100)</td><td>(batch, time, 100)</td><td>100 V of words</td></tr>
 *   <tr><td>wordsJoined</td><td>join of words, characters</td><td>(batch, time, 228)</td><td>0</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.5)</td><td>(batch, time, 228)</td><td>0</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = 128)</td><td>(batch, time, 128)</td><td>183,296</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, constants of Part)</td><td>129 per constant</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechNetwork extends StepNetwork {
  final EmbeddingLayer charactersEmbedding;
  final LstmLayer charactersLstm;
  final EmbeddingLayer embedding;
  final DropoutLayer dropout;
  final LstmLayer lstm;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param wordsVocabulary the size of the vocabulary of {@code words}
   * @param wordsCharacters the number of different characters of words
   * @param wordsFirstRare the first number of a token of words that training shows once
   * @param classes the number of constants of {@link Part}
   */
  SpeechNetwork(int wordsVocabulary, int wordsCharacters, int wordsFirstRare, int classes) {
    charactersEmbedding =
        add(
            EmbeddingLayer.builder("charactersEmbedding")
                .setVocabulary(wordsCharacters)
                .setSize(32)
                .optTokensOf("words.characters")
                .optDeviation(1.0)
                .build());
    charactersLstm =
        add(
            LstmLayer.builder("charactersLstm")
                .setInputs(32)
                .setUnits(64)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(wordsVocabulary)
                .setSize(100)
                .optRareDropout(0.5, wordsFirstRare)
                .optTokensOf("words")
                .optDeviation(1.0)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.5));
    lstm = add(LstmLayer.builder("lstm").setInputs(228).setUnits(128).build());
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
    return Signature.of("Speech")
        .input("words", "tokens in lower case with characters")
        .layer("charactersEmbedding", "Embedding(size = 32)")
        .layer("charactersLstm", "LSTM(units = 64, direction = BIDIRECTIONAL)")
        .layer("embedding", "Embedding(size = 100)")
        .layer("lstm", "LSTM(units = 128)")
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
   * @param words its steps
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch words) {
    return forward(pass, words, new StreamState(pass));
  }

  /**
   * Returns, for each output, its scores.
   *
   * @param words its steps
   * @param state what the layers remember; becomes that after the last step
   * @return <ul>
   *   <li>expected: at each real step, row after row, the score of each class
   * </ul>
   */
  NDList forward(Pass pass, StepBatch words, StreamState state) {
    Sequences charactersSteps =
        words.eachStep(
            inner -> charactersLstm.finalState(pass, charactersEmbedding.forward(pass, inner)));
    Sequences embeddingSteps = embedding.forward(pass, words.symbols(0));
    Sequences wordsJoinedSteps =
        Sequences.join(List.of("words", "characters"), embeddingSteps, charactersSteps);
    Sequences dropoutSteps = dropout.forward(pass, wordsJoinedSteps);
    Sequences lstmSteps = lstm.forward(pass, dropoutSteps, state);
    NDArray expectedScores = dense.forward(pass, lstmSteps).real();
    return new NDList(expectedScores);
  }

  @Override
  public NDList forward(Pass pass, List<Steps> steps, StreamState state) {
    return forward(pass, StepBatch.of(pass, List.of(steps.get(0))), state);
  }
}
