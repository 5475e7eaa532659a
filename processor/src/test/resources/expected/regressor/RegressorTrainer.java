package regressor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.feature.SeriesCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.EvaluationMetric;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.NumberEvaluation;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;

/** Trains {@link Regressor}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class RegressorTrainer
    extends Trainer<RegressorTrainer, RegressorExample, RegressorPredictor> {
  private RegressorTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static RegressorTrainer create() {
    return new RegressorTrainer();
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public RegressorTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public RegressorPredictor fit(Iterable<RegressorExample> examples) {
    RegressorPredictor start = startingPoint();
    SeriesCodec values = start == null ? learnValues(examples) : start.values;
    NumberCodec expected = start == null ? learnExpected(examples) : start.expected;
    codecs("values", values);
    codec("expected", expected.stored());
    RegressorNetwork network = new RegressorNetwork(values.width());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            example -> {
              Steps valuesSteps = values.encode(example.values());
              float[] expectedTarget =
                  AnswerTargets.of("expected", expected, (double) example.expected());
              Steps[] inputs = {valuesSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });

    try (TrainingRun run = start(network, weights, rows.size())) {
      RegressorPredictor model =
          new RegressorPredictor(values, expected, network, run.host(), TrainingHistory.none());
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
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      return new RegressorPredictor(values, expected, network, run.host(), run.finish());
    }
  }

  private SeriesCodec learnValues(Iterable<RegressorExample> examples) {
    SeriesCodec.Learner learner = RegressorPredictor.VALUES.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.values()));
    return learner.build();
  }

  private NumberCodec learnExpected(Iterable<RegressorExample> examples) {
    NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
    Arguments.forEach(
        examples,
        "example",
        example -> AnswerTargets.learn("expected", learner::add, (double) example.expected()));
    return learner.build();
  }

  @Override
  protected String lossDescription() {
    return "expected: DEFAULT";
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<NumberEvaluation> {
    MAE,
    RMSE,
    R2;

    @Override
    public Quality of(NumberEvaluation evaluation) {
      return switch (this) {
        case MAE -> Quality.error("MAE", evaluation.mae());
        case RMSE -> Quality.error("RMSE", evaluation.rmse());
        case R2 -> Quality.share("R2", evaluation.r2());
      };
    }
  }
}
