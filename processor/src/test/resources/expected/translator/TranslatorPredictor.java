package translator;

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
 * Translates for {@link Translator} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class TranslatorPredictor extends Predictor implements Translator {
  private static final Decoding DECODING =
      Decoding.beam(5).lengthPenalty(1.5).maximumLength(2.0, 10);

  final TextCodec sentence;
  final TextCodec expected;
  final NetworkHost host;
  private final TextTranslator translator;
  private final TranslationEvaluator evaluator;

  TranslatorPredictor(
      TextCodec sentence,
      TextCodec expected,
      TranslatorNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(TranslatorNetwork.signature(), host, history);
    this.sentence = sentence;
    this.expected = expected;
    this.host = host;
    this.translator = new TextTranslator(host, network, sentence, expected);
    this.evaluator = new TranslationEvaluator(host, network, sentence, expected, translator);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static TranslatorPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TranslatorPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, TranslatorNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static TranslatorPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TranslatorPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, TranslatorNetwork.signature()), device);
  }

  private static TranslatorPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec sentence = model.codec("sentence", TextCodec.RESTORER);
      TextCodec expected = model.codec("expected", TextCodec.RESTORER);
      TranslatorNetwork network = new TranslatorNetwork(sentence.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new TranslatorPredictor(sentence, expected, network, host, model.history());
    }
  }

  @Override
  public String translate(String sentence) {
    return translate(sentence, DECODING);
  }

  /**
   * Like {@link #translate(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public String translate(String sentence, Decoding decoding) {
    return translator.translate(Arguments.notNull(sentence, "sentence"), decoding);
  }

  /**
   * Translates a text; gives the best translations with scores and what they attended to.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation translateScored(String sentence) {
    return translateScored(sentence, DECODING);
  }

  /**
   * Like {@link #translateScored(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation translateScored(String sentence, Decoding decoding) {
    return translator.translateScored(Arguments.notNull(sentence, "sentence"), decoding);
  }

  /**
   * Translates several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> translateAll(List<String> sentences) {
    return translateAll(sentences, DECODING);
  }

  /**
   * Like {@link #translateAll(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> translateAll(List<String> sentences, Decoding decoding) {
    return translator.translateAll(Arguments.copyOf(sentences, "sentences"), decoding);
  }

  /**
   * Like {@link #translateScored(String)}, for several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> translateAllScored(List<String> sentences) {
    return translateAllScored(sentences, DECODING);
  }

  /**
   * Like {@link #translateAllScored(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> translateAllScored(List<String> sentences, Decoding decoding) {
    return translator.translateAllScored(Arguments.copyOf(sentences, "sentences"), decoding);
  }

  /**
   * Compares translations with those expected; examples of one text are several right answers.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<TranslatorExample> examples) {
    return evaluate(examples, DECODING);
  }

  /**
   * Like {@link #evaluate(Iterable)}, searching as wanted.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<TranslatorExample> examples, Decoding decoding) {
    return evaluator.evaluate(
        examples,
        TranslatorExample::sentence,
        TranslatorExample::expected,
        sentences -> translator.translateAll(sentences, decoding));
  }

  /** Returns the option of how the model answers: precision. */
  public Answering serving() {
    return translator;
  }

  /** Evaluates after each epoch, without a beam, which is fast. */
  TranslationEvaluation evaluateGreedily(Iterable<TranslatorExample> examples) {
    return evaluate(examples, Decoding.greedy().maximumLength(2.0, 10));
  }

  @Override
  public Learned learned() {
    return Learned.of(host)
        .codec("sentence", sentence.stored())
        .codec("expected", expected.stored());
  }
}
