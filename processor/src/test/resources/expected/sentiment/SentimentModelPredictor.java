package sentiment;

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
 * Answers {@link SentimentModel} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @LSTM reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SentimentModelPredictor extends Predictor implements SentimentModel {
  final TextCodec review;
  final EnumCodec<Sentiment> expected;
  final NetworkHost host;
  final TokenClassifier<String, SentimentModelExample, Sentiment> classifier;

  SentimentModelPredictor(
      TextCodec review,
      EnumCodec<Sentiment> expected,
      SentimentModelNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(SentimentModelNetwork.signature(), host, history);
    this.review = review;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network.inference(host), review, expected);
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static SentimentModelPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SentimentModelPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, SentimentModelNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static SentimentModelPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static SentimentModelPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, SentimentModelNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link SentimentModelTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static SentimentModelPredictor loadForTraining(Path file) {
    return load(
        ModelReader.open(file, SentimentModelNetwork.signature()).forTraining(), Device.cpu());
  }

  private static SentimentModelPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec review = model.codec("review", TextCodec.RESTORER);
      EnumCodec<Sentiment> expected =
          model.codec("expected", EnumCodec.restorer(Sentiment.values()));
      SentimentModelNetwork network = new SentimentModelNetwork(review.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new SentimentModelPredictor(review, expected, network, host, model.history());
    }
  }

  @Override
  public Sentiment predict(String review) {
    return predictScored(review).value();
  }

  /**
   * Like {@link SentimentModel#predict}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if the input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Sentiment> predictScored(String review) {
    return classifier.prediction(Arguments.notNull(review, "review"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Sentiment> predictAll(List<String> reviews) {
    return classifier.answers(reviews, "reviews");
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Sentiment>> predictAllScored(List<String> reviews) {
    return classifier.predictions(reviews, "reviews");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param reviews closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Sentiment> predictAll(Stream<String> reviews) {
    return classifier.answers(reviews);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param reviews closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Sentiment>> predictAllScored(Stream<String> reviews) {
    return classifier.predictions(reviews);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<SentimentModelExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("review", review.stored()).codec("expected", expected.stored());
  }
}
