package translator;

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

/** Trains {@link Translator}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class TranslatorTrainer
    extends Trainer<TranslatorTrainer, TranslatorExample, TranslatorPredictor> {
  private int sentenceVocabulary = 30_000;
  private int sentenceMinFrequency = 1;
  private int expectedVocabulary = 30_000;
  private int expectedMinFrequency = 1;
  private double dropout = 0.2;
  private double dropout2 = 0.2;

  private TranslatorTrainer() {
    super(
        TrainingOptions.builder()
            .epochs(10)
            .batchSize(64)
            .clipNorm(5.0)
            .build());
  }

  /** Returns a new trainer. */
  public static TranslatorTrainer create() {
    return new TranslatorTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code sentence} has at most: the most frequent ones.
   * All others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranslatorTrainer sentenceVocabulary(int tokens) {
    sentenceVocabulary = Arguments.atLeastOne(tokens, "sentenceVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code sentence} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranslatorTrainer sentenceMinFrequency(int times) {
    sentenceMinFrequency = Arguments.atLeastOne(times, "sentenceMinFrequency");
    return this;
  }

  /**
   * Sets how many tokens the vocabulary of {@code expected} has at most: the most frequent ones.
   * All others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranslatorTrainer expectedVocabulary(int tokens) {
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
  public TranslatorTrainer expectedMinFrequency(int times) {
    expectedMinFrequency = Arguments.atLeastOne(times, "expectedMinFrequency");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranslatorTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  /**
   * Sets the rate of {@code dropout2}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public TranslatorTrainer dropout2(double rate) {
    dropout2 = Arguments.rate(rate, "dropout2");
    return this;
  }

  @Override
  public TranslatorPredictor fit(Iterable<TranslatorExample> examples) {
    TranslatorPredictor start = startingPoint();
    TextCodec sentence = start == null ? learnSentence(examples) : start.sentence;
    TextCodec expected = start == null ? learnExpected(examples) : start.expected;
    codec("sentence", sentence.stored());
    codec("expected", expected.stored());
    TranslatorNetwork network = new TranslatorNetwork(sentence.size(), expected.size());
    network.dropout.rate(dropout);
    network.dropout2.rate(dropout2);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], int[]> rows =
        rows(
            examples,
            example -> {
              int[] source = sentence.encode(example.sentence());
              int[] target = expected.tokens(example.expected());
              return new Row<>(source, target, source.length + target.length);
            });

    try (TrainingRun run = start(network, weights, Targets.count(rows))) {
      TranslatorPredictor model =
          new TranslatorPredictor(sentence, expected, network, run.host(), TrainingHistory.none());
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
      return new TranslatorPredictor(sentence, expected, network, run.host(), run.finish());
    }
  }

  private TextCodec learnSentence(Iterable<TranslatorExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "en", true);
    Arguments.forEach(examples, "example", example -> learner.add(example.sentence()));
    return learner.build(sentenceVocabulary, sentenceMinFrequency);
  }

  private TextCodec learnExpected(Iterable<TranslatorExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "fr", false);
    Arguments.forEach(examples, "example", example -> learner.add(example.expected()));
    return learner.build(expectedVocabulary, expectedMinFrequency);
  }
}
