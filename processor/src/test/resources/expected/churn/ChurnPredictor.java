package churn;

import dev.rondo.Prediction;
import dev.rondo.data.CalendarField;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.VectorCodec;
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
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Churn} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ChurnPredictor extends Predictor implements Churn {
  private static final RecordFeatures<Profile> PROFILE =
      RecordFeatures.<Profile>of()
          .with("age", Features.number(Profile::age))
          .with(
              "since",
              Features.calendar(
                  Profile::since,
                  List.of(CalendarField.DAY_OF_WEEK, CalendarField.DAY_OF_YEAR),
                  ""))
          .with("channels", Features.constants(Profile::channels, Channel.values()));

  private static final RecordFeatures<Click> CLICK =
      RecordFeatures.<Click>of()
          .with("page", Features.<Click>category(Click::page).vocabulary(30_000).minFrequency(2))
          .with("seconds", Features.number(Click::seconds));

  static final VectorCodec.Description<Profile> PROFILE_INPUT = VectorCodec.of("profile", PROFILE);

  static final SequenceCodec.Description<Click> CLICKS = SequenceCodec.of("clicks", CLICK);

  final VectorCodec<Profile> profile;
  final SequenceCodec<Click> clicks;
  final BooleanCodec expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  ChurnPredictor(
      VectorCodec<Profile> profile,
      SequenceCodec<Click> clicks,
      BooleanCodec expected,
      ChurnNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(ChurnNetwork.signature(), host, history);
    this.profile = profile;
    this.clicks = clicks;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(
                InputShape.vector(profile.width(), profile.columns()),
                InputShape.steps(clicks.width(), clicks.columns())),
            Steps::longest,
            List.of(HeadShape.once("expected", expected.size())),
            (pass, batch) ->
                network.forward(pass, StepBatch.of(pass, batch, 0), StepBatch.of(pass, batch, 1)));
    this.sessions =
        new StepSessions(
            host,
            network,
            ChurnNetwork.signature(),
            List.of(
                StepInput.once(profile.width(), profile.columns()),
                StepInput.each(
                    clicks.width(), clicks.columns(), clicks.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static ChurnPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ChurnPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, ChurnNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static ChurnPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ChurnPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, ChurnNetwork.signature()), device);
  }

  private static ChurnPredictor load(ModelReader model, Device device) {
    try (model) {
      VectorCodec<Profile> profile = model.codecs("profile", PROFILE_INPUT::restore);
      SequenceCodec<Click> clicks = model.codecs("clicks", CLICKS::restore);
      BooleanCodec expected = model.codec("expected", BooleanCodec.RESTORER);
      ChurnNetwork network = new ChurnNetwork(profile.width(), clicks.width(), clicks.symbols(0));
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new ChurnPredictor(profile, clicks, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public ChurnSession session(Profile profile) {
    return new ChurnSession(this, sessions.start(this.profile.encode(profile)));
  }

  /**
   * Returns the session that {@link ChurnSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public ChurnSession session(byte[] bytes) {
    return new ChurnSession(this, sessions.restore(bytes));
  }

  @Override
  public boolean churns(Customer customer) {
    return answer(scores(Collections.singletonList(row(customer))).get(0));
  }

  /**
   * Like {@link Churn#churns}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Prediction<Boolean> churnsScored(Customer customer) {
    return scored(scores(Collections.singletonList(row(customer))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Boolean> churnsAll(List<Customer> customers) {
    List<Steps[]> rows = Arguments.each(customers, "customers", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Boolean>> churnsAllScored(List<Customer> customers) {
    List<Steps[]> rows = Arguments.each(customers, "customers", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param customers closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Boolean> churnsAll(Stream<Customer> customers) {
    return inference.stream(customers, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param customers closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Prediction<Boolean>> churnsAllScored(Stream<Customer> customers) {
    return inference.stream(customers, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<ChurnExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<ChurnExample> examples) {
    TemperatureFit<Boolean> expectedFit = TemperatureFit.of(expected);
    Iterable<Chunk<ChurnExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.customer()));
    for (Chunk<ChurnExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host)
        .codecs("profile", profile)
        .codecs("clicks", clicks)
        .codec("expected", expected.stored());
  }

  private Steps[] row(Customer customer) {
    Arguments.notNull(customer, "customer");
    return new Steps[] {profile.encode(customer.profile()), clicks.encode(customer.clicks())};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<ChurnExample> examples) {
    ClassificationMetrics<Boolean> expectedMetrics = new ClassificationMetrics<>(expected);
    Iterable<Chunk<ChurnExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.customer()));
    for (Chunk<ChurnExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private boolean answer(float[][] scores) {
    return expected.answer(scores[0]);
  }

  private Prediction<Boolean> scored(float[][] scores) {
    return expected.prediction(scores[0]);
  }
}
