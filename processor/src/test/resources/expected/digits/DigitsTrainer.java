package digits;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.feature.AudioCodec;
import dev.rondo.runtime.data.sound.SoundAugmentation;
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
import javax.annotation.processing.Generated;

/** Trains {@link Digits}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class DigitsTrainer extends Trainer<DigitsTrainer, DigitsExample, DigitsPredictor> {
  private SoundAugmentation clipAugmentation = SoundAugmentation.none();
  private double dropout = 0.3;
  private final ClassWeights<Digit> classWeights = new ClassWeights<>();

  private DigitsTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static DigitsTrainer create() {
    return new DigitsTrainer();
  }

  /**
   * Sets how {@code clip} is changed each time that it is learned from.
   *
   * @param changes speed, vocal tract, noise and masks; nothing by default
   * @throws IllegalArgumentException if they are null
   */
  public DigitsTrainer clipAugmentation(SoundAugmentation changes) {
    clipAugmentation = Arguments.notNull(changes, "changes");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.3 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public DigitsTrainer dropout(double rate) {
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
  public DigitsTrainer weight(Digit value, double weight) {
    classWeights.set(value, weight);
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
  public DigitsTrainer calibrate(Iterable<DigitsExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public DigitsTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public DigitsPredictor fit(Iterable<DigitsExample> examples) {
    DigitsPredictor start = startingPoint();
    AudioCodec clip = start == null ? learnClip(examples) : start.clip;
    EnumCodec<Digit> expected =
        start == null ? EnumCodec.of(Digit.values()) : start.expected.forTraining();
    codecs("clip", clip);
    codec("expected", expected.stored());
    augmentation("clip", clipAugmentation);
    DigitsNetwork network = new DigitsNetwork(clip.width(), expected.size());
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            List.of(new HeadCodec("expected", expected)),
            (example, random) -> {
              Steps clipSteps = clip.encode(example.clip(), clipAugmentation, random);
              float[] expectedTarget = AnswerTargets.of("expected", expected, example.expected());
              Steps[] inputs = {clipSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });
    float[] expectedWeights = classWeights.of(expected.classes());

    try (TrainingRun run = start(network, weights, rows.size())) {
      DigitsPredictor model =
          new DigitsPredictor(clip, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<Steps[], float[][]> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDList scores = network.forward(step, StepBatch.of(step, batch.inputs(), 0));
            NDArray loss =
                step.ofGroup(
                    0,
                    Losses.classes(
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
      return new DigitsPredictor(
          clip, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private AudioCodec learnClip(Iterable<DigitsExample> examples) {
    AudioCodec.Learner learner = DigitsPredictor.CLIP.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.clip()));
    return learner.build();
  }

  @Override
  protected String lossDescription() {
    return "expected: DEFAULT " + classWeights;
  }

  /** What the best epoch can be chosen by, in place of the loss. */
  public enum Metric implements EvaluationMetric<Evaluation> {
    ACCURACY,
    MACRO_F1;

    @Override
    public Quality of(Evaluation evaluation) {
      return switch (this) {
        case ACCURACY -> Quality.share("accuracy", evaluation.accuracy());
        case MACRO_F1 -> Quality.share("macro F1", evaluation.macroF1());
      };
    }
  }
}
