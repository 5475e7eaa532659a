package forecast;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.forecast.ForecastBacktest;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.ForecastDescription;
import dev.rondo.runtime.forecast.ForecastSeries;
import dev.rondo.runtime.forecast.ForecastTarget;
import dev.rondo.runtime.forecast.ForecastWindow;
import dev.rondo.runtime.layer.HeadShape;
import dev.rondo.runtime.layer.NetworkHost;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.predict.Predictor;
import dev.rondo.runtime.series.ForecastEvaluation;
import dev.rondo.runtime.series.RegularTimes;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.store.ModelFileException;
import dev.rondo.runtime.store.ModelReader;
import dev.rondo.runtime.train.Learned;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link LoadForecaster} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: a forecast is made from a window as a whole.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class LoadForecasterPredictor extends Predictor implements LoadForecaster {
  private static final RecordFeatures<Reading> READING =
      RecordFeatures.<Reading>of()
          .with(
              "at",
              Features.calendar(
                  Reading::at,
                  List.of(
                      CalendarField.HOUR_OF_DAY,
                      CalendarField.DAY_OF_WEEK,
                      CalendarField.DAY_OF_YEAR),
                  ""))
          .with("load", Features.<Reading>number(Reading::load).scaled(Scaling.WINDOW))
          .with("temperature", Features.number(Reading::temperature));

  static final SequenceCodec.Description<Reading> HISTORY = SequenceCodec.of("history", READING);

  static final ForecastDescription<Reading> FORECAST_OF_LOAD =
      ForecastCodec.of(ForecastTarget.<Reading>of("load", Reading::load).scaled(Scaling.WINDOW))
          .window(168)
          .horizon(24)
          .at(Reading::at);

  final SequenceCodec<Reading> history;
  final ForecastCodec<Reading> expected;
  final NetworkHost host;
  private final LoadForecasterNetwork network;

  LoadForecasterPredictor(
      SequenceCodec<Reading> history,
      ForecastCodec<Reading> expected,
      LoadForecasterNetwork network,
      NetworkHost host,
      TrainingHistory history_) {
    super(LoadForecasterNetwork.signature(), host, history_);
    this.history = history;
    this.expected = expected;
    this.host = host;
    this.network = network;
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static LoadForecasterPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static LoadForecasterPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, LoadForecasterNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static LoadForecasterPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static LoadForecasterPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, LoadForecasterNetwork.signature()), device);
  }

  private static LoadForecasterPredictor load(ModelReader model, Device device) {
    try (model) {
      SequenceCodec<Reading> history = model.codecs("history", HISTORY::restore);
      ForecastCodec<Reading> expected = model.codec("expected", FORECAST_OF_LOAD::restore);
      LoadForecasterNetwork network = new LoadForecasterNetwork(history.width(), expected.size());
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new LoadForecasterPredictor(history, expected, network, host, model.history());
    }
  }

  /**
   * Forecasts from a history, of which the last steps are read.
   *
   * @throws IllegalArgumentException if the history is null, empty, or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  public float[] next(List<Reading> history) {
    ForecastWindow window = ForecastSeries.window(history, "history", this.history, expected);
    return forecasts(List.of(window)).get(0);
  }

  /**
   * Forecasts from several histories at once, which is faster.
   *
   * @return the forecasts in the order of the histories
   * @throws IllegalArgumentException if a history is null, empty, or cannot be read
   * @throws IllegalStateException after {@link #close()}
   */
  public List<float[]> nextAll(List<List<Reading>> histories) {
    return forecasts(
        Arguments.each(
            histories,
            "histories",
            each -> ForecastSeries.window(each, "history", this.history, expected)));
  }

  /**
   * Measures the forecasts of the last fifth of series; see {@link #evaluate(Iterable, double)}.
   */
  public ForecastEvaluation evaluate(Iterable<List<Reading>> series) {
    return evaluate(series, 0.2);
  }

  /**
   * Measures the forecasts of the last part in time of series, from every place in it,
   * beside those of what is simple: the last value, the value one season before, and a
   * linear model of the part before. Nothing is trained again.
   *
   * @param share of the steps of each series that is measured, above 0; what is before it is known.
   *     1 for all of it, where there is no linear model
   * @throws IllegalArgumentException if no series has a whole horizon there, a step is null or
   *     cannot be read, or the share is out of range
   * @throws IllegalStateException after {@link #close()}
   */
  public ForecastEvaluation evaluate(Iterable<List<Reading>> series, double share) {
    return ForecastBacktest.last(series, share, history, expected)
        .evaluate(this::scores)
        .evaluation();
  }

  /**
   * Returns what brings a series onto regular times, as a policy says, so that it can be
   * answered: numbers are mixed, anything else is repeated.
   */
  public static RegularTimes<Reading> times(TimePolicy policy) {
    return RegularTimes.mixing(
        Reading::at,
        policy,
        step ->
            new Reading(
                step.at(LocalDateTime.class),
                (float) step.number("load", Reading::load),
                (float) step.number("temperature", Reading::temperature)));
  }

  @Override
  public Learned learned() {
    return Learned.of(host).codecs("history", history).codec("expected", expected.stored());
  }

  private List<float[]> forecasts(List<ForecastWindow> windows) {
    List<float[][]> scores = scores(windows.stream().map(ForecastWindow::inputs).toList());
    return IntStream.range(0, windows.size())
        .mapToObj(i -> expected.floats(scores.get(i)[0], windows.get(i)))
        .toList();
  }

  List<float[][]> scores(List<Steps[]> rows) {
    return host.scoresOfHeads(
        rows,
        Steps::longest,
        List.of(HeadShape.once("expected", expected.size())),
        (pass, batch) -> network.forward(pass, StepBatch.of(pass, batch, 0)));
  }
}
