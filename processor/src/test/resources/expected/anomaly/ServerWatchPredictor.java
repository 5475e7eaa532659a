package anomaly;

import dev.rondo.Anomaly;
import dev.rondo.data.CalendarField;
import dev.rondo.runtime.anomaly.AnomalyCodec;
import dev.rondo.runtime.anomaly.AnomalyComponents;
import dev.rondo.runtime.anomaly.AnomalyDescription;
import dev.rondo.runtime.anomaly.AnomalyDetector;
import dev.rondo.runtime.anomaly.AnomalySession;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.forecast.ForecastTarget;
import dev.rondo.runtime.layer.HeadShape;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.series.AnomalyScale;
import dev.rondo.runtime.series.RegularTimes;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.session.StepInput;
import dev.rondo.runtime.session.StepSessions;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.annotation.processing.Generated;

/**
 * Answers {@link ServerWatch} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>A {@linkplain #session session} takes a stream step by step.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ServerWatchPredictor extends Predictor implements ServerWatch {
  private static final RecordFeatures<Metrics> METRICS =
      RecordFeatures.<Metrics>of()
          .with(
              "at",
              Features.calendar(
                  Metrics::at,
                  List.of(
                      CalendarField.HOUR_OF_DAY,
                      CalendarField.DAY_OF_WEEK,
                      CalendarField.DAY_OF_YEAR),
                  ""))
          .with("load", Features.number(Metrics::load))
          .with("queue", Features.boxed(Metrics::queue))
          .with("plan", Features.constant(Metrics::plan, DayOfWeek.values()));

  static final SequenceCodec.Description<Metrics> HISTORY = SequenceCodec.of("history", METRICS);

  static final AnomalyDescription<Metrics> FORETOLD =
      AnomalyCodec.stepwise(
          AnomalyComponents.<Metrics>of()
              .number("load", Metrics::load)
              .number("queue", step -> ForecastTarget.number(step.queue()))
              .symbol("plan", Metrics::plan),
          48,
          24)
          .at(Metrics::at);

  final SequenceCodec<Metrics> history;
  final AnomalyCodec<Metrics> expected;
  final NetworkHost host;
  private final ServerWatchNetwork network;
  private final StepSessions sessions;

  ServerWatchPredictor(
      SequenceCodec<Metrics> history,
      AnomalyCodec<Metrics> expected,
      ServerWatchNetwork network,
      NetworkHost host,
      TrainingHistory history_) {
    super(ServerWatchNetwork.signature(), host, history_);
    this.history = history;
    this.expected = expected;
    this.host = host;
    this.network = network;
    this.sessions =
        new StepSessions(
            host,
            network,
            ServerWatchNetwork.signature(),
            List.of(
                StepInput.each(
                    history.width(), history.columns(), history.stepEncoder().stateSize())));
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static ServerWatchPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ServerWatchPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, ServerWatchNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static ServerWatchPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static ServerWatchPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, ServerWatchNetwork.signature()), device);
  }

  private static ServerWatchPredictor load(ModelReader model, Device device) {
    try (model) {
      SequenceCodec<Metrics> history = model.codecs("history", HISTORY::restore);
      AnomalyCodec<Metrics> expected = model.codec("expected", FORETOLD::restore);
      ServerWatchNetwork network = new ServerWatchNetwork(history.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new ServerWatchPredictor(history, expected, network, host, model.history());
    }
  }

  /**
   * Returns the session that {@link AnomalySession#toBytes()} kept.
   *
   * @throws IllegalArgumentException if they are null, no session, damaged, or that of another
   *     model
   * @throws IllegalStateException after {@link #close()}
   */
  public AnomalySession<Metrics> session(byte[] bytes) {
    return detector().session(bytes);
  }

  /**
   * Returns how unusual the last step of a history is; NaN if it is too short for a score.
   *
   * @throws IllegalArgumentException if the history is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  public double score(List<Metrics> history) {
    return detector().score(history, "history");
  }

  /**
   * Returns how unusual each step of a series is, as a session that is fed with them.
   *
   * @throws IllegalArgumentException if the series is null or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<Anomaly> anomalies(List<Metrics> series) {
    return detector().anomalies(series, "series");
  }

  /** Returns a session, which takes one stream step by step. */
  public AnomalySession<Metrics> session() {
    return detector().session();
  }

  /**
   * Returns the lowest score from which on steps are alarms, so that ordinary series have at
   * most so many false episodes a day.
   *
   * @param series ordinary, and not learned from
   * @param step how far two steps are apart
   * @throws IllegalArgumentException if the series are so short that fewer than three false
   *     episodes are to be expected in them, or one cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public double threshold(
      Iterable<List<Metrics>> series, Duration step, double falseEpisodesPerDay) {
    return detector().threshold(series, step, falseEpisodesPerDay);
  }

  /**
   * Returns what brings a series onto regular times, as a policy says, so that it can be
   * answered: numbers are mixed, anything else is repeated.
   */
  public static RegularTimes<Metrics> times(TimePolicy policy) {
    return RegularTimes.mixing(
        Metrics::at,
        policy,
        step ->
            new Metrics(
                step.at(Instant.class),
                (float) step.number("load", Metrics::load),
                step.nullable(Metrics::queue, value -> (int) Math.round(value)),
                step.same(Metrics::plan)));
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("history", history).codec("expected", expected.stored());
  }

  ServerWatchPredictor calibrated(AnomalyScale scale) {
    return new ServerWatchPredictor(history, expected.calibrated(scale), network, host, history());
  }

  private AnomalyDetector<Metrics> detector() {
    return new AnomalyDetector<>(history, expected, this::scores, sessions);
  }

  List<float[][]> scores(List<Steps[]> rows) {
    return host.scoresOfHeads(
        rows,
        Steps::longest,
        List.of(HeadShape.once("expected", expected.size())),
        (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }
}
