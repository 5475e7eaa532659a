package fraud;

import dev.rondo.Prediction;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
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
 * Answers {@link Fraud} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class FraudPredictor extends Predictor implements Fraud {
  private static final RecordFeatures<Payment> PAYMENT =
      RecordFeatures.<Payment>of()
          .with("amount", Features.<Payment>number(Payment::amount).scaled(Scaling.LOG))
          .with("abroad", Features.flag(Payment::abroad))
          .with("at", Features.elapsed(Payment::at));

  static final SequenceCodec.Description<Payment> CARD = SequenceCodec.of("card", PAYMENT);

  final SequenceCodec<Payment> card;
  final BooleanCodec expected;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  FraudPredictor(
      SequenceCodec<Payment> card,
      BooleanCodec expected,
      FraudNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(FraudNetwork.signature(), host, history);
    this.card = card;
    this.expected = expected;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(card.width(), card.columns())),
            row -> row[0].length(),
            List.of(HeadShape.eachStep("expected", expected.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions =
        new StepSessions(
            host,
            network,
            FraudNetwork.signature(),
            List.of(StepInput.each(card.width(), card.columns(), card.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static FraudPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static FraudPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, FraudNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static FraudPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static FraudPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, FraudNetwork.signature()), device);
  }

  private static FraudPredictor load(ModelReader model, Device device) {
    try (model) {
      SequenceCodec<Payment> card = model.codecs("card", CARD::restore);
      BooleanCodec expected = model.codec("expected", BooleanCodec.RESTORER);
      FraudNetwork network = new FraudNetwork(card.width());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new FraudPredictor(card, expected, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public FraudSession session() {
    return new FraudSession(this, sessions.start());
  }

  /**
   * Returns the session that {@link FraudSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public FraudSession session(byte[] bytes) {
    return new FraudSession(this, sessions.restore(bytes));
  }

  @Override
  public List<Boolean> fraud(List<Payment> card) {
    return answer(scores(Collections.singletonList(row(card))).get(0), card.size());
  }

  /**
   * Like {@link Fraud#fraud}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Prediction<Boolean>> fraudScored(List<Payment> card) {
    return scored(scores(Collections.singletonList(row(card))).get(0), card.size());
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<List<Boolean>> fraudAll(List<List<Payment>> cards) {
    List<Steps[]> rows = Arguments.each(cards, "cards", this::row);
    List<float[][]> scores = scores(rows);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> answer(scores.get(i), cards.get(i).size()))
        .toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<List<Prediction<Boolean>>> fraudAllScored(List<List<Payment>> cards) {
    List<Steps[]> rows = Arguments.each(cards, "cards", this::row);
    List<float[][]> scores = scores(rows);
    return IntStream.range(0, rows.size())
        .mapToObj(i -> scored(scores.get(i), cards.get(i).size()))
        .toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param cards closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<List<Boolean>> fraudAll(Stream<List<Payment>> cards) {
    return inference.stream(cards, this::row, (row, scores) -> answer(scores, row.size()));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param cards closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<List<Prediction<Boolean>>> fraudAllScored(Stream<List<Payment>> cards) {
    return inference.stream(cards, this::row, (row, scores) -> scored(scores, row.size()));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public Evaluation evaluate(Iterable<FraudExample> examples) {
    return Evaluation.measured(inference, examples, this::measured);
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<FraudExample> examples) {
    TemperatureFit<List<Boolean>> expectedFit =
        TemperatureFit.eachStep(TemperatureFit.of(expected));
    Iterable<Chunk<FraudExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.card()));
    for (Chunk<FraudExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedFit.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return Temperatures.none().with("expected", expectedFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("card", card).codec("expected", expected.stored());
  }

  private Steps[] row(List<Payment> card) {
    return new Steps[] {this.card.encode(card)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Evaluation measured(Iterable<FraudExample> examples) {
    StepMetrics<Boolean, Evaluation> expectedMetrics =
        new StepMetrics<>(EachStep.of(expected), new ClassificationMetrics<>(expected));
    Iterable<Chunk<FraudExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.card()));
    for (Chunk<FraudExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        expectedMetrics.add(scores.get(i)[0], part.example(i).expected());
      }
    }
    return expectedMetrics.evaluation();
  }

  private List<Boolean> answer(float[][] scores, int steps) {
    return EachStep.of(expected).answer(scores[0], steps);
  }

  private List<Prediction<Boolean>> scored(float[][] scores, int steps) {
    return EachStep.of(expected).each(scores[0], steps, step -> expected.prediction(step));
  }
}
