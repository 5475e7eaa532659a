package sentiment;

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

/** Trains {@link SentimentModel}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class SentimentModelTrainer
    extends Trainer<SentimentModelTrainer, SentimentModelExample, SentimentModelPredictor> {
  private int reviewVocabulary = 30_000;
  private int reviewMinFrequency = 1;
  private double dropout = 0.5;

  private SentimentModelTrainer() {
    super(
        TrainingOptions.builder()
            .learningRate(0.002)
            .epochs(8)
            .build());
  }

  /** Returns a new trainer. */
  public static SentimentModelTrainer create() {
    return new SentimentModelTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code review} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SentimentModelTrainer reviewVocabulary(int tokens) {
    reviewVocabulary = Arguments.atLeastOne(tokens, "reviewVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code review} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SentimentModelTrainer reviewMinFrequency(int times) {
    reviewMinFrequency = Arguments.atLeastOne(times, "reviewMinFrequency");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.5 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public SentimentModelTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
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
  public SentimentModelTrainer calibrate(Iterable<SentimentModelExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public SentimentModelPredictor fit(Iterable<SentimentModelExample> examples) {
    SentimentModelPredictor start = startingPoint();
    TextCodec review = start == null ? learnReview(examples) : start.review;
    EnumCodec<Sentiment> expected =
        start == null ? EnumCodec.of(Sentiment.values()) : start.expected.forTraining();
    codec("review", review.stored());
    codec("expected", expected.stored());
    SentimentModelNetwork network = new SentimentModelNetwork(review.size(), expected.size());
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows = rows(examples, expected, new PairEncoder<>(review, expected));

    try (TrainingRun run = start(network, weights, rows.size())) {
      SentimentModelPredictor model =
          new SentimentModelPredictor(
              review, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<int[], Integer> batch : run.batches(rows)) {
          try (TrainingStep step = run.nextStep(batch)) {
            NDArray scores = network.forward(step, TokenBatch.of(step, batch.inputs()));
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
      return new SentimentModelPredictor(
          review, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TextCodec learnReview(Iterable<SentimentModelExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.review()));
    return learner.build(reviewVocabulary, reviewMinFrequency);
  }
}
