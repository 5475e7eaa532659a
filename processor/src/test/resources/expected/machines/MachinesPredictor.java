package machines;

import dev.rondo.data.Fill;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.NumberCodec;
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
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TemperatureFit;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.metric.ClassificationMetrics;
import dev.rondo.runtime.train.metric.HeadLoss;
import dev.rondo.runtime.train.metric.NumberMetrics;
import dev.rondo.task.LossKind;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Machines} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesPredictor extends Predictor implements Machines {
  private static final RecordFeatures<Engine> ENGINE =
      RecordFeatures.<Engine>of()
          .with("rpm", Features.number(Engine::rpm))
          .with("oil", Features.<Engine>number(Engine::oil).missing(Fill.LAST));

  private static final RecordFeatures<Reading> READING =
      RecordFeatures.<Reading>of()
          .with("load", Features.<Reading>number(Reading::load).scaled(Scaling.LOG))
          .with("engine", Features.record(Reading::engine, ENGINE))
          .with("day", Features.constant(Reading::day, DayOfWeek.values()))
          .with(
              "site", Features.<Reading>category(Reading::site).vocabulary(30_000).minFrequency(2))
          .with("humidity", Features.boxed(Reading::humidity))
          .with("at", Features.elapsed(Reading::at));

  static final SequenceCodec.Description<Reading> READINGS = SequenceCodec.of("readings", READING);

  final SequenceCodec<Reading> readings;
  final EnumCodec<Condition> condition;
  final NumberCodec remaining;
  final NetworkHost host;
  private final Inference<Steps[], float[][]> inference;
  private final StepSessions sessions;

  MachinesPredictor(
      SequenceCodec<Reading> readings,
      EnumCodec<Condition> condition,
      NumberCodec remaining,
      MachinesNetwork network,
      NetworkHost host,
      TrainingHistory history) {
    super(MachinesNetwork.signature(), host, history);
    this.readings = readings;
    this.condition = condition;
    this.remaining = remaining;
    this.host = host;
    this.inference =
        Inference.ofHeads(
            host,
            List.of(InputShape.steps(readings.width(), readings.columns())),
            Steps::longest,
            List.of(
                HeadShape.once("condition", condition.size()),
                HeadShape.once("remaining", remaining.size())),
            (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
    this.sessions =
        new StepSessions(
            host,
            network,
            MachinesNetwork.signature(),
            List.of(
                StepInput.each(
                    readings.width(), readings.columns(), readings.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static MachinesPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static MachinesPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, MachinesNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static MachinesPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static MachinesPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, MachinesNetwork.signature()), device);
  }

  /**
   * Like {@link #load(Path)}, for {@link MachinesTrainer#continueFrom}: the enum of an answer may
   * have gained constants since, which this model does not answer with, but one that goes on from
   * it does.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   */
  public static MachinesPredictor loadForTraining(Path file) {
    return load(ModelReader.open(file, MachinesNetwork.signature()).forTraining(), Device.cpu());
  }

  private static MachinesPredictor load(ModelReader model, Device device) {
    try (model) {
      SequenceCodec<Reading> readings = model.codecs("readings", READINGS::restore);
      EnumCodec<Condition> condition =
          model.codec("condition", EnumCodec.restorer(Condition.values()));
      NumberCodec remaining = model.codec("remaining", NumberCodec.RESTORER);
      MachinesNetwork network =
          new MachinesNetwork(readings.width(), readings.symbols(0), condition.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new MachinesPredictor(readings, condition, remaining, network, host, model.history());
    }
  }

  /**
   * Returns a new session, which has read no step yet.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public MachinesSession session() {
    return new MachinesSession(this, sessions.start());
  }

  /**
   * Returns the session that {@link MachinesSession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public MachinesSession session(byte[] bytes) {
    return new MachinesSession(this, sessions.restore(bytes));
  }

  @Override
  public Verdict check(List<Reading> readings) {
    return answer(scores(Collections.singletonList(row(readings))).get(0));
  }

  /**
   * Like {@link Machines#check}, with the probability of every answer.
   *
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public MachinesScores checkScored(List<Reading> readings) {
    return scored(scores(Collections.singletonList(row(readings))).get(0));
  }

  /**
   * Answers several inputs at once, which is faster.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Verdict> checkAll(List<List<Reading>> allReadings) {
    List<Steps[]> rows = Arguments.each(allReadings, "allReadings", this::row);
    return scores(rows).stream().map(this::answer).toList();
  }

  /**
   * Answers several inputs at once, with the probability of every answer.
   *
   * @return the answers in the order of the inputs
   * @throws IllegalArgumentException if an input is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<MachinesScores> checkAllScored(List<List<Reading>> allReadings) {
    List<Steps[]> rows = Arguments.each(allReadings, "allReadings", this::row);
    return scores(rows).stream().map(this::scored).toList();
  }

  /**
   * Answers any number of inputs, of which few are in memory at once.
   *
   * @param allReadings closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<Verdict> checkAll(Stream<List<Reading>> allReadings) {
    return inference.stream(allReadings, this::row, (row, scores) -> answer(scores));
  }

  /**
   * Answers any number of inputs, with the probability of every answer, of which few are in memory
   * at once.
   *
   * @param allReadings closed with the answers
   * @return the answers in the order of the inputs, computed as they are asked for
   */
  public Stream<MachinesScores> checkAllScored(Stream<List<Reading>> allReadings) {
    return inference.stream(allReadings, this::row, (row, scores) -> scored(scores));
  }

  /**
   * Compares the answers with those that examples expect.
   *
   * @throws IllegalArgumentException if there is no example, one is null, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public MachinesEvaluation evaluate(Iterable<MachinesExample> examples) {
    ClassificationMetrics<Condition> conditionMetrics =
        new ClassificationMetrics<>(condition, HeadLoss.of(LossKind.DEFAULT).withBalancedClasses());
    NumberMetrics remainingMetrics =
        new NumberMetrics(remaining, HeadLoss.of(LossKind.HUBER).withWeight(0.5));
    Iterable<Chunk<MachinesExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.readings()));
    for (Chunk<MachinesExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        conditionMetrics.add(
            scores.get(i)[0],
            Arguments.notNull(part.example(i).expected().condition(), "condition"));
        remainingMetrics.add(scores.get(i)[1], (double) part.example(i).expected().remaining());
      }
    }
    return new MachinesEvaluation(conditionMetrics.evaluation(), remainingMetrics.evaluation());
  }

  /** Returns options of how the model answers: batching of calls, precision, warming up. */
  public Serving serving() {
    return inference;
  }

  /** Returns the temperatures at which probabilities fit what examples expect. */
  Temperatures temperatures(Iterable<MachinesExample> examples) {
    TemperatureFit<Condition> conditionFit = TemperatureFit.of(condition);
    Iterable<Chunk<MachinesExample, Steps[]>> parts =
        Chunks.of(examples, example -> row(example.readings()));
    for (Chunk<MachinesExample, Steps[]> part : parts) {
      List<float[][]> scores = scores(part.rows());
      for (int i = 0; i < part.size(); i++) {
        conditionFit.add(
            scores.get(i)[0],
            Arguments.notNull(part.example(i).expected().condition(), "condition"));
      }
    }
    return Temperatures.none().with("condition", conditionFit);
  }

  @Override
  public Learned learned() {
    return Learned.of(host)
        .codecs("readings", readings)
        .codec("condition", condition.stored())
        .codec("remaining", remaining.stored());
  }

  private Steps[] row(List<Reading> readings) {
    return new Steps[] {this.readings.encode(readings)};
  }

  private List<float[][]> scores(List<Steps[]> rows) {
    return inference.scores(rows);
  }

  private Verdict answer(float[][] scores) {
    return new Verdict(condition.answer(scores[0]), remaining.answer(scores[1]).floatValue());
  }

  private MachinesScores scored(float[][] scores) {
    return new MachinesScores(
        condition.prediction(scores[0]), remaining.answer(scores[1]).floatValue());
  }
}
