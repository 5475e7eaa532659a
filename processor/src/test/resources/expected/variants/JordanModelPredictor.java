package variants;

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
 * Answers {@link JordanModel} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: @Recurrent reads backward.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class JordanModelPredictor extends Predictor implements JordanModel {
  final TextCodec text;
  final EnumCodec<Verdict> expected;
  final NetworkHost host;
  final TokenClassifier<String, JordanModelExample, Verdict> classifier;

  JordanModelPredictor(
      TextCodec text,
      EnumCodec<Verdict> expected,
      JordanModelNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(JordanModelNetwork.signature(), host, history);
    this.text = text;
    this.expected = expected;
    this.host = host;
    this.classifier = new TokenClassifier<>(network.inference(host), text, expected);
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
    return load(ModelReader.open(file, JordanModelNetwork.signature()), device);
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
    return load(ModelReader.open(stream, JordanModelNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link JordanModelTrainer#continueFrom}: the enum of an answer
   * may have gained constants since, which this model does not answer with, but one that goes on
   * from it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static JordanModelPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, JordanModelNetwork.signature()).forTraining(), Device.cpu());
  }

  private static JordanModelPredictor load(ModelReader model, Device device) {
    try (model) {
      TextCodec text = model.codec("text", TextCodec.RESTORER);
      EnumCodec<Verdict> expected = model.codec("expected", EnumCodec.restorer(Verdict.values()));
      JordanModelNetwork network = new JordanModelNetwork(text.size(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new JordanModelPredictor(text, expected, network, host, model.history());
    }
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
    return classifier.prediction(Arguments.notNull(text, "text"));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Verdict> judgeAll(List<String> texts) {
    return classifier.answers(texts, "texts");
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Verdict>> judgeAllScored(List<String> texts) {
    return classifier.predictions(texts, "texts");
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param texts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Verdict> judgeAll(Stream<String> texts) {
    return classifier.answers(texts);
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param texts closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Verdict>> judgeAllScored(Stream<String> texts) {
    return classifier.predictions(texts);
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, or one is null
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<JordanModelExample> examples) {
    return classifier.evaluation(examples);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return classifier.serving();
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codec("text", text.stored()).codec("expected", expected.stored());
  }
}
