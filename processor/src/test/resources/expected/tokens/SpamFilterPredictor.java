package tokens;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.predict.TokenClassifier;
import dev.rondo.runtime.serve.Serving;
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
 * Answers {@link SpamFilter} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Recurrent reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpamFilterPredictor extends Predictor implements SpamFilter {
  final TokensCodec words;
  final BooleanCodec expected;
  final NetworkHost host;
  final TokenClassifier<List<String>, SpamFilterExample, Boolean> classifier;

  SpamFilterPredictor(
      TokensCodec words,
      BooleanCodec expected,
      SpamFilterNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(SpamFilterNetwork.signature(), host, history);
    this.words = words;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network.inference(host), words.ofLists(), expected);
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
    return load(ModelReader.open(file, SpamFilterNetwork.signature()), device);
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
    return load(ModelReader.open(stream, SpamFilterNetwork.signature()), device);
  }

  private static SpamFilterPredictor load(ModelReader model, Device device) {
    try (model) {
      TokensCodec words = model.codec("words", TokensCodec.RESTORER);
      BooleanCodec expected = model.codec("expected", BooleanCodec.RESTORER);
      SpamFilterNetwork network = new SpamFilterNetwork(words.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new SpamFilterPredictor(words, expected, network, host, model.history());
    }
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
    return classifier.prediction(Arguments.copyOf(words, "words"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Boolean> isSpamAll(List<List<String>> allWords) {
    return classifier.answers(allWords, "allWords");
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Boolean>> isSpamAllScored(List<List<String>> allWords) {
    return classifier.predictions(allWords, "allWords");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Boolean> isSpamAll(Stream<List<String>> allWords) {
    return classifier.answers(allWords);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allWords closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Boolean>> isSpamAllScored(Stream<List<String>> allWords) {
    return classifier.predictions(allWords);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<SpamFilterExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("words", words.stored()).codec("expected", expected.stored());
  }
}
