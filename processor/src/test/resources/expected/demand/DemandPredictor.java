package demand;

import dev.rondo.data.CalendarField;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.Features;
import dev.rondo.runtime.data.feature.RecordFeatures;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.VectorCodec;
import dev.rondo.runtime.engine.Device;
import dev.rondo.runtime.forecast.ForecastBacktest;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.ForecastDescription;
import dev.rondo.runtime.forecast.ForecastSeries;
import dev.rondo.runtime.forecast.ForecastTarget;
import dev.rondo.runtime.forecast.ForecastWindow;
import dev.rondo.runtime.forecast.Known;
import dev.rondo.runtime.forecast.SeriesConstants;
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
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.annotation.processing.Generated;

/**
 * Answers {@link Demand} with a trained network.
 *
 * <p>Safe for use by many threads. Holds native memory until it is closed.
 *
 * <p>There is no session: a forecast is made from a window as a whole.
 */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DemandPredictor extends Predictor implements Demand {
  private static final RecordFeatures<Day> DAY =
      RecordFeatures.<Day>of()
          .with(
              "date",
              Features.calendar(
                  Day::date, List.of(CalendarField.DAY_OF_WEEK, CalendarField.DAY_OF_YEAR), ""))
          .with("sold", Features.<Day>number(Day::sold).scaled(Scaling.WINDOW))
          .with("open", Features.flag(Day::open));

  private static final RecordFeatures<Store> STORE =
      RecordFeatures.<Store>of()
          .with("id", Features.<Store>category(Store::id).vocabulary(30_000).minFrequency(2))
          .with("area", Features.number(Store::area));

  private static final RecordFeatures<Planned> PLANNED =
      RecordFeatures.<Planned>of().with("open", Features.flag(Planned::open));

  static final SequenceCodec.Description<Day> HISTORY = SequenceCodec.of("history", DAY);

  static final VectorCodec.Description<Store> STORE_INPUT = VectorCodec.of("store", STORE);

  static final SequenceCodec.Description<Planned> PLANNED_INPUT =
      SequenceCodec.of("planned", PLANNED);

  static final VectorCodec.Description<Region> REGION =
      VectorCodec.of(
          "region", Features.<Region, Region>constant(value -> value, Region.values()).embedded());

  static final ForecastDescription<Day> FORECAST_OF_SOLD =
      ForecastCodec.of(ForecastTarget.<Day>of("sold", Day::sold).scaled(Scaling.WINDOW))
          .window(168)
          .horizon(28)
          .stepByStep()
          .at(Day::date);

  final SequenceCodec<Day> history;
  final VectorCodec<Store> store;
  final SequenceCodec<Planned> planned;
  final VectorCodec<Region> region;
  final ForecastCodec<Day> expected;
  final NetworkHost host;
  private final DemandNetwork network;

  DemandPredictor(
      SequenceCodec<Day> history,
      VectorCodec<Store> store,
      SequenceCodec<Planned> planned,
      VectorCodec<Region> region,
      ForecastCodec<Day> expected,
      DemandNetwork network,
      NetworkHost host,
      TrainingHistory history_) {
    super(DemandNetwork.signature(), host, history_);
    this.history = history;
    this.store = store;
    this.planned = planned;
    this.region = region;
    this.expected = expected;
    this.host = host;
    this.network = network;
  }

  /** Like {@link #load(Path, Device)}, onto the CPU. */
  public static DemandPredictor load(Path file) {
    return load(file, Device.cpu());
  }

  /**
   * Returns the model of the file.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DemandPredictor load(Path file, Device device) {
    return load(ModelReader.open(file, DemandNetwork.signature()), device);
  }

  /** Like {@link #load(InputStream, Device)}, onto the CPU. */
  public static DemandPredictor load(InputStream stream) {
    return load(stream, Device.cpu());
  }

  /**
   * Returns the model in the stream.
   *
   * @throws ModelFileException if it is damaged, or the model of other layers, inputs or outputs
   * @throws IllegalStateException if the device is not available
   */
  public static DemandPredictor load(InputStream stream, Device device) {
    return load(ModelReader.open(stream, DemandNetwork.signature()), device);
  }

  private static DemandPredictor load(ModelReader model, Device device) {
    try (model) {
      SequenceCodec<Day> history = model.codecs("history", HISTORY::restore);
      VectorCodec<Store> store = model.codecs("store", STORE_INPUT::restore);
      SequenceCodec<Planned> planned = model.codecs("planned", PLANNED_INPUT::restore);
      VectorCodec<Region> region = model.codecs("region", REGION::restore);
      ForecastCodec<Day> expected = model.codec("expected", FORECAST_OF_SOLD::restore);
      DemandNetwork network =
          new DemandNetwork(
              history.width(), store.width(), store.symbols(0), planned.width(), region.symbols(0));
      NetworkHost host =
          NetworkHost.restore(network, device, model.weights(network.weightShapes()));
      return new DemandPredictor(
          history, store, planned, region, expected, network, host, model.history());
    }
  }

  /**
   * Forecasts from a history, of which the last steps are read.
   *
   * @throws IllegalArgumentException if the history is null, empty, or cannot be read, or what is
   *     constant cannot
   * @throws IllegalStateException after {@link #close()}
   */
  @Override
  public float[] next(List<Day> history, Store store, List<Planned> planned, Region region) {
    ForecastWindow window =
        ForecastSeries.window(
            history, "history", this.history, expected, planned, "planned", this.planned)
            .with(this.store.encode(store), this.region.encode(region));
    return forecasts(List.of(window)).get(0);
  }

  /**
   * Forecasts from several histories at once, which is faster.
   *
   * @return the forecasts in the order of the histories
   * @throws IllegalArgumentException if a history is null, empty, or cannot be read, or what is
   *     constant cannot
   * @throws IllegalStateException after {@link #close()}
   */
  public List<float[]> nextAll(List<DemandInput> inputs) {
    return forecasts(
        Arguments.each(
            inputs,
            "inputs",
            each ->
                ForecastSeries.window(
                    each.history(),
                    "history",
                    this.history,
                    expected,
                    each.planned(),
                    "planned",
                    this.planned)
                    .with(this.store.encode(each.store()), this.region.encode(each.region()))));
  }

  /**
   * Measures the forecasts of the last fifth of series; see {@link #evaluate(Iterable, double)}.
   */
  public ForecastEvaluation evaluate(Iterable<DemandSeries> series) {
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
   *     cannot be read, what is constant cannot, or the share is out of range
   * @throws IllegalStateException after {@link #close()}
   */
  public ForecastEvaluation evaluate(Iterable<DemandSeries> series, double share) {
    return ForecastBacktest.last(
        series,
        share,
        history,
        expected,
        new Known<>(planned, DemandPredictor::knownOf),
        constantsOf(store, region))
        .evaluate(this::scores)
        .evaluation();
  }

  /**
   * Returns what brings a series onto regular times, as a policy says, so that it can be
   * answered: numbers are mixed, anything else is repeated.
   */
  public static RegularTimes<Day> times(TimePolicy policy) {
    return RegularTimes.mixing(
        Day::date,
        policy,
        step ->
            new Day(
                step.at(LocalDate.class),
                (float) step.number("sold", Day::sold),
                step.same(Day::open)));
  }

  @Override
  public Learned learned() {
    return Learned.of(host)
        .codecs("history", history)
        .codecs("store", store)
        .codecs("planned", planned)
        .codecs("region", region)
        .codec("expected", expected.stored());
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
        each -> each[1].length(),
        List.of(HeadShape.eachStep("expected", expected.size())),
        (pass, batch) ->
            network.forward(
                pass,
                StepBatch.of(pass, batch, 0),
                StepBatch.of(pass, batch, 2),
                StepBatch.of(pass, batch, 1),
                StepBatch.of(pass, batch, 3)));
  }

  static Planned knownOf(Day step) {
    return new Planned(step.open());
  }

  static SeriesConstants<DemandSeries, Day> constantsOf(
      VectorCodec<Store> store, VectorCodec<Region> region) {
    return new SeriesConstants<>(
        DemandSeries::history,
        each -> new Steps[] {store.encode(each.store()), region.encode(each.region())});
  }
}
