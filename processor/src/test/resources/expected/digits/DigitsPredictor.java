package digits;

import dev.rondo.AudioClip;
import dev.rondo.Prediction;
import dev.rondo.data.Normalization;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.data.sound.SoundSettings;
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
 * Answers {@link Digits} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Convolution reads steps that are yet to come.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DigitsPredictor extends Predictor implements Digits {
  static final AudioCodec.Description CLIP =
      AudioCodec.of(
          "clip",
          new SoundSettings(8000, 40, 0.025, 0.01, 0.0, 0.0, 0.0, 0),
          Normalization.UTTERANCE);

  final AudioCodec clip;
  final EnumCodec<Digit> expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;

  DigitsPredictor(
      AudioCodec clip,
      EnumCodec<Digit> expected,
      DigitsNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(DigitsNetwork.signature(), host, history);
    this.clip = clip;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(clip.width(), clip.columns())),
            Steps::longest,
            List.of(HeadShape.once("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static DigitsPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DigitsPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, DigitsNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static DigitsPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DigitsPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, DigitsNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link DigitsTrainer#continueFrom}: the enum of an answer may
   * have gained constants since, which this model does not answer with, but one that goes on from
   * it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static DigitsPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, DigitsNetwork.signature()).forTraining(), Device.cpu());
  }

  private static DigitsPredictor load(ModelReader model, Device device) {
    try (model) {
      AudioCodec clip = model.codecs("clip", CLIP::restore);
      EnumCodec<Digit> expected = model.codec("expected", EnumCodec.restorer(Digit.values()));
      DigitsNetwork network = new DigitsNetwork(clip.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new DigitsPredictor(clip, expected, network, host, model.history());
    }
  }

  @Override
  public Digit digit(AudioClip clip) {
    return answer(scores(Collections.singletonList(row(clip))).get(0));
  }

  /**
   * Like {@link Digits#digit}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Digit> digitScored(AudioClip clip) {
    return scored(scores(Collections.singletonList(row(clip))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Digit> digitAll(List<AudioClip> clips) {
    List<Steps[]> rows = Arguments.each(clips, "clips", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Digit>> digitAllScored(List<AudioClip> clips) {
    List<Steps[]> rows = Arguments.each(clips, "clips", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param clips closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Digit> digitAll(Stream<AudioClip> clips) {
    return inference.stream(clips, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param clips closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Digit>> digitAllScored(Stream<AudioClip> clips) {
    return inference.stream(clips, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<DigitsExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<DigitsExample> examples) {
    TemperatureFit<Digit> expectedFit = TemperatureFit.of(expected);
    Iterable<Chunk<DigitsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.clip()));
    for (Chunk<DigitsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("clip", clip).codec("expected", expected.stored());
  }

  private Steps[] row(AudioClip clip) {
    return new Steps[] {this.clip.encode(clip)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<DigitsExample> examples) {
    ClassificationMetrics<Digit> expectedMetrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<DigitsExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.clip()));
    for (Chunk<DigitsExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private Digit answer(float[][] scores) {
    return expected.answer(scores[0]);
  }

  private Prediction<Digit> scored(float[][] scores) {
    return expected.prediction(scores[0]);
  }
}
