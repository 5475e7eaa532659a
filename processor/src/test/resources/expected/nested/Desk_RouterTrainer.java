package nested;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.EnumCodec;
import dev.rondo.runtime.data.PairEncoder;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;

/** Trains {@link Desk.Router}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class Desk_RouterTrainer
    extends Trainer<Desk_RouterTrainer, Desk_RouterExample, Desk_RouterPredictor> {
  private int networkVocabulary = 30_000;
  private int networkMinFrequency = 2;

  private Desk_RouterTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static Desk_RouterTrainer create() {
    return new Desk_RouterTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code network} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public Desk_RouterTrainer networkVocabulary(int tokens) {
    networkVocabulary = Arguments.atLeastOne(tokens, "networkVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code network} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public Desk_RouterTrainer networkMinFrequency(int times) {
    networkMinFrequency = Arguments.atLeastOne(times, "networkMinFrequency");
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
  public Desk_RouterTrainer calibrate(Iterable<Desk_RouterExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public Desk_RouterPredictor fit(Iterable<Desk_RouterExample> examples) {
    Desk_RouterPredictor start = startingPoint();
    TextCodec network = start == null ? learnNetwork(examples) : start.network;
    EnumCodec<Desk.Queue> expected =
        start == null ? EnumCodec.of(Desk.Queue.values()) : start.expected.forTraining();
    codec("network", network.stored());
    codec("expected", expected.stored());
    Desk_RouterNetwork network_ = new Desk_RouterNetwork(network.size(), expected.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows = rows(examples, expected, new PairEncoder<>(network, expected));

    try (TrainingRun run = start(network_, weights, rows.size())) {
      Desk_RouterPredictor model =
          new Desk_RouterPredictor(network, expected, network_, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<int[], Integer> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDArray scores = network_.forward(step, TokenBatch.of(step, batch.inputs()));
            NDArray targets = step.classes(batch.expected());
            NDArray loss = Losses.crossEntropy(scores, targets, options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        validate(run, model.classifier);
        show(model);
      }
      Temperatures temperatures = calibrated(run, model.classifier);
      return new Desk_RouterPredictor(
          network, expected.at(temperatures.of("expected")), network_, run.host(), run.finish());
    }
  }

  private TextCodec learnNetwork(Iterable<Desk_RouterExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.network()));
    return learner.build(networkVocabulary, networkMinFrequency);
  }
}
