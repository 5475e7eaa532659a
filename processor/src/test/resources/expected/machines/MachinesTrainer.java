package machines;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.data.Scaling;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.answer.NumberCodec;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.ClassWeights;
import dev.rondo.runtime.train.EvaluationMetric;
import dev.rondo.runtime.train.HeadCodec;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Quality;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link Machines}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class MachinesTrainer
    extends Trainer<MachinesTrainer, MachinesExample, MachinesPredictor> {
  private final ClassWeights<Condition> classWeights = new ClassWeights<>();

  private MachinesTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static MachinesTrainer create() {
    return new MachinesTrainer();
  }

  /**
   * Sets how much it counts in the loss where the right {@code condition} is this one: more than
   * others if it is rare, or costly to miss.
   *
   * @param weight above 0; 1 by default
   * @throws IllegalArgumentException if the value is null or the weight out of range
   */
  public MachinesTrainer weight(Condition value, double weight) {
    classWeights.set(value, weight);
    return this;
  }

  /**
   * Fits the probabilities of answers to examples when the training ends: by a temperature for
   * {@code condition}, which is stored with the model (Guo et al. 2017). Of answers that are given
   * with 80 %, about four in five are then right. Without it, probabilities stay as the training
   * leaves them.
   *
   * @param examples that are not trained on, such as those of {@link #validateOn}
   * @throws IllegalArgumentException if they are null
   */
  public MachinesTrainer calibrate(Iterable<MachinesExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public MachinesTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public MachinesPredictor fit(Iterable<MachinesExample> examples) {
    MachinesPredictor start = startingPoint();
    SequenceCodec<Reading> readings =
        start == null ? learnReadings(examples) : start.readings.forTraining();
    EnumCodec<Condition> condition =
        start == null ? EnumCodec.of(Condition.values()) : start.condition.forTraining();
    NumberCodec remaining = start == null ? learnRemaining(examples) : start.remaining;
    codecs("readings", readings);
    codec("condition", condition.stored());
    codec("remaining", remaining.stored());
    MachinesNetwork network =
        new MachinesNetwork(readings.width(), readings.symbols(0), condition.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            List.of(new HeadCodec("condition", condition), new HeadCodec("remaining", remaining)),
            example -> {
              Steps readingsSteps = readings.encode(example.readings());
              float[] conditionTarget =
                  AnswerTargets.of(
                      "condition",
                      condition,
                      Arguments.notNull(example.expected().condition(), "condition"));
              float[] remainingTarget =
                  AnswerTargets.of("remaining", remaining, (double) example.expected().remaining());
              Steps[] inputs = {readingsSteps};
              float[][] targets = {conditionTarget, remainingTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });
    float[] conditionWeights = classWeights.balanced(condition.classes(), rows, 0);

    try (TrainingRun run = start(network, weights, rows.size())) {
      MachinesPredictor model =
          new MachinesPredictor(
              readings, condition, remaining, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray conditionLoss =
                step.ofGroup(
                    0,
                    Losses.classes(
                        scores.get(0),
                        step.targets(batch.expected(), 0, condition.targetSize()),
                        options().labelSmoothing(),
                        conditionWeights),
                    conditionWeights);
            NDArray remainingLoss =
                step.ofGroup(
                    1,
                    Losses.huber(
                        scores.get(1), step.targets(batch.expected(), 1, remaining.targetSize())));
            NDArray loss = conditionLoss.add(Losses.weighted(remainingLoss, 0.5));
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      Temperatures temperatures = calibrated(run, model::temperatures);
      return new MachinesPredictor(
          readings,
          condition.at(temperatures.of("condition")),
          remaining,
          network,
          run.host(),
          run.finish());
    }
  }

  private SequenceCodec<Reading> learnReadings(Iterable<MachinesExample> examples) {
    SequenceCodec.Learner<Reading> learner = MachinesPredictor.READINGS.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.readings()));
    return learner.build();
  }

  private NumberCodec learnRemaining(Iterable<MachinesExample> examples) {
    NumberCodec.Learner learner = NumberCodec.learner(Scaling.STANDARD);
    Arguments.forEach(
        examples,
        "example",
        example ->
            AnswerTargets.learn(
                "remaining", learner::add, (double) example.expected().remaining()));
    return learner.build();
  }

  @Override
  protected String lossDescription() {
    return "condition: DEFAULT balanced " + classWeights + ", remaining: HUBER times 0.5";
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<MachinesEvaluation> {
    CONDITION_ACCURACY,
    CONDITION_MACRO_F1,
    REMAINING_MAE,
    REMAINING_RMSE,
    REMAINING_R2;

    @Override
    public Quality of(MachinesEvaluation evaluation) {
      return switch (this) {
        case CONDITION_ACCURACY ->
            Quality.share("condition accuracy", evaluation.condition().accuracy());
        case CONDITION_MACRO_F1 ->
            Quality.share("condition macro F1", evaluation.condition().macroF1());
        case REMAINING_MAE -> Quality.error("remaining MAE", evaluation.remaining().mae());
        case REMAINING_RMSE -> Quality.error("remaining RMSE", evaluation.remaining().rmse());
        case REMAINING_R2 -> Quality.share("remaining R2", evaluation.remaining().r2());
      };
    }
  }
}
