package clips;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.answer.AnswerTargets;
import dev.rondo.runtime.data.feature.PictureCodec;
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
import java.awt.image.BufferedImage;
import java.util.List;
import javax.annotation.processing.Generated;

/** Trains {@link Clips}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class ClipsTrainer extends Trainer<ClipsTrainer, ClipsExample, ClipsPredictor> {
  private final ClassWeights<Motion> classWeights = new ClassWeights<>();

  private ClipsTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static ClipsTrainer create() {
    return new ClipsTrainer();
  }

  /**
   * Sets how much it counts in the loss where the right answer is this one: more than others if it
   * is rare, or costly to miss.
   *
   * @param weight above 0; 1 by default
   * @throws IllegalArgumentException if the value is null or the weight out of range
   */
  public ClipsTrainer weight(Motion value, double weight) {
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
  public ClipsTrainer calibrate(Iterable<ClipsExample> examples) {
    return calibrateBy(examples);
  }

  /**
   * Sets what the best epoch is chosen by, and what {@code patience} waits for; the validation loss
   * by default.
   *
   * @throws IllegalArgumentException if it is null
   */
  public ClipsTrainer stopBy(Metric metric) {
    return chooseBy(metric);
  }

  @Override
  public ClipsPredictor fit(Iterable<ClipsExample> examples) {
    ClipsPredictor start = startingPoint();
    PictureCodec<BufferedImage> frames = start == null ? learnFrames(examples) : start.frames;
    EnumCodec<Motion> expected =
        start == null ? EnumCodec.of(Motion.values()) : start.expected.forTraining();
    codecs("frames", frames);
    codec("expected", expected.stored());
    ClipsNetwork network = new ClipsNetwork(expected.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<Steps[], float[][]> rows =
        rows(
            examples,
            List.of(new HeadCodec("expected", expected)),
            example -> {
              Steps framesSteps = frames.encode(example.frames());
              float[] expectedTarget = AnswerTargets.of("expected", expected, example.expected());
              Steps[] inputs = {framesSteps};
              float[][] targets = {expectedTarget};
              return new Row<>(inputs, targets, Steps.longest(inputs));
            });
    float[] expectedWeights = classWeights.of(expected.classes());

    try (TrainingRun run = start(network, weights, rows.size())) {
      ClipsPredictor model =
          new ClipsPredictor(frames, expected, network, run.host(), TrainingHistory.none());
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
      return new ClipsPredictor(
          frames, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private PictureCodec<BufferedImage> learnFrames(Iterable<ClipsExample> examples) {
    PictureCodec.Learner<BufferedImage> learner = ClipsPredictor.FRAMES.learner();
    Arguments.forEach(examples, "example", example -> learner.add(example.frames()));
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
