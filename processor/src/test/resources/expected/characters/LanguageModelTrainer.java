package characters;

import ai.djl.ndarray.NDArray;
import dev.rondo.Optimizer;
import dev.rondo.Schedule;
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

/** Trains {@link LanguageModel}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class LanguageModelTrainer
    extends Trainer<LanguageModelTrainer, LanguageModelExample, LanguageModelPredictor> {
  private int lineVocabulary = 500;
  private int lineMinFrequency = 2;
  private double dropout = 0.2;
  private double gruDropout = 0.1;

  private LanguageModelTrainer() {
    super(
        TrainingOptions.builder()
            .optimizer(Optimizer.ADAMW)
            .schedule(Schedule.COSINE)
            .warmup(0.05)
            .weightDecay(1e-4)
            .patience(0)
            .build());
  }

  /** Returns a new trainer. */
  public static LanguageModelTrainer create() {
    return new LanguageModelTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code line} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 500 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public LanguageModelTrainer lineVocabulary(int tokens) {
    lineVocabulary = Arguments.atLeastOne(tokens, "lineVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code line} must occur in the training data to be in the vocabulary.
   *
   * @param times at least 1; 2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public LanguageModelTrainer lineMinFrequency(int times) {
    lineMinFrequency = Arguments.atLeastOne(times, "lineMinFrequency");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public LanguageModelTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  /**
   * Sets the rate of dropout between the layers of {@code gru}.
   *
   * @param rate in [0, 1); 0.1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public LanguageModelTrainer gruDropout(double rate) {
    gruDropout = Arguments.rate(rate, "gruDropout");
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
  public LanguageModelTrainer calibrate(Iterable<LanguageModelExample> examples) {
    return calibrateBy(examples);
  }

  @Override
  public LanguageModelPredictor fit(Iterable<LanguageModelExample> examples) {
    LanguageModelPredictor start = startingPoint();
    TextCodec line = start == null ? learnLine(examples) : start.line;
    EnumCodec<Language> expected =
        start == null ? EnumCodec.of(Language.values()) : start.expected.forTraining();
    codec("line", line.stored());
    codec("expected", expected.stored());
    LanguageModelNetwork network = new LanguageModelNetwork(line.size(), expected.size());
    network.dropout.rate(dropout);
    network.gru.dropout(gruDropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], Integer> rows = rows(examples, expected, new PairEncoder<>(line, expected));

    try (TrainingRun run = start(network, weights, rows.size())) {
      LanguageModelPredictor model =
          new LanguageModelPredictor(line, expected, network, run.host(), TrainingHistory.none());
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
      return new LanguageModelPredictor(
          line, expected.at(temperatures.of("expected")), network, run.host(), run.finish());
    }
  }

  private TextCodec learnLine(Iterable<LanguageModelExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "en", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.line()));
    return learner.build(lineVocabulary, lineMinFrequency);
  }
}
