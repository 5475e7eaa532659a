package vowels;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.CategoryCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.MatrixCodec;
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
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Evaluation;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TemperatureFit;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Vowels} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @LSTM reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class VowelsPredictor extends Predictor implements Vowels {
  static final MatrixCodec.Description SOUND = MatrixCodec.of("sound");

  final MatrixCodec sound;
  final CategoryCodec<String> expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;

  VowelsPredictor(
      MatrixCodec sound,
      CategoryCodec<String> expected,
      VowelsNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(VowelsNetwork.signature(), host, history);
    this.sound = sound;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(sound.width(), sound.columns())),
            Steps::longest,
            List.of(HeadShape.once("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static VowelsPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static VowelsPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, VowelsNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static VowelsPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static VowelsPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, VowelsNetwork.signature()), device);
  }

  private static VowelsPredictor load(ModelReader model, Device device) {
    try (model) {
      MatrixCodec sound = model.codecs("sound", SOUND::restore);
      CategoryCodec<String> expected =
          model.codec("expected", stored -> CategoryCodec.restore(stored, name -> name));
      VowelsNetwork network = new VowelsNetwork(sound.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new VowelsPredictor(sound, expected, network, host, model.history());
    }
  }

  @Override
  public String speaker(float[][] sound) {
    return answer(scores(Collections.singletonList(row(sound))).get(0));
  }

  /**
   * Like {@link Vowels#speaker}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<String> speakerScored(float[][] sound) {
    return scored(scores(Collections.singletonList(row(sound))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<String> speakerAll(List<float[][]> sounds) {
    List<Steps[]> rows = Arguments.each(sounds, "sounds", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<String>> speakerAllScored(List<float[][]> sounds) {
    List<Steps[]> rows = Arguments.each(sounds, "sounds", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param sounds closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<String> speakerAll(Stream<float[][]> sounds) {
    return inference.stream(sounds, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param sounds closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<String>> speakerAllScored(Stream<float[][]> sounds) {
    return inference.stream(sounds, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<VowelsExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<VowelsExample> examples) {
    TemperatureFit<String> expectedFit = TemperatureFit.of(expected);
    Iterable<Chunk<VowelsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.sound()));
    for (Chunk<VowelsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("sound", sound).codec("expected", expected.stored());
  }

  private Steps[] row(float[][] sound) {
    return new Steps[] {this.sound.encode(sound)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<VowelsExample> examples) {
    ClassificationMetrics<String> expectedMetrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<VowelsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.sound()));
    for (Chunk<VowelsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private String answer(float[][] scores) {
    return expected.answer(scores[0]);
  }

  private Prediction<String> scored(float[][] scores) {
    return expected.prediction(scores[0]);
  }
}
