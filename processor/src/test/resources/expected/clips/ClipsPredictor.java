package clips;

import dev.rondo.Prediction;
import dev.rondo.data.Normalization;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.PictureCodec;
import dev.rondo.runtime.data.picture.PictureSettings;
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
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TemperatureFit;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.awt.image.BufferedImage;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Clips} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ClipsPredictor extends Predictor implements Clips {
  static final PictureCodec.Description<BufferedImage> FRAMES =
      PictureCodec.of("frames", new PictureSettings(32, 24, 3), Normalization.GLOBAL);

  final PictureCodec<BufferedImage> frames;
  final EnumCodec<Motion> expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  ClipsPredictor(
      PictureCodec<BufferedImage> frames,
      EnumCodec<Motion> expected,
      ClipsNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(ClipsNetwork.signature(), host, history);
    this.frames = frames;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(frames.width(), frames.columns())),
            Steps::longest,
            List.of(HeadShape.once("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions =
        new StepSessions(
            host,
            network,
            ClipsNetwork.signature(),
            List.of(
                StepInput.each(
                    frames.width(), frames.columns(), frames.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static ClipsPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ClipsPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, ClipsNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static ClipsPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ClipsPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, ClipsNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link ClipsTrainer#continueFrom}: the enum of an answer may have
   * gained constants since, which this model does not answer with, but one that goes on from it
   * does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static ClipsPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, ClipsNetwork.signature()).forTraining(), Device.cpu());
  }

  private static ClipsPredictor load(ModelReader model, Device device) {
    try (model) {
      PictureCodec<BufferedImage> frames = model.codecs("frames", FRAMES::restore);
      EnumCodec<Motion> expected = model.codec("expected", EnumCodec.restorer(Motion.values()));
      ClipsNetwork network = new ClipsNetwork(expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new ClipsPredictor(frames, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public ClipsSession session() {
    return new ClipsSession(this, sessions.start());
  }

  /**
   * Returns the session that {@link ClipsSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public ClipsSession session(byte[] bytes) {
    return new ClipsSession(this, sessions.restore(bytes));
  }

  @Override
  public Motion motion(List<BufferedImage> frames) {
    return answer(scores(Collections.singletonList(row(frames))).get(0));
  }

  /**
   * Like {@link Clips#motion}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Motion> motionScored(List<BufferedImage> frames) {
    return scored(scores(Collections.singletonList(row(frames))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Motion> motionAll(List<List<BufferedImage>> allFrames) {
    List<Steps[]> rows = Arguments.each(allFrames, "allFrames", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Motion>> motionAllScored(List<List<BufferedImage>> allFrames) {
    List<Steps[]> rows = Arguments.each(allFrames, "allFrames", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allFrames closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Motion> motionAll(Stream<List<BufferedImage>> allFrames) {
    return inference.stream(allFrames, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allFrames closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Motion>> motionAllScored(Stream<List<BufferedImage>> allFrames) {
    return inference.stream(allFrames, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<ClipsExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<ClipsExample> examples) {
    TemperatureFit<Motion> expectedFit = TemperatureFit.of(expected);
    Iterable<Chunk<ClipsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.frames()));
    for (Chunk<ClipsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("frames", frames).codec("expected", expected.stored());
  }

  private Steps[] row(List<BufferedImage> frames) {
    return new Steps[] {this.frames.encode(frames)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<ClipsExample> examples) {
    ClassificationMetrics<Motion> expectedMetrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<ClipsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.frames()));
    for (Chunk<ClipsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private Motion answer(float[][] scores) {
    return expected.answer(scores[0]);
  }

  private Prediction<Motion> scored(float[][] scores) {
    return expected.prediction(scores[0]);
  }
}
