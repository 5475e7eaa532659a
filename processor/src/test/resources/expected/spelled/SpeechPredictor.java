package spelled;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.feature.SpelledCodec;
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
import dev.rondo.runtime.train.metric.StepMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Speech} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class SpeechPredictor extends Predictor implements Speech {
  static final SpelledCodec.Description<List<String>> WORDS = SpelledCodec.tokens("words", true);

  final SpelledCodec<List<String>> words;
  final EnumCodec<Part> expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  SpeechPredictor(
      SpelledCodec<List<String>> words,
      EnumCodec<Part> expected,
      SpeechNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(SpeechNetwork.signature(), host, history);
    this.words = words;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.spelled()),
            row -> row[0].length(),
            List.of(HeadShape.eachStep("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions =
        new StepSessions(
            host,
            network,
            SpeechNetwork.signature(),
            List.of(StepInput.spelled(words.stepEncoder().columns())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static SpeechPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpeechPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, SpeechNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static SpeechPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SpeechPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, SpeechNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link SpeechTrainer#continueFrom}: the enum of an answer may
   * have gained constants since, which this model does not answer with, but one that goes on from
   * it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static SpeechPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, SpeechNetwork.signature()).forTraining(), Device.cpu());
  }

  private static SpeechPredictor load(ModelReader model, Device device) {
    try (model) {
      SpelledCodec<List<String>> words = model.codecs("words", WORDS::restore);
      EnumCodec<Part> expected = model.codec("expected", EnumCodec.restorer(Part.values()));
      SpeechNetwork network =
          new SpeechNetwork(words.size(), words.characters(), words.firstRare(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new SpeechPredictor(words, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public SpeechSession session() {
    return new SpeechSession(this, sessions.start());
  }

  /**
   * Returns the session that {@link SpeechSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public SpeechSession session(byte[] bytes) {
    return new SpeechSession(this, sessions.restore(bytes));
  }

  @Override
  public List<Part> tag(List<String> words) {
    return answer(scores(Collections.singletonList(row(words))).get(0), words.size());
  }

  /**
   * Like {@link Speech#tag}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Part>> tagScored(List<String> words) {
    return scored(scores(Collections.singletonList(row(words))).get(0), words.size());
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<List<Part>> tagAll(List<List<String>> allWords) {
    List<Steps[]> rows = Arguments.each(allWords, "allWords", this::row);
    List<float[][]> scores = scores(rows);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> answer(scores.get(i), allWords.get(i).size()))
        .toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<List<Prediction<Part>>> tagAllScored(List<List<String>> allWords) {
    List<Steps[]> rows = Arguments.each(allWords, "allWords", this::row);
    List<float[][]> scores = scores(rows);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> scored(scores.get(i), allWords.get(i).size()))
        .toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<List<Part>> tagAll(Stream<List<String>> allWords) {
    return inference.stream(allWords, this::row, (row, scores) -> answer(scores, row.size()));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<List<Prediction<Part>>> tagAllScored(Stream<List<String>> allWords) {
    return inference.stream(allWords, this::row, (row, scores) -> scored(scores, row.size()));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<SpeechExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<SpeechExample> examples) {
    TemperatureFit<List<Part>> expectedFit = TemperatureFit.eachStep(TemperatureFit.of(expected));
    Iterable<Chunk<SpeechExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.words()));
    for (Chunk<SpeechExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("words", words).codec("expected", expected.stored());
  }

  private Steps[] row(List<String> words) {
    return new Steps[] {this.words.encode(words)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<SpeechExample> examples) {
    StepMetrics<Part, Evaluation> expectedMetrics =
        new StepMetrics<>(EachStep.of(expected), new ClassificationMetrics<>(expected));
    Iterable<Chunk<SpeechExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.words()));
    for (Chunk<SpeechExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private List<Part> answer(float[][] scores, int steps) {
    return EachStep.of(expected).answer(scores[0], steps);
  }

  private List<Prediction<Part>> scored(float[][] scores, int steps) {
    return EachStep.of(expected).each(scores[0], steps, step -> expected.prediction(step));
  }
}
