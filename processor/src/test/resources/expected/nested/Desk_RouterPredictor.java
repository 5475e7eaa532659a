package nested;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.text.TextCodec;
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
 * Answers {@link Desk.Router} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class Desk_RouterPredictor extends Predictor implements Desk.Router {
  final TextCodec network;
  final EnumCodec<Desk.Queue> expected;
  final NetworkHost host;
  final TokenClassifier<String, Desk_RouterExample, Desk.Queue> classifier;
  private final Sessions sessions;

  Desk_RouterPredictor(
      TextCodec network,
      EnumCodec<Desk.Queue> expected,
      Desk_RouterNetwork network_,
      NetworkHost host,
      TrainingHistory history) {
    super(Desk_RouterNetwork.signature(), host, history);
    this.network = network;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network_.inference(host), network, expected);
    this.sessions = new Sessions(host, network_, Desk_RouterNetwork.signature());
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static Desk_RouterPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static Desk_RouterPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, Desk_RouterNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static Desk_RouterPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static Desk_RouterPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, Desk_RouterNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link Desk_RouterTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static Desk_RouterPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, Desk_RouterNetwork.signature()).forTraining(), Device.cpu());
  }

  private static Desk_RouterPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec network = model.codec("network", TextCodec.RESTORER);
      EnumCodec<Desk.Queue> expected =
          model.codec("expected", EnumCodec.restorer(Desk.Queue.values()));
      Desk_RouterNetwork network_ = new Desk_RouterNetwork(network.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network_, device, model.weights(network_.weightShapes()));
      return new Desk_RouterPredictor(network, expected, network_, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read nothing yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public Desk_RouterSession session() {
    return new Desk_RouterSession(network, expected, sessions.start());
  }

  /**
   * Returns the session that {@link Desk_RouterSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public Desk_RouterSession session(byte[] bytes) {
    return new Desk_RouterSession(network, expected, sessions.restore(bytes));
  }

  @Override
  public Prediction<Desk.Queue> route(String network) {
    return classifier.prediction(Arguments.notNull(network, "network"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Desk.Queue>> routeAll(List<String> networks) {
    return classifier.predictions(networks, "networks");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param networks closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Desk.Queue>> routeAll(Stream<String> networks) {
    return classifier.predictions(networks);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<Desk_RouterExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("network", network.stored()).codec("expected", expected.stored());
  }
}
