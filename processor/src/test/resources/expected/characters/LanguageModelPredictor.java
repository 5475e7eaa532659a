package characters;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.text.TextCodec;
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
 * Answers {@link LanguageModel} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Pool(ATTENTION) weighs each step against all others.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class LanguageModelPredictor extends Predictor implements LanguageModel {
  final TextCodec line;
  final EnumCodec<Language> expected;
  final NetworkHost host;
  final TokenClassifier<String, LanguageModelExample, Language> classifier;

  LanguageModelPredictor(
      TextCodec line,
      EnumCodec<Language> expected,
      LanguageModelNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(LanguageModelNetwork.signature(), host, history);
    this.line = line;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network.inference(host), line, expected);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static LanguageModelPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static LanguageModelPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, LanguageModelNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static LanguageModelPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static LanguageModelPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, LanguageModelNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link LanguageModelTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static LanguageModelPredictor loadForTraining(Path file) {
    return load(
        ModelReader.open(file, LanguageModelNetwork.signature()).forTraining(), Device.cpu());
  }

  private static LanguageModelPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec line = model.codec("line", TextCodec.RESTORER);
      EnumCodec<Language> expected = model.codec("expected", EnumCodec.restorer(Language.values()));
      LanguageModelNetwork network = new LanguageModelNetwork(line.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new LanguageModelPredictor(line, expected, network, host, model.history());
    }
  }

  @Override
  public Language guess(String line) {
    return guessScored(line).value();
  }

  /**
   * Like {@link LanguageModel#guess}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if the input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Language> guessScored(String line) {
    return classifier.prediction(Arguments.notNull(line, "line"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Language> guessAll(List<String> lines) {
    return classifier.answers(lines, "lines");
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Language>> guessAllScored(List<String> lines) {
    return classifier.predictions(lines, "lines");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param lines closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Language> guessAll(Stream<String> lines) {
    return classifier.answers(lines);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param lines closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Language>> guessAllScored(Stream<String> lines) {
    return classifier.predictions(lines);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<LanguageModelExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("line", line.stored()).codec("expected", expected.stored());
  }
}
