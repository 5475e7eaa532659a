package tokens;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.predict.TokenClassifier;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.session.Sessions;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link CommandFilter} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class CommandFilterPredictor extends Predictor implements CommandFilter {
  final TokensCodec parts;
  final BooleanCodec expected;
  final NetworkHost host;
  final TokenClassifier<String[], CommandFilterExample, Boolean> classifier;
  private final Sessions sessions;

  CommandFilterPredictor(
      TokensCodec parts,
      BooleanCodec expected,
      CommandFilterNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(CommandFilterNetwork.signature(), host, history);
    this.parts = parts;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network.inference(host), parts.ofArrays(), expected);
    this.sessions = new Sessions(host, network, CommandFilterNetwork.signature());
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static CommandFilterPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static CommandFilterPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, CommandFilterNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static CommandFilterPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static CommandFilterPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, CommandFilterNetwork.signature()), device);
  }

  private static CommandFilterPredictor load(ModelReader model, Device device) {
    try (model) {
      TokensCodec parts = model.codec("parts", TokensCodec.RESTORER);
      BooleanCodec expected = model.codec("expected", BooleanCodec.RESTORER);
      CommandFilterNetwork network = new CommandFilterNetwork(parts.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new CommandFilterPredictor(parts, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read nothing yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public CommandFilterSession session() {
    return new CommandFilterSession(parts, expected, sessions.start());
  }

  /**
   * Returns the session that {@link CommandFilterSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public CommandFilterSession session(byte[] bytes) {
    return new CommandFilterSession(parts, expected, sessions.restore(bytes));
  }

  @Override
  public boolean isHarmful(String... parts) {
    return isHarmfulScored(parts).value();
  }

  /**
   * Like {@link CommandFilter#isHarmful}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if the input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Boolean> isHarmfulScored(String... parts) {
    return classifier.prediction(Arguments.copyOf(parts, "parts"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Boolean> isHarmfulAll(List<String[]> allParts) {
    return classifier.answers(allParts, "allParts");
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Boolean>> isHarmfulAllScored(List<String[]> allParts) {
    return classifier.predictions(allParts, "allParts");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allParts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Boolean> isHarmfulAll(Stream<String[]> allParts) {
    return classifier.answers(allParts);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allParts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Boolean>> isHarmfulAllScored(Stream<String[]> allParts) {
    return classifier.predictions(allParts);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<CommandFilterExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("parts", parts.stored()).codec("expected", expected.stored());
  }
}
