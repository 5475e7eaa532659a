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
import java.util.OptionalDouble;
import javax.annotation.processing.Generated;

/** Trains {@link SpamFilter}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SpamFilterTrainer
    extends Trainer<SpamFilterTrainer, SpamFilterExample, SpamFilterPredictor> {
  private int wordsVocabulary = 30_000;
  private int wordsMinFrequency = 1;
  private OptionalDouble threshold = OptionalDouble.empty();

  private SpamFilterTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static SpamFilterTrainer create() {
    return new SpamFilterTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code words} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpamFilterTrainer wordsVocabulary(int tokens) {
    wordsVocabulary = Arguments.atLeastOne(tokens, "wordsVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code words} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SpamFilterTrainer wordsMinFrequency(int times) {
    wordsMinFrequency = Arguments.atLeastOne(times, "wordsMinFrequency");
    return this;
  }

  /**
   * Sets from which probability of true on the answer is true: a low one finds more of what is
   * rare, a high one is more often right when it says so.
   *
   * @param probability in (0, 1); by default what is more probable is answered
   * @throws IllegalArgumentException if it is out of range
   */
  public SpamFilterTrainer threshold(double probability) {
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
  public SpamFilterTrainer calibrate(Iterable<SpamFilterExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public SpamFilterPredictor fit(Iterable<SpamFilterExample> examples) {
    SpamFilterPredictor start = startingPoint();
    TokensCodec words = start == null ? learnWords(examples) : start.words;
    BooleanCodec expected =
        (start == null ? BooleanCodec.of() : start.expected.forTraining()).threshold(threshold);
    codec("words", words.stored());
    codec("expected", expected.stored());
    SpamFilterNetwork network = new SpamFilterNetwork(words.size());
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows =
        rows(examples, expected, new PairEncoder<>(words.ofLists(), expected));

    try (TrainingRun run = start(network, weights, rows.size())) {
      SpamFilterPredictor model =
          new SpamFilterPredictor(words, expected, network, run.host(), TrainingHistory.none());
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
      return new SpamFilterPredictor(
          words, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TokensCodec learnWords(Iterable<SpamFilterExample> examples) {
    TokensCodec.Learner learner = TokensCodec.learner("", false);
    Arguments.forEach(examples, "example", example -> learner.add(example.words()));
    return learner.build(wordsVocabulary, wordsMinFrequency);
  }
}
