package nested;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.data.text.Evidence;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.session.Sessions;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.store.ModelWriter;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.Provenance;
import dev.rondo.runtime.train.TemperatureFit;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.TrainedModel;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Desk.Router} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class Desk_RouterPredictor implements Desk.Router, TrainedModel, AutoCloseable {
  final TextCodec network;
  final EnumCodec<Desk.Queue> expected;
  final NetworkHost host;
  private final TrainingHistory history;
  private final Inference<int[], float[]> inference;
  private final Sessions sessions;

  Desk_RouterPredictor(
      TextCodec network,
      EnumCodec<Desk.Queue> expected,
      Desk_RouterNetwork network_,
      NetworkHost host,
      TrainingHistory history) {
    this.network = network;
    this.expected = expected;
    this.host = host;
    this.history = history;
    this.inference =
        Inference.ofTokens(
            host, (pass, batch) -> network_.forward(pass, TokenBatch.of(pass, batch)));
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
    try (ModelReader model = ModelReader.open(file, Desk_RouterNetwork.signature())) {
      return load(model, device);
    }
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
    try (ModelReader model = ModelReader.open(stream, Desk_RouterNetwork.signature())) {
      return load(model, device);
    }
  }

  /**
   * Like {@link #load(Path)}, for {@link Desk_RouterTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static Desk_RouterPredictor loadForTraining(Path file) {
    try (ModelReader model = ModelReader.open(file, Desk_RouterNetwork.signature())) {
      return load(model.forTraining(), Device.cpu());
    }
  }

  private static Desk_RouterPredictor load(ModelReader model, Device device) {
    TextCodec network = model.codec("network", TextCodec::restore);
    EnumCodec<Desk.Queue> expected =
        model.codec("expected", stored -> EnumCodec.restore(stored, Desk.Queue.values()));
    Desk_RouterNetwork network_ = new Desk_RouterNetwork(network.size(), expected.size());
    NetworkHost host =
        NetworkHost.restore(network_, device, model.weights(network_.weightShapes()));
    return new Desk_RouterPredictor(network, expected, network_, host, model.history());
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
    int[] row = this.network.encode(Arguments.notNull(network, "network"));
    return Evidence.with(row, expected.prediction(scores(List.of(row)).get(0)));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Desk.Queue>> routeAll(List<String> networks) {
    List<int[]> rows = Arguments.each(networks, "networks", network::encode);
    return Evidence.with(rows, scores(rows).stream().map(expected::prediction).toList());
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param networks closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Desk.Queue>> routeAll(Stream<String> networks) {
    return inference.streamOfRows(
        networks,
        network::encode,
        (row, scores) -> Evidence.with(row, expected.prediction(scores)));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<Desk_RouterExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<Desk_RouterExample> examples) {
    TemperatureFit<Desk.Queue> fit = TemperatureFit.of(expected);
    Iterable<Chunk<Desk_RouterExample, int[]>> parts =
        Chunks.of(examples, example -> network.encode(example.network()));
    for (Chunk<Desk_RouterExample, int[]> part : parts) {
      List<float[]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        fit.add(scores.get(i), part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", fit);
  }

  /**
   * Writes the model to a file, which is replaced once it is complete.
   *
   * @throws ModelFileException if the file cannot be written
   * @throws IllegalStateException after {@link #close()}
   */
  public void save(Path file) {
    save(file, Precision.FLOAT32);
  }

  /**
   * Like {@link #save(Path)}, with large weights in fewer bits; they are read as they then are.
   *
   * @throws ModelFileException if the file cannot be written
   * @throws IllegalStateException after {@link #close()}
   */
  public void save(Path file, Precision precision) {
    ModelWriter.of(Desk_RouterNetwork.signature())
        .codec("network", network.stored())
        .codec("expected", expected.stored())
        .history(history)
        .precision(precision)
        .write(file, host.weights());
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("network", network.stored()).codec("expected", expected.stored());
  }

  /** Returns how the model was trained. */
  public TrainingHistory history() {
    return history;
  }

  /**
   * Returns what the model was trained with, on what, where and when; empty if it is of a file that
   * an older version wrote.
   */
  public Optional<Provenance> provenance() {
    return history.provenance();
  }

  /** Waits for running calls, then frees the memory. A second call does nothing. */
  @Override
  public void close() {
    host.close();
  }

  private Evaluation measured(Iterable<Desk_RouterExample> examples) {
    ClassificationMetrics<Desk.Queue> metrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<Desk_RouterExample, int[]>> parts =
        Chunks.of(examples, example -> network.encode(example.network()));
    for (Chunk<Desk_RouterExample, int[]> part : parts) {
      List<float[]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        metrics.add(scores.get(i), part.example(i).expected());
      }
    }
    return metrics.evaluation();
  }

  private List<float[]> scores(List<int[]> rows) {
    return inference.scores(rows);
  }
}
