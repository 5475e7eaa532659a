package translator;

import ai.djl.ndarray.NDArray;
import dev.rondo.layer.AttentionScore;
import dev.rondo.layer.Direction;
import dev.rondo.runtime.layer.AttentionLayer;
import dev.rondo.runtime.layer.Bridge;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.DropoutLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.EncoderStates;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.GruLayer;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.Sequences;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.network.DecoderLayers;
import dev.rondo.runtime.layer.network.TranslationNetwork;
import dev.rondo.runtime.store.Signature;
import java.util.Optional;
import javax.annotation.processing.Generated;

/**
 * The network of {@link Translator}.
 *
 * <table>
 *   <caption>Layers, shapes and parameters; V is the size of a vocabulary</caption>
 *   <tr><th>layer</th><th>written as</th><th>output</th><th>parameters</th></tr>
 *   <tr><td>sentence</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding</td><td>@Embedding(size = 256)</td><td>(batch, time, 256)</td><td>256 V of sentence</td></tr>
 *   <tr><td>gru</td><td>@GRU(units = 256, direction = BIDIRECTIONAL)</td><td>(batch, time, 512)</td><td>789,504</td></tr>
 *   <tr><td>dropout</td><td>@Dropout(0.2)</td><td>(batch, time, 512)</td><td>0</td></tr>
 *   <tr><td>bridge</td><td>from the final state of gru to the first of gru2</td><td>(batch, 256)</td><td>131,328</td></tr>
 *   <tr><td>expected</td><td>text</td><td>(batch, time)</td><td></td></tr>
 *   <tr><td>embedding2</td><td>@Embedding(size = 256)</td><td>(batch, time, 256)</td><td>256 V of expected</td></tr>
 *   <tr><td>gru2</td><td>@GRU(units = 256)</td><td>(batch, time, 256)</td><td>394,752</td></tr>
 *   <tr><td>attention</td><td>@Attention(score = GENERAL)</td><td>(batch, time, 256)</td><td>327,680</td></tr>
 *   <tr><td>dropout2</td><td>@Dropout(0.2)</td><td>(batch, time, 256)</td><td>0</td></tr>
 *   <tr><td>dense</td><td>@Dense</td><td>(batch, time, vocabulary of expected)</td><td>257 V of expected</td></tr>
 * </table>
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TranslatorNetwork extends TranslationNetwork {
  final EmbeddingLayer embedding;
  final GruLayer gru;
  final DropoutLayer dropout;
  final Bridge bridge;
  final EmbeddingLayer embedding2;
  final GruLayer gru2;
  final AttentionLayer attention;
  final DropoutLayer dropout2;
  final DenseLayer dense;

  /**
   * Creates the layers.
   *
   * @param sentenceVocabulary the size of the vocabulary of {@code sentence}
   * @param expectedVocabulary the size of the vocabulary of {@code expected}
   */
  TranslatorNetwork(int sentenceVocabulary, int expectedVocabulary) {
    embedding =
        add(
            EmbeddingLayer.builder("embedding")
                .setVocabulary(sentenceVocabulary)
                .setSize(256)
                .optTokensOf("sentence")
                .optDeviation(0.3)
                .build());
    gru =
        add(
            GruLayer.builder("gru")
                .setInputs(256)
                .setUnits(256)
                .optDirection(Direction.BIDIRECTIONAL)
                .build());
    dropout = add(new DropoutLayer("dropout", 0.2));
    embedding2 =
        add(
            EmbeddingLayer.builder("embedding2")
                .setVocabulary(expectedVocabulary)
                .setSize(256)
                .optTokensOf("expected")
                .optDeviation(0.3)
                .build());
    gru2 = add(GruLayer.builder("gru2").setInputs(256).setUnits(256).build());
    bridge = add(new Bridge("bridge", gru, gru2));
    attention =
        add(
            AttentionLayer.builder("attention")
                .setMemory(512)
                .setUnits(256)
                .optScore(AttentionScore.GENERAL)
                .build());
    dropout2 = add(new DropoutLayer("dropout2", 0.2));
    dense =
        add(
            DenseLayer.builder("dense")
                .setInputs(256)
                .setUnits(expectedVocabulary)
                .optUnitsOf("expected")
                .build());
  }

  /** Returns what a model file must agree with to be loaded into this network. */
  static Signature signature() {
    return Signature.of("Translator")
        .input("sentence", "text(tokens = WORDS, language = en, lowercase = true)")
        .layer("embedding", "Embedding(size = 256)")
        .layer("gru", "GRU(units = 256, direction = BIDIRECTIONAL)")
        .layer("embedding2", "Embedding(size = 256)")
        .layer("gru2", "GRU(units = 256)")
        .layer("attention", "Attention(score = GENERAL)")
        .layer("dense", "Dense")
        .output("expected", "text(tokens = WORDS, language = fr, lowercase = false)")
        .build();
  }

  @Override
  public String modelDescription() {
    return signature().toString();
  }

  /**
   * Reads texts.
   *
   * @param sentence tokens (batch, time)
   */
  @Override
  public Encoding encode(Pass pass, TokenBatch sentence) {
    Sequences sentenceSteps = embedding.forward(pass, sentence);
    EncoderStates states = gru.encode(pass, sentenceSteps);
    sentenceSteps = states.outputs();
    sentenceSteps = dropout.forward(pass, sentenceSteps);
    return new Encoding(attention.read(pass, sentenceSteps), bridge.start(pass, states));
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
    steps = gru2.forward(pass, steps, state);
    steps = attention.forward(pass, steps, encoding);
    NDArray real = steps.real();
    return dropout2.forward(pass, real);
  }

  @Override
  public DenseLayer outputLayer() {
    return dense;
  }

  @Override
  public Optional<DecoderLayers> decoderLayers() {
    return DecoderLayers.of(embedding2, attention, dense, gru2);
  }
}
