package words;

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
 * Continues texts for {@link Novelist} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class NovelistPredictor extends Predictor implements Novelist {
  final TextCodec stream;
  final NetworkHost host;
  private final TextWriter writer;
  private final TextEvaluator evaluator;
  private final Sessions sessions;

  NovelistPredictor(
      TextCodec stream, NovelistNetwork network, NetworkHost host, TrainingHistory history) {
    super(NovelistNetwork.signature(), host, history);
    this.stream = stream;
    this.host = host;
    this.writer = new TextWriter(host, network, stream);
    this.evaluator = new TextEvaluator(host, network, stream, writer);
    this.sessions = new Sessions(host, network, NovelistNetwork.signature());
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static NovelistPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static NovelistPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, NovelistNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static NovelistPredictor load(InputStream stream_) {
    return load(stream_, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static NovelistPredictor load(InputStream stream_, Device device) {
    return load(ModelReader.open(stream_, NovelistNetwork.signature()), device);
  }

  private static NovelistPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec stream = model.codec("stream", TextCodec.RESTORER);
      NovelistNetwork network = new NovelistNetwork(stream.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new NovelistPredictor(stream, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read nothing yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public NovelistSession session() {
    return new NovelistSession(stream, sessions.start());
  }

  /**
   * Returns the session that {@link NovelistSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public NovelistSession session(byte[] bytes) {
    return new NovelistSession(stream, sessions.restore(bytes));
  }

  /**
   * Continues a text by the model's own probabilities.
   *
   * @return what follows, another text each time
   * @throws IllegalArgumentException if the text is null
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  public String go(String stream) {
    return go(stream, Sampling.atRandom());
  }

  /**
   * Continues a text, choosing tokens as wanted.
   *
   * @return what follows
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public String go(String stream, Sampling sampling) {
    return writer.write(Arguments.notNull(stream, "stream"), sampling);
  }

  /**
   * Continues a text piece by piece: what the stream has not been asked for is not written.
   *
   * @return what follows
   * @throws IllegalArgumentException if an argument is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Stream<String> goStream(String stream, Sampling sampling) {
    return writer.stream(Arguments.notNull(stream, "stream"), sampling);
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
    return Learned.of(host).codec("stream", stream.stored());
  }
}
