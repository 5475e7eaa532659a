package anomaly;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.anomaly.AnomalyCodec;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.series.TimePolicy;
import dev.rondo.runtime.train.AnomalyTrainer;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link ServerWatch}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ServerWatchTrainer
    extends AnomalyTrainer<ServerWatchTrainer, Metrics, ServerWatchPredictor> {
  private ServerWatchTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static ServerWatchTrainer create() {
    return new ServerWatchTrainer();
  }

  @Override
  protected ServerWatchPredictor train(List<List<Metrics>> series) {
    ServerWatchPredictor start = startingPoint();
    SequenceCodec<Metrics> history =
        start == null ? learnHistory(series) : start.history.forTraining();
    AnomalyCodec<Metrics> expected = start == null ? learnExpected(series) : start.expected;
    codecs("history", history);
    codec("expected", expected.stored());
    ServerWatchNetwork network = new ServerWatchNetwork(history.width(), expected.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows = rows(history, expected);

    try (TrainingRun run = start(network, weights, rows.size())) {
      ServerWatchPredictor model =
          new ServerWatchPredictor(history, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss =
                step.ofGroup(
                    0,
                    Losses.foretold(
                        scores.get(0),
                        step.targets(batch.expected(), 0, expected.targetSize()),
                        expected.numbers(),
                        expected.classes()));
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::scores));
        show(model);
      }
      return new ServerWatchPredictor(history, expected, network, run.host(), run.finish());
    }
  }

  @Override
  protected ServerWatchPredictor calibrated(ServerWatchPredictor model) {
    return model.calibrated(scale(model::scores));
  }

  /**
   * Sets what to do with holes, duplicates and disorder in the times of series,
   * those for validation, too. Steps are taken as they come if nothing is set.
   */
  public ServerWatchTrainer times(TimePolicy policy) {
    return onTo(ServerWatchPredictor.times(policy));
  }

  private SequenceCodec<Metrics> learnHistory(List<List<Metrics>> series) {
    SequenceCodec.Learner<Metrics> learner = ServerWatchPredictor.HISTORY.learner();
    series.forEach(learner::add);
    return learner.build();
  }

  private AnomalyCodec<Metrics> learnExpected(List<List<Metrics>> series) {
    AnomalyCodec.Learner<Metrics> learner = ServerWatchPredictor.FORETOLD.learner(anomalyOptions());
    series.forEach(learner::add);
    return learner.build();
  }
}
