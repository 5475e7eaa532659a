package variants;

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
 * Answers {@link JordanModel} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Recurrent reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class JordanModelPredictor implements JordanModel, TrainedModel, AutoCloseable {
  final TextCodec text;
  final EnumCodec<Verdict> expected;
  final NetworkHost host;
  private final TrainingHistory history;
  private final Inference<int[], float[]> inference;

  JordanModelPredictor(
      TextCodec text,
      EnumCodec<Verdict> expected,
      JordanModelNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    this.text = text;
    this.expected = expected;
    this.host = host;
    this.history = history;
    this.inference =
        Inference.ofTokens(
            host, (pass, batch) -> network.forward(pass, TokenBatch.of(pass, batch)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static JordanModelPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static JordanModelPredictor load(Path file, Device device) {
    try (ModelReader model = ModelReader.open(file, JordanModelNetwork.signature())) {
      return load(model, device);
    }
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static JordanModelPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static JordanModelPredictor load(InputStream stream, Device device) {
    try (ModelReader model = ModelReader.open(stream, JordanModelNetwork.signature())) {
      return load(model, device);
    }
  }

  /**
   * Like {@link #load(Path)}, for {@link JordanModelTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static JordanModelPredictor loadForTraining(Path file) {
    try (ModelReader model = ModelReader.open(file, JordanModelNetwork.signature())) {
      return load(model.forTraining(), Device.cpu());
    }
  }

  private static JordanModelPredictor load(ModelReader model, Device device) {
    TextCodec text = model.codec("text", TextCodec::restore);
    EnumCodec<Verdict> expected =
        model.codec("expected", stored -> EnumCodec.restore(stored, Verdict.values()));
    JordanModelNetwork network = new JordanModelNetwork(text.size(), expected.size());
    NetworkHost host = NetworkHost.restore(network, device, model.weights(network.weightShapes()));
    return new JordanModelPredictor(text, expected, network, host, model.history());
  }

  @Override
  public Verdict judge(String text) {
    return judgeScored(text).value();
  }

  /**
   * Like {@link JordanModel#judge}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if the input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Verdict> judgeScored(String text) {
    int[] row = this.text.encode(Arguments.notNull(text, "text"));
    return Evidence.with(row, expected.prediction(scores(List.of(row)).get(0)));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Verdict> judgeAll(List<String> texts) {
    return judgeAllScored(texts).stream().map(Prediction::value).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Verdict>> judgeAllScored(List<String> texts) {
    List<int[]> rows = Arguments.each(texts, "texts", text::encode);
    return Evidence.with(rows, scores(rows).stream().map(expected::prediction).toList());
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param texts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Verdict> judgeAll(Stream<String> texts) {
    return judgeAllScored(texts).map(Prediction::value);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param texts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Verdict>> judgeAllScored(Stream<String> texts) {
    return inference.streamOfRows(
        texts, text::encode, (row, scores) -> Evidence.with(row, expected.prediction(scores)));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<JordanModelExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<JordanModelExample> examples) {
    TemperatureFit<Verdict> fit = TemperatureFit.of(expected);
    Iterable<Chunk<JordanModelExample, int[]>> parts =
        Chunks.of(examples, example -> text.encode(example.text()));
    for (Chunk<JordanModelExample, int[]> part : parts) {
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
    ModelWriter.of(JordanModelNetwork.signature())
        .codec("text", text.stored())
        .codec("expected", expected.stored())
        .history(history)
        .precision(precision)
        .write(file, host.weights());
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("text", text.stored()).codec("expected", expected.stored());
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

  private Evaluation measured(Iterable<JordanModelExample> examples) {
    ClassificationMetrics<Verdict> metrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<JordanModelExample, int[]>> parts =
        Chunks.of(examples, example -> text.encode(example.text()));
    for (Chunk<JordanModelExample, int[]> part : parts) {
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
