package regressor;

import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.feature.SeriesCodec;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.HeadShape;
import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.layer.InputShape;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.serve.Serving;
import dev.rondo.runtime.session.StepInput;
import dev.rondo.runtime.session.StepSessions;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.NumberEvaluation;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.metric.NumberMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Regressor} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class RegressorPredictor extends Predictor implements Regressor {
  static final SeriesCodec.Description VALUES = SeriesCodec.of("values");

  final SeriesCodec values;
  final NumberCodec expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  RegressorPredictor(
      SeriesCodec values,
      NumberCodec expected,
      RegressorNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(RegressorNetwork.signature(), host, history);
    this.values = values;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(values.width(), values.columns())),
            Steps::longest,
            List.of(HeadShape.once("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions =
        new StepSessions(
            host,
            network,
            RegressorNetwork.signature(),
            List.of(
                StepInput.each(
                    values.width(), values.columns(), values.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static RegressorPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static RegressorPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, RegressorNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static RegressorPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static RegressorPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, RegressorNetwork.signature()), device);
  }

  private static RegressorPredictor load(ModelReader model, Device device) {
    try (model) {
      SeriesCodec values = model.codecs("values", VALUES::restore);
      NumberCodec expected = model.codec("expected", NumberCodec.RESTORER);
      RegressorNetwork network = new RegressorNetwork(values.width());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new RegressorPredictor(values, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public RegressorSession session() {
    return new RegressorSession(this, sessions.start());
  }

  /**
   * Returns the session that {@link RegressorSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public RegressorSession session(byte[] bytes) {
    return new RegressorSession(this, sessions.restore(bytes));
  }

  @Override
  public float predict(float[] values) {
    return answer(scores(Collections.singletonList(row(values))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Float> predictAll(List<float[]> allValues) {
    List<Steps[]> rows = Arguments.each(allValues, "allValues", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allValues closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Float> predictAll(Stream<float[]> allValues) {
    return inference.stream(allValues, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public NumberEvaluation evaluate(Iterable<RegressorExample> examples) {
    NumberMetrics expectedMetrics = new NumberMetrics(expected);
    Iterable<Chunk<RegressorExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.values()));
    for (Chunk<RegressorExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], (double) part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("values", values).codec("expected", expected.stored());
  }

  private Steps[] row(float[] values) {
    return new Steps[] {this.values.encode(values)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private float answer(float[][] scores) {
    return expected.answer(scores[0]).floatValue();
  }
}
