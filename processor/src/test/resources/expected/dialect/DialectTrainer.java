package dialect;

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

/** Trains {@link Dialect}. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class DialectTrainer extends Trainer<DialectTrainer, DialectExample, DialectPredictor> {
  private int stateVocabulary = 8000;
  private int stateMinFrequency = 1;
  private double gru2Dropout = 0.0;

  private DialectTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static DialectTrainer create() {
    return new DialectTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code state} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 8,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public DialectTrainer stateVocabulary(int tokens) {
    stateVocabulary = Arguments.atLeastOne(tokens, "stateVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code state} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public DialectTrainer stateMinFrequency(int times) {
    stateMinFrequency = Arguments.atLeastOne(times, "stateMinFrequency");
    return this;
  }

  /**
   * Sets the rate of dropout between the layers of {@code gru2}.
   *
   * @param rate in [0, 1); 0.0 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public DialectTrainer gru2Dropout(double rate) {
    gru2Dropout = Arguments.rate(rate, "gru2Dropout");
    return this;
  }

  @Override
  public DialectPredictor fit(Iterable<DialectExample> examples) {
    DialectPredictor start = startingPoint();
    TextCodec state = start == null ? learnState(examples) : start.state;
    codec("state", state.stored());
    DialectNetwork network = new DialectNetwork(state.size());
    network.gru2.dropout(gru2Dropout);
    Weights weights = start == null ? null : start.host.weights();

    Rows<int[], int[]> rows =
        rows(
            examples,
            example -> {
              int[] source = state.encode(example.state());
              int[] target = state.tokens(example.expected());
              return new Row<>(source, target, source.length + target.length);
            });

    try (TrainingRun run = start(network, weights, Targets.count(rows))) {
      DialectPredictor model =
          new DialectPredictor(state, network, run.host(), TrainingHistory.none());
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
      return new DialectPredictor(state, network, run.host(), run.finish());
    }
  }

  private TextCodec learnState(Iterable<DialectExample> examples) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "de", false);
    Arguments.forEach(
        examples,
        "example",
        example -> {
          learner.add(example.state());
          learner.add(example.expected());
        });
    return learner.build(stateVocabulary, stateMinFrequency);
  }
}
