package forecast;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.forecast.ForecastCodec;
import dev.rondo.runtime.forecast.ForecastDescription;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.SeriesTrainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link LoadForecaster}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class LoadForecasterTrainer
    extends SeriesTrainer<LoadForecasterTrainer, Reading, LoadForecasterPredictor> {
  private LoadForecasterTrainer() {
    super(
        TrainingOptions.builder()
            .epochs(20)
            .patience(3)
            .build());
  }

  /** Returns a new trainer. */
  public static LoadForecasterTrainer create() {
    return new LoadForecasterTrainer();
  }

  @Override
  protected LoadForecasterPredictor train(List<List<Reading>> series) {
    LoadForecasterPredictor start = startingPoint();
    SequenceCodec<Reading> history =
        start == null ? learnHistory(series) : start.history.forTraining();
    ForecastCodec<Reading> expected =
        start == null ? learnExpected(series) : start.expected.forTraining();
    codecs("history", history);
    codec("expected", expected.stored());
    LoadForecasterNetwork network = new LoadForecasterNetwork(history.width(), expected.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows = rows(history, expected);

    try (TrainingRun run = start(network, weights, rows.size())) {
      LoadForecasterPredictor model =
          new LoadForecasterPredictor(
              history, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
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
      return new LoadForecasterPredictor(history, expected, network, run.host(), run.finish());
    }
  }

  /**
   * Sets what to do with holes, duplicates and disorder in the times of series,
   * those for validation, too. They are refused if nothing is set.
   */
  public LoadForecasterTrainer times(TimePolicy policy) {
    return onTo(LoadForecasterPredictor.times(policy));
  }

  private SequenceCodec<Reading> learnHistory(List<List<Reading>> series) {
    SequenceCodec.Learner<Reading> learner = LoadForecasterPredictor.HISTORY.learner();
    series.forEach(learner::add);
    return learner.build();
  }

  private ForecastCodec<Reading> learnExpected(List<List<Reading>> series) {
    ForecastDescription.Learner<Reading> learner =
        LoadForecasterPredictor.FORECAST_OF_LOAD.learner(forecastOptions());
    series.forEach(learner::add);
    return learner.build();
  }
}
