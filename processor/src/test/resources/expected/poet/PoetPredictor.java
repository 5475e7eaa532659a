package poet;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.decode.Sampling;
import dev.rondo.runtime.decode.TextWriter;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.serve.Answering;
import dev.rondo.runtime.session.Sessions;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TextEvaluation;
import dev.rondo.runtime.train.TextEvaluator;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Continues texts for {@link Poet} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class PoetPredictor extends Predictor implements Poet {
  final TextCodec opening;
  final NetworkHost host;
  private final TextWriter writer;
  private final TextEvaluator evaluator;
  private final Sessions sessions;

  PoetPredictor(TextCodec opening, PoetNetwork network, NetworkHost host, TrainingHistory history) {
    super(PoetNetwork.signature(), host, history);
    this.opening = opening;
    this.host = host;
    this.writer = new TextWriter(host, network, opening);
    this.evaluator = new TextEvaluator(host, network, opening, writer);
    this.sessions = new Sessions(host, network, PoetNetwork.signature());
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static PoetPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static PoetPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, PoetNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static PoetPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static PoetPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, PoetNetwork.signature()), device);
  }

  private static PoetPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec opening = model.codec("opening", TextCodec.RESTORER);
      PoetNetwork network = new PoetNetwork(opening.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new PoetPredictor(opening, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read nothing yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public PoetSession session() {
    return new PoetSession(opening, sessions.start());
  }

  /**
   * Returns the session that {@link PoetSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public PoetSession session(byte[] bytes) {
    return new PoetSession(opening, sessions.restore(bytes));
  }

  /**
   * Continues a text by the model's own probabilities.
   *
   * @return what follows, another text each time
   * @throws IllegalArgumentException if the text is null
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  public String write(String opening) {
    return write(opening, Sampling.atRandom());
  }

  /**
   * Continues a text, choosing tokens as wanted.
   *
   * @return what follows
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public String write(String opening, Sampling sampling) {
    return writer.write(Arguments.notNull(opening, "opening"), sampling);
  }

  /**
   * Continues a text piece by piece: what the stream has not been asked for is not written.
   *
   * @return what follows
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Stream<String> writeStream(String opening, Sampling sampling) {
    return writer.stream(Arguments.notNull(opening, "opening"), sampling);
  }

  /**
   * Returns the perplexity: among how many equally likely tokens the model is as uncertain.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public double perplexity(Iterable<String> texts) {
    return evaluate(texts).perplexity();
  }

  /**
   * Measures how well each token of texts is foretold from all of its text before it.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public TextEvaluation evaluate(Iterable<String> texts) {
    return evaluator.evaluate(texts);
  }

  /**
   * Measures how well the tokens of files are foretold, which may be larger than memory. They are
   * read as up to 32 streams side by side.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public TextEvaluation evaluate(Path... files) {
    return evaluate(TextSource.of(files));
  }

  /** Returns the option of how the model answers: precision. */
  public Answering serving() {
    return writer;
  }

  TextEvaluation evaluate(TextSource text) {
    return evaluator.evaluate(text);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("opening", opening.stored());
  }
}
