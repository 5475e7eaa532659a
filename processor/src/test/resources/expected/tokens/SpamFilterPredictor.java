package tokens;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.data.text.Evidence;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.serve.Serving;
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
 * Answers {@link SpamFilter} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Recurrent reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpamFilterPredictor implements SpamFilter, TrainedModel, AutoCloseable {
  final TokensCodec words;
  final BooleanCodec expected;
  final NetworkHost host;
  private final TrainingHistory history;
  private final Inference<int[], float[]> inference;

  SpamFilterPredictor(
      TokensCodec words,
      BooleanCodec expected,
      SpamFilterNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    this.words = words;
    this.expected = expected;
    this.host = host;
    this.history = history;
    this.inference =
        Inference.ofTokens(
            host, (pass, batch) -> network.forward(pass, TokenBatch.of(pass, batch)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static SpamFilterPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpamFilterPredictor load(Path file, Device device) {
    try (ModelReader model = ModelReader.open(file, SpamFilterNetwork.signature())) {
      return load(model, device);
    }
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static SpamFilterPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpamFilterPredictor load(InputStream stream, Device device) {
    try (ModelReader model = ModelReader.open(stream, SpamFilterNetwork.signature())) {
      return load(model, device);
    }
  }

  private static SpamFilterPredictor load(ModelReader model, Device device) {
    TokensCodec words = model.codec("words", TokensCodec::restore);
    BooleanCodec expected = model.codec("expected", BooleanCodec::restore);
    SpamFilterNetwork network = new SpamFilterNetwork(words.size());
    NetworkHost host = NetworkHost.restore(network, device, model.weights(network.weightShapes()));
    return new SpamFilterPredictor(words, expected, network, host, model.history());
  }

  @Override
  public boolean isSpam(List<String> words) {
    return isSpamScored(words).value();
  }

  /**
   * Like {@link SpamFilter#isSpam}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if the input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Boolean> isSpamScored(List<String> words) {
    int[] row = this.words.encode(Arguments.copyOf(words, "words"));
    return Evidence.with(row, expected.prediction(scores(List.of(row)).get(0)));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Boolean> isSpamAll(List<List<String>> allWords) {
    return isSpamAllScored(allWords).stream().map(Prediction::value).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Boolean>> isSpamAllScored(List<List<String>> allWords) {
    List<int[]> rows = Arguments.each(allWords, "allWords", words::encode);
    return Evidence.with(rows, scores(rows).stream().map(expected::prediction).toList());
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Boolean> isSpamAll(Stream<List<String>> allWords) {
    return isSpamAllScored(allWords).map(Prediction::value);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Boolean>> isSpamAllScored(Stream<List<String>> allWords) {
    return inference.streamOfRows(
        allWords, words::encode, (row, scores) -> Evidence.with(row, expected.prediction(scores)));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<SpamFilterExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<SpamFilterExample> examples) {
    TemperatureFit<Boolean> fit = TemperatureFit.of(expected);
    Iterable<Chunk<SpamFilterExample, int[]>> parts =
        Chunks.of(examples, example -> words.encode(example.words()));
    for (Chunk<SpamFilterExample, int[]> part : parts) {
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
    ModelWriter.of(SpamFilterNetwork.signature())
        .codec("words", words.stored())
        .codec("expected", expected.stored())
        .history(history)
        .precision(precision)
        .write(file, host.weights());
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("words", words.stored()).codec("expected", expected.stored());
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

  private Evaluation measured(Iterable<SpamFilterExample> examples) {
    ClassificationMetrics<Boolean> metrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<SpamFilterExample, int[]>> parts =
        Chunks.of(examples, example -> words.encode(example.words()));
    for (Chunk<SpamFilterExample, int[]> part : parts) {
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
