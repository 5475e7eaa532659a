package fraud;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.answer.EachStep;
import dev.rondo.runtime.data.feature.SequenceCodec;
import dev.rondo.runtime.layer.StepBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.ClassWeights;
import dev.rondo.runtime.train.Evaluation;
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
import java.util.OptionalDouble;
import javax.annotation.processing.Generated;

/** Trains {@link Fraud}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class FraudTrainer extends Trainer<FraudTrainer, FraudExample, FraudPredictor> {
  private double dropout = 0.2;
  private final ClassWeights<Boolean> classWeights = new ClassWeights<>();
  private OptionalDouble threshold = OptionalDouble.empty();

  private FraudTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static FraudTrainer create() {
    return new FraudTrainer();
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public FraudTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  /**
   * Sets how much it counts in the loss where the right answer is this one: more than others if it
   * is rare, or costly to miss.
   *
   * @param weight above 0; 1 by default
   * @throws IllegalArgumentException if the value is null or the weight out of range
   */
  public FraudTrainer weight(Boolean value, double weight) {
    classWeights.set(value, weight);
    return this;
  }

  /**
   * Sets from which probability of true on the answer is true: a low one finds more of what is
   * rare, a high one is more often right when it says so.
   *
   * @param probability in (0, 1); by default what is more probable is answered
   * @throws IllegalArgumentException if it is out of range
   */
  public FraudTrainer threshold(double probability) {
    threshold = BooleanCodec.checkedThreshold(probability);
    return this;
  }

  /**
   * Fits the probabilities of answers to examples when the training ends: by a temperature, which
   * is stored with the model (Guo et al. 2017). Of answers that are given with 80 %, about four in
   * five are then right. Without it, probabilities stay as the training leaves them.
   *
   * @param examples that are not trained on, such as those of {@link #validateOn}
   * @throws IllegalArgumentException if they are null
   */
  public FraudTrainer calibrate(Iterable<FraudExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public FraudTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public FraudPredictor fit(Iterable<FraudExample> examples) {
    FraudPredictor start = startingPoint();
    SequenceCodec<Payment> card = start == null ? learnCard(examples) : start.card.forTraining();
    BooleanCodec expected =
        (start == null ? BooleanCodec.of() : start.expected.forTraining()).threshold(threshold);
    codecs("card", card);
    codec("expected", expected.stored());
    FraudNetwork network = new FraudNetwork(card.width());
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            List.of(new HeadCodec("expected", expected)),
            example -> {
              Steps cardSteps = card.encode(example.card());
              float[] expectedTarget =
                  AnswerTargets.of(
                      "expected", EachStep.of(expected), example.expected(), example.card().size());
              Steps[] inputs = {cardSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });
    float[] expectedWeights = classWeights.of(expected.classes());

    try (TrainingRun run = start(network, weights, rows.size())) {
      FraudPredictor model =
          new FraudPredictor(card, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss =
                step.ofGroup(
                    0,
                    Losses.labels(
                        scores.get(0),
                        step.targets(batch.expected(), 0, expected.targetSize()),
                        options().labelSmoothing(),
                        expectedWeights),
                    expectedWeights);
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluate));
        show(model);
      }
      Temperatures temperatures = calibrated(run, model::temperatures);
      return new FraudPredictor(
          card, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private SequenceCodec<Payment> learnCard(Iterable<FraudExample> examples) {
    SequenceCodec.Learner<Payment> learner = FraudPredictor.CARD.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.card()));
    return learner.build();
  }

  @Override
  protected String lossDescription() {
    return "expected: DEFAULT " + classWeights;
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<Evaluation> {
    ACCURACY,
    MACRO_F1,
    AVERAGE_PRECISION;

    @Override
    public Quality of(Evaluation evaluation) {
      return switch (this) {
        case ACCURACY -> Quality.share("accuracy", evaluation.accuracy());
        case MACRO_F1 -> Quality.share("macro F1", evaluation.macroF1());
        case AVERAGE_PRECISION -> Quality.share("average precision", evaluation.averagePrecision());
      };
    }
  }
}
