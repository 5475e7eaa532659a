package transcriber;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.decode.Decoding;
import dev.rondo.runtime.decode.TextTranslator;
import dev.rondo.runtime.decode.Translation;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.serve.Answering;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TranslationEvaluation;
import dev.rondo.runtime.train.TranslationEvaluator;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Translates for {@link Transcriber} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TranscriberPredictor extends Predictor implements Transcriber {
  private static final Decoding DECODING =
      Decoding.beam(1).lengthPenalty(0.0).maximumLength(1.5, 3);

  final TextCodec word;
  final TextCodec expected;
  final NetworkHost host;
  private final TextTranslator translator;
  private final TranslationEvaluator evaluator;

  TranscriberPredictor(
      TextCodec word,
      TextCodec expected,
      TranscriberNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(TranscriberNetwork.signature(), host, history);
    this.word = word;
    this.expected = expected;
    this.host = host;
    this.translator = new TextTranslator(host, network, word, expected);
    this.evaluator = new TranslationEvaluator(host, network, word, expected, translator);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static TranscriberPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TranscriberPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, TranscriberNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static TranscriberPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TranscriberPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, TranscriberNetwork.signature()), device);
  }

  private static TranscriberPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec word = model.codec("word", TextCodec.RESTORER);
      TextCodec expected = model.codec("expected", TextCodec.RESTORER);
      TranscriberNetwork network = new TranscriberNetwork(word.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new TranscriberPredictor(word, expected, network, host, model.history());
    }
  }

  @Override
  public String transcribe(String word) {
    return transcribe(word, DECODING);
  }

  /**
   * Like {@link #transcribe(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public String transcribe(String word, Decoding decoding) {
    return translator.translate(Arguments.notNull(word, "word"), decoding);
  }

  /**
   * Translates a text; gives the best translations with scores and what they attended to.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation transcribeScored(String word) {
    return transcribeScored(word, DECODING);
  }

  /**
   * Like {@link #transcribeScored(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation transcribeScored(String word, Decoding decoding) {
    return translator.translateScored(Arguments.notNull(word, "word"), decoding);
  }

  /**
   * Translates several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> transcribeAll(List<String> words) {
    return transcribeAll(words, DECODING);
  }

  /**
   * Like {@link #transcribeAll(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> transcribeAll(List<String> words, Decoding decoding) {
    return translator.translateAll(Arguments.copyOf(words, "words"), decoding);
  }

  /**
   * Like {@link #transcribeScored(String)}, for several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> transcribeAllScored(List<String> words) {
    return transcribeAllScored(words, DECODING);
  }

  /**
   * Like {@link #transcribeAllScored(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> transcribeAllScored(List<String> words, Decoding decoding) {
    return translator.translateAllScored(Arguments.copyOf(words, "words"), decoding);
  }

  /**
   * Compares translations with those expected; examples of one text are several right answers.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<TranscriberExample> examples) {
    return evaluate(examples, DECODING);
  }

  /**
   * Like {@link #evaluate(Iterable)}, searching as wanted.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<TranscriberExample> examples, Decoding decoding) {
    return evaluator.evaluate(
        examples,
        TranscriberExample::word,
        TranscriberExample::expected,
        words -> translator.translateAll(words, decoding));
  }

  /** Returns the option of how the model answers: precision. */
  public Answering serving() {
    return translator;
  }

  /** Evaluates after each epoch, without a beam, which is fast. */
  TranslationEvaluation evaluateGreedily(Iterable<TranscriberExample> examples) {
    return evaluate(examples, Decoding.greedy().maximumLength(1.5, 3));
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("word", word.stored()).codec("expected", expected.stored());
  }
}
