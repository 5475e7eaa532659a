package transcriber;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.Activation;
import dev.rondo.layer.AttentionScore;
import dev.rondo.runtime.layer.AttentionLayer;
import dev.rondo.runtime.layer.Bridge;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.EncoderStates;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.LstmLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.store.Signature;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Transcriber}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of a vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>word</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 32)</td><td>(batch, time, 32)</td><td>32 V of word</td></tr>
 *   <tr><td>lstm</td><td>@LSTM(units = {96, 128}, dropout = 0.3)</td><td>(batch, time, 128)</td><td>165,632</td></tr>
 *   <tr><td>bridge</td><td>from the final state of lstm to the first of lstm2</td><td>(batch, 128), (batch, 128)</td><td>24,832</td></tr>
 *   <tr><td>expected</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding2</td><td>@Embedding(size = 64, tied = true)</td><td>(batch, time, 64)</td><td>64 V of expected</td></tr>
 *   <tr><td>lstm2</td><td>@LSTM(units = {128, 128}, dropout = 0.3)</td><td>(batch, time, 128)</td><td>296,960</td></tr>
 *   <tr><td>attention</td><td>@Attention(score = ADDITIVE, inputFeeding = true)</td><td>(batch, time, 128)</td><td>65,664</td></tr>
 *   <tr><td></td><td colspan="3">step by step in training: each step waits for what the attention gave at the step before</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.2)</td><td>(batch, time, 128)</td><td>0</td></tr>
 *   <tr><td>hidden</td><td>@Dense(hidden = 64)</td><td>(batch, time, 64)</td><td>8,256</td></tr>
 *   <tr><td>dense</td><td>@Dense(hidden = 64)</td><td>(batch, time, vocabulary of expected)</td><td>1 V of expected</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TranscriberNetwork extends TranslationNetwork {
  final EmbeddingLayer embedding;
  final LstmLayer lstm;
  final Bridge bridge;
  final EmbeddingLayer embedding2;
  final LstmLayer lstm2;
  final AttentionLayer attention;
  final DropoutLayer dropout;
  final DenseLayer hidden;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param wordVocabulary the size of the vocabulary of {@code word}
   * @param expectedVocabulary the size of the vocabulary of {@code expected}
   */
  TranscriberNetwork(int wordVocabulary, int expectedVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(wordVocabulary)
                .setSize(32)
                .optTokensOf("word")
                .optDeviation(0.3)
                .build());
    lstm = add(LstmLayer.builder("lstm").setInputs(32).setUnits(96, 128).optDropout(0.3).build());
    embedding2 =
        add(
            EmbeddingLayer.builder("embedding2")
                .setVocabulary(expectedVocabulary)
                .setSize(64)
                .optTokensOf("expected")
                .optDeviation(0.3)
                .build());
    lstm2 =
        add(LstmLayer.builder("lstm2").setInputs(192).setUnits(128, 128).optDropout(0.3).build());
    bridge = add(new Bridge("bridge", lstm, lstm2));
    attention =
        add(
            AttentionLayer.builder("attention")
                .setMemory(128)
                .setUnits(128)
                .optScore(AttentionScore.ADDITIVE)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.2));
    hidden =
        add(
            DenseLayer.builder("hidden")
                .setInputs(128)
                .setUnits(64)
                .optActivation(Activation.RELU)
                .build());
    dense = add(DenseLayer.tied("dense", embedding2));
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Transcriber")
        .input("word", "text(tokens = CHARACTERS, lowercase = true)")
        .layer("embedding", "Embedding(size = 32)")
        .layer("lstm", "LSTM(units = {96, 128})")
        .layer("embedding2", "Embedding(size = 64, tied = true)")
        .layer("lstm2", "LSTM(units = {128, 128})")
        .layer("attention", "Attention(score = ADDITIVE, inputFeeding = true)")
        .layer("hidden", "Dense(units = 64, activation = RELU)")
        .layer("dense", "Dense")
        .output("expected", "text(tokens = CHARACTERS, lowercase = false)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Reads texts.
   *
   * @param word tokens (batch, time)
   */
  @Override
  public Encoding encode(Pass pass, TokenBatch word) {
    Sequences wordSteps = embedding.forward(pass, word);
    EncoderStates states = lstm.encode(pass, wordSteps);
    wordSteps = states.outputs();
    return new Encoding(attention.read(pass, wordSteps), bridge.start(pass, states));
  }

  /**
   * Reads what is written up to the output layer.
   *
   * @param encoding what was read
   * @param expected tokens (batch, time), beginning with 0
   * @param state of the decoder; becomes that after the last step
   * @return what the next tokens are scored by, (real steps, features)
   */
  @Override
  public NDArray decode(Pass pass, Encoding encoding, TokenBatch expected, StreamState state) {
    Sequences steps = embedding2.forward(pass, expected);
    steps = attention.feed(pass, steps, lstm2, encoding, state);
    NDArray real = steps.real();
    real = dropout.forward(pass, real);
    return hidden.forward(pass, real);
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
  }
}
