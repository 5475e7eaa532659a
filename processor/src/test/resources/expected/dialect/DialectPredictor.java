package dialect;

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
 * Translates for {@link Dialect} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DialectPredictor extends Predictor implements Dialect {
  private static final Decoding DECODING =
      Decoding.beam(5).lengthPenalty(1.5).maximumLength(2.0, 10);

  final TextCodec state;
  final NetworkHost host;
  private final TextTranslator translator;
  private final TranslationEvaluator evaluator;

  DialectPredictor(
      TextCodec state, DialectNetwork network, NetworkHost host, TrainingHistory history) {
    super(DialectNetwork.signature(), host, history);
    this.state = state;
    this.host = host;
    this.translator = new TextTranslator(host, network, state, state);
    this.evaluator = new TranslationEvaluator(host, network, state, state, translator);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static DialectPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DialectPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, DialectNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static DialectPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DialectPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, DialectNetwork.signature()), device);
  }

  private static DialectPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec state = model.codec("state", TextCodec.RESTORER);
      DialectNetwork network = new DialectNetwork(state.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new DialectPredictor(state, network, host, model.history());
    }
  }

  @Override
  public String rewrite(String state) {
    return rewrite(state, DECODING);
  }

  /**
   * Like {@link #rewrite(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public String rewrite(String state, Decoding decoding) {
    return translator.translate(Arguments.notNull(state, "state"), decoding);
  }

  /**
   * Translates a text; gives the best translations with scores and what they attended to.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation rewriteScored(String state) {
    return rewriteScored(state, DECODING);
  }

  /**
   * Like {@link #rewriteScored(String)}, searching as wanted.
   *
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Translation rewriteScored(String state, Decoding decoding) {
    return translator.translateScored(Arguments.notNull(state, "state"), decoding);
  }

  /**
   * Translates several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> rewriteAll(List<String> states) {
    return rewriteAll(states, DECODING);
  }

  /**
   * Like {@link #rewriteAll(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> rewriteAll(List<String> states, Decoding decoding) {
    return translator.translateAll(Arguments.copyOf(states, "states"), decoding);
  }

  /**
   * Like {@link #rewriteScored(String)}, for several texts at once, which is faster.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> rewriteAllScored(List<String> states) {
    return rewriteAllScored(states, DECODING);
  }

  /**
   * Like {@link #rewriteAllScored(List)}, searching as wanted.
   *
   * @return the translations in the order of the texts
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Translation> rewriteAllScored(List<String> states, Decoding decoding) {
    return translator.translateAllScored(Arguments.copyOf(states, "states"), decoding);
  }

  /**
   * Compares translations with those expected; examples of one text are several right answers.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<DialectExample> examples) {
    return evaluate(examples, DECODING);
  }

  /**
   * Like {@link #evaluate(Iterable)}, searching as wanted.
   *
   * @throws IllegalArgumentException if there is no example, or an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public TranslationEvaluation evaluate(Iterable<DialectExample> examples, Decoding decoding) {
    return evaluator.evaluate(
        examples,
        DialectExample::state,
        DialectExample::expected,
        states -> translator.translateAll(states, decoding));
  }

  /** Returns the option of how the model answers: precision. */
  public Answering serving() {
    return translator;
  }

  /** Evaluates after each epoch, without a beam, which is fast. */
  TranslationEvaluation evaluateGreedily(Iterable<DialectExample> examples) {
    return evaluate(examples, Decoding.greedy().maximumLength(2.0, 10));
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("state", state.stored());
  }
}
