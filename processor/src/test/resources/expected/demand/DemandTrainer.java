package demand;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.data.feature.VectorCodec;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.ForecastDescription;
import dev.rondo.runtime.forecast.Known;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.train.ForecastTrainer;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link Demand}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DemandTrainer
    extends ForecastTrainer<DemandTrainer, DemandSeries, Day, DemandPredictor> {
  private DemandTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static DemandTrainer create() {
    return new DemandTrainer();
  }

  @Override
  protected DemandPredictor train(List<DemandSeries> series) {
    DemandPredictor start = startingPoint();
    SequenceCodec<Day> history = start == null ? learnHistory(series) : start.history.forTraining();
    VectorCodec<Store> store = start == null ? learnStore(series) : start.store.forTraining();
    SequenceCodec<Planned> planned =
        start == null ? learnPlanned(series) : start.planned.forTraining();
    VectorCodec<Region> region = start == null ? learnRegion(series) : start.region.forTraining();
    ForecastCodec<Day> expected =
        start == null ? learnExpected(series) : start.expected.forTraining();
    codecs("history", history);
    codecs("store", store);
    codecs("planned", planned);
    codecs("region", region);
    codec("expected", expected.stored());
    DemandNetwork network =
        new DemandNetwork(
            history.width(), store.width(), store.symbols(0), planned.width(), region.symbols(0));
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            history,
            expected,
            new Known<>(planned, DemandPredictor::knownOf),
            DemandPredictor.constantsOf(store, region));

    try (TrainingRun run = start(network, weights, rows.size())) {
      DemandPredictor model =
          new DemandPredictor(
              history,
              store,
              planned,
              region,
              expected,
              network,
              run.host(),
              TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores =
                network.forward(
                    step,
                    StepBatch.of(step, batch.inputs(), 0),
                    StepBatch.of(step, batch.inputs(), 2),
                    StepBatch.of(step, batch.inputs(), 1),
                    StepBatch.of(step, batch.inputs(), 3));
            NDArray loss =
                step.ofGroup(
                    0,
                    Losses.squared(
                        scores.get(0), step.targets(batch.expected(), 0, expected.targetSize())));
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::scores));
        show(model);
      }
      return new DemandPredictor(
          history, store, planned, region, expected, network, run.host(), run.finish());
    }
  }

  @Override
  protected List<Day> stepsOf(DemandSeries series) {
    return series.history();
  }

  @Override
  protected DemandSeries withSteps(DemandSeries series, List<Day> history) {
    return new DemandSeries(history, series.store(), series.region());
  }

  /**
   * Sets what to do with holes, duplicates and disorder in the times of series,
   * those for validation, too. They are refused if nothing is set.
   */
  public DemandTrainer times(TimePolicy policy) {
    return onTo(DemandPredictor.times(policy));
  }

  private SequenceCodec<Day> learnHistory(List<DemandSeries> series) {
    SequenceCodec.Learner<Day> learner = DemandPredictor.HISTORY.learner();
    series.forEach(each -> learner.add(each.history()));
    return learner.build();
  }

  private VectorCodec<Store> learnStore(List<DemandSeries> series) {
    VectorCodec.Learner<Store> learner = DemandPredictor.STORE_INPUT.learner();
    learnOnce(series, DemandPredictor.FORECAST_OF_SOLD, each -> learner.add(each.store()));
    return learner.build();
  }

  private SequenceCodec<Planned> learnPlanned(List<DemandSeries> series) {
    SequenceCodec.Learner<Planned> learner = DemandPredictor.PLANNED_INPUT.learner();
    series.forEach(
        each -> learner.add(each.history().stream().map(DemandPredictor::knownOf).toList()));
    return learner.build();
  }

  private VectorCodec<Region> learnRegion(List<DemandSeries> series) {
    VectorCodec.Learner<Region> learner = DemandPredictor.REGION.learner();
    learnOnce(series, DemandPredictor.FORECAST_OF_SOLD, each -> learner.add(each.region()));
    return learner.build();
  }

  private ForecastCodec<Day> learnExpected(List<DemandSeries> series) {
    ForecastDescription.Learner<Day> learner =
        DemandPredictor.FORECAST_OF_SOLD.learner(forecastOptions());
    series.forEach(each -> learner.add(each.history()));
    return learner.build();
  }
}
