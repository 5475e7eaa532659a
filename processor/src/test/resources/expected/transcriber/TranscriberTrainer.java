package transcriber;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.data.Row;
import dev.rondo.runtime.data.Rows;
import dev.rondo.runtime.data.Targets;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Trainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;

/** Trains {@link Transcriber}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class TranscriberTrainer
    extends Trainer<TranscriberTrainer, TranscriberExample, TranscriberPredictor> {
  private int wordVocabulary = 30_000;
  private int wordMinFrequency = 1;
  private int expectedVocabulary = 200;
  private int expectedMinFrequency = 1;
  private double lstmDropout = 0.3;
  private double lstm2Dropout = 0.3;
  private double dropout = 0.2;

  private TranscriberTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static TranscriberTrainer create() {
    return new TranscriberTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code word} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer wordVocabulary(int tokens) {
    wordVocabulary = Arguments.atLeastOne(tokens, "wordVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code word} must occur in the training data to be in the vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer wordMinFrequency(int times) {
    wordMinFrequency = Arguments.atLeastOne(times, "wordMinFrequency");
    return this;
  }

  /**
   * Sets how many tokens the vocabulary of {@code expected} has at most: the most frequent ones.
   * All others are read as one unknown token.
   *
   * @param tokens at least 1; 200 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer expectedVocabulary(int tokens) {
    expectedVocabulary = Arguments.atLeastOne(tokens, "expectedVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code expected} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer expectedMinFrequency(int times) {
    expectedMinFrequency = Arguments.atLeastOne(times, "expectedMinFrequency");
    return this;
  }

  /**
   * Sets the rate of dropout between the layers of {@code lstm}.
   *
   * @param rate in [0, 1); 0.3 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer lstmDropout(double rate) {
    lstmDropout = Arguments.rate(rate, "lstmDropout");
    return this;
  }

  /**
   * Sets the rate of dropout between the layers of {@code lstm2}.
   *
   * @param rate in [0, 1); 0.3 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer lstm2Dropout(double rate) {
    lstm2Dropout = Arguments.rate(rate, "lstm2Dropout");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranscriberTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  @Override
  public TranscriberPredictor fit(Iterable<TranscriberExample> examples) {
    TranscriberPredictor start = startingPoint();
    TextCodec word = start == null ? learnWord(examples) : start.word;
    TextCodec expected = start == null ? learnExpected(examples) : start.expected;
    codec("word", word.stored());
    codec("expected", expected.stored());
    TranscriberNetwork network = new TranscriberNetwork(word.size(), expected.size());
    network.lstm.dropout(lstmDropout);
    network.lstm2.dropout(lstm2Dropout);
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], int[]> rows =
        rows(
            examples,
            example -> {
              int[] source = word.encode(example.word());
              int[] target = expected.tokens(example.expected());
              return new Row<>(source, target, source.length + target.length);
            });

    try (TrainingRun run = start(network, weights, Targets.count(rows))) {
      TranscriberPredictor model =
          new TranscriberPredictor(word, expected, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        for (Batch<int[], int[]> batch : run.batches(rows)) {
          Targets targets = Targets.of(batch.expected());
          try (TrainingStep step = run.nextStep(targets.count())) {
            TokenBatch source = TokenBatch.of(step, batch.inputs());
            TokenBatch target = TokenBatch.of(step, targets.inputs());
            NDArray next = step.classes(targets.outputs());
            NDArray loss = network.loss(step, source, target, next, options().labelSmoothing());
            step.backward(loss);
            step.clipGradients(options().clipNorm());
            step.update();
          }
        }
        run.endEpoch(() -> validate(model::evaluateGreedily));
        show(model);
      }
      return new TranscriberPredictor(word, expected, network, run.host(), run.finish());
    }
  }

  private TextCodec learnWord(Iterable<TranscriberExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.word()));
    return learner.build(wordVocabulary, wordMinFrequency);
  }

  private TextCodec learnExpected(Iterable<TranscriberExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    Arguments.forEach(examples, "example", example -> learner.add(example.expected()));
    return learner.build(expectedVocabulary, expectedMinFrequency);
  }
}
