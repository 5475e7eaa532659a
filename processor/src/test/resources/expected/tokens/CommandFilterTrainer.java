package tokens;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.PairEncoder;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.text.TokensCodec;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.Temperatures;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import java.util.Arrays;
import java.util.OptionalDouble;
import javax.annotation.processing.Generated;

/** Trains {@link CommandFilter}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class CommandFilterTrainer
    extends Trainer<CommandFilterTrainer, CommandFilterExample, CommandFilterPredictor> {
  private int partsVocabulary = 30_000;
  private int partsMinFrequency = 1;
  private OptionalDouble threshold = OptionalDouble.empty();

  private CommandFilterTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static CommandFilterTrainer create() {
    return new CommandFilterTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code parts} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public CommandFilterTrainer partsVocabulary(int tokens) {
    partsVocabulary = Arguments.atLeastOne(tokens, "partsVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code parts} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public CommandFilterTrainer partsMinFrequency(int times) {
    partsMinFrequency = Arguments.atLeastOne(times, "partsMinFrequency");
    return this;
  }

  /**
   * Sets from which probability of true on the answer is true: a low one finds more of what is
   * rare, a high one is more often right when it says so.
   *
   * @param probability in (0, 1); by default what is more probable is answered
   * @throws IllegalArgumentException if it is out of range
   */
  public CommandFilterTrainer threshold(double probability) {
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
  public CommandFilterTrainer calibrate(Iterable<CommandFilterExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public CommandFilterPredictor fit(Iterable<CommandFilterExample> examples) {
    CommandFilterPredictor start = startingPoint();
    TokensCodec parts = start == null ? learnParts(examples) : start.parts;
    BooleanCodec expected =
        (start == null ? BooleanCodec.of() : start.expected.forTraining()).threshold(threshold);
    codec("parts", parts.stored());
    codec("expected", expected.stored());
    CommandFilterNetwork network = new CommandFilterNetwork(parts.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows =
        rows(examples, expected, new PairEncoder<>(parts.ofArrays(), expected));

    try (TrainingRun run = start(network, weights, rows.size())) {
      CommandFilterPredictor model =
          new CommandFilterPredictor(parts, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<int[], Integer> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDArray scores = network.forward(step, TokenBatch.of(step, batch.inputs()));
            NDArray targets = step.binary(batch.expected());
            NDArray loss = Losses.binaryCrossEntropy(scores, targets, options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        validate(run, model.classifier);
        show(model);
      }
      Temperatures temperatures = calibrated(run, model.classifier);
      return new CommandFilterPredictor(
          parts, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TokensCodec learnParts(Iterable<CommandFilterExample> examples) {
    TokensCodec.Learner learner = TokensCodec.learner("", false);
    Arguments.forEach(examples, "example", example -> learner.add(Arrays.asList(example.parts())));
    return learner.build(partsVocabulary, partsMinFrequency);
  }
}
