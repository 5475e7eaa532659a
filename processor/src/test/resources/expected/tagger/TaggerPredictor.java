package tagger;

import dev.rondo.Prediction;
import dev.rondo.Span;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.TagSequence;
import dev.rondo.runtime.data.text.Chunk;
import dev.rondo.runtime.data.text.Chunks;
import dev.rondo.runtime.data.text.TokensCodec;
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
import dev.rondo.runtime.train.metric.TagMetrics;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Tagger} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @LSTM reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TaggerPredictor extends Predictor implements Tagger {
  final TokensCodec words;
  final EnumCodec<Tag> expected;
  final NetworkHost host;
  private final TaggerNetwork network;
  private final Inference<Steps[], float[][]> inference;

  TaggerPredictor(
      TokensCodec words,
      EnumCodec<Tag> expected,
      TaggerNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(TaggerNetwork.signature(), host, history);
    this.words = words;
    this.expected = expected;
    this.host = host;
    this.network = network;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.tokens()),
            row -> row[0].length(),
            List.of(HeadShape.eachStep("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static TaggerPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TaggerPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, TaggerNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static TaggerPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static TaggerPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, TaggerNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link TaggerTrainer#continueFrom}: the enum of an answer may
   * have gained constants since, which this model does not answer with, but one that goes on from
   * it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static TaggerPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, TaggerNetwork.signature()).forTraining(), Device.cpu());
  }

  private static TaggerPredictor load(ModelReader model, Device device) {
    try (model) {
      TokensCodec words = model.codec("words", TokensCodec.RESTORER);
      EnumCodec<Tag> expected = model.codec("expected", EnumCodec.restorer(Tag.values()));
      TaggerNetwork network = new TaggerNetwork(words.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new TaggerPredictor(words, expected, network, host, model.history());
    }
  }

  @Override
  public List<Tag> tag(List<String> words) {
    return answer(scores(Collections.singletonList(row(words))).get(0), words.size());
  }

  /**
   * Like {@link Tagger#tag}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Tag>> tagScored(List<String> words) {
    return scored(scores(Collections.singletonList(row(words))).get(0), words.size());
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<List<Tag>> tagAll(List<List<String>> allWords) {
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
  public List<List<Prediction<Tag>>> tagAllScored(List<List<String>> allWords) {
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
  public Stream<List<Tag>> tagAll(Stream<List<String>> allWords) {
    return inference.stream(allWords, this::row, (row, scores) -> answer(scores, row.size()));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<List<Prediction<Tag>>> tagAllScored(Stream<List<String>> allWords) {
    return inference.stream(allWords, this::row, (row, scores) -> scored(scores, row.size()));
  }

  /**
   * Like {@link Tagger#tag}, but answers with the spans that the tags name.
   *
   * @return in their order, counted in steps, each with its words joined by a space
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Span> tagSpans(List<String> words) {
    return TagSequence.spans(expected, tag(words), words);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<TaggerExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<TaggerExample> examples) {
    TemperatureFit<List<Tag>> expectedFit = TemperatureFit.of(network.crf.tags(host, expected));
    Iterable<Chunk<TaggerExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.words()));
    for (Chunk<TaggerExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("words", words.stored()).codec("expected", expected.stored());
  }

  private Steps[] row(List<String> words) {
    return new Steps[] {Steps.tokens(this.words.encode(Arguments.copyOf(words, "words")))};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<TaggerExample> examples) {
    TagMetrics<Tag> expectedMetrics = new TagMetrics<>(network.crf.tags(host, expected));
    Iterable<Chunk<TaggerExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.words()));
    for (Chunk<TaggerExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private List<Tag> answer(float[][] scores, int steps) {
    return network.crf.tags(host, expected).answer(scores[0], steps);
  }

  private List<Prediction<Tag>> scored(float[][] scores, int steps) {
    return network.crf.tags(host, expected).predictions(scores[0], steps);
  }
}
