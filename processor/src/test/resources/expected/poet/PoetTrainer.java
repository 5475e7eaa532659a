package poet;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.Arguments;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.Losses;
import dev.rondo.runtime.train.TextTrainer;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingOptions;
import dev.rondo.runtime.train.TrainingRun;
import dev.rondo.runtime.train.TrainingStep;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Trains {@link Poet} on plain text. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
public final class PoetTrainer extends TextTrainer<PoetTrainer, PoetPredictor> {
  private int openingVocabulary = 30_000;
  private int openingMinFrequency = 1;
  private double lstmDropout = 0.2;
  private double dropout = 0.1;

  private PoetTrainer() {
    super(
        TrainingOptions.builder()
            .truncateAfter(100)
            .learningRate(0.002)
            .build());
  }

  /** Returns a new trainer. */
  public static PoetTrainer create() {
    return new PoetTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code opening} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public PoetTrainer openingVocabulary(int tokens) {
    openingVocabulary = Arguments.atLeastOne(tokens, "openingVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code opening} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public PoetTrainer openingMinFrequency(int times) {
    openingMinFrequency = Arguments.atLeastOne(times, "openingMinFrequency");
    return this;
  }

  /**
   * Sets the rate of dropout between the layers of {@code lstm}.
   *
   * @param rate in [0, 1); 0.2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public PoetTrainer lstmDropout(double rate) {
    lstmDropout = Arguments.rate(rate, "lstmDropout");
    return this;
  }

  /**
   * Sets the rate of {@code dropout}: the share of values that is dropped.
   *
   * @param rate in [0, 1); 0.1 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public PoetTrainer dropout(double rate) {
    dropout = Arguments.rate(rate, "dropout");
    return this;
  }

  @Override
  protected PoetPredictor fit(TextSource text, @Nullable TextSource validation) {
    PoetPredictor start = startingPoint();
    TextCodec opening = start == null ? learnOpening(text) : start.opening;
    codec("opening", opening.stored());
    PoetNetwork network = new PoetNetwork(opening.size());
    network.lstm.dropout(lstmDropout);
    network.dropout.rate(dropout);
    Weights weights = start == null ? null : start.host.weights();

    try (TextStreams streams = TextStreams.of(text, opening);
        TrainingRun run = start(network, weights, streams.tokens())) {
      PoetPredictor model = new PoetPredictor(opening, network, run.host(), TrainingHistory.none());
      while (run.nextEpoch()) {
        try (StreamState state = run.newState()) {
          for (Window window : run.windows(streams)) {
            state.follow(window);
            try (TrainingStep step = run.nextStep(window)) {
              NDArray scores = network.forward(step, TokenBatch.of(step, window.inputs()), state);
              NDArray targets = step.targets(window);
              NDArray loss = Losses.nextToken(scores, targets, options().labelSmoothing());
              step.backward(loss);
              step.clipGradients(options().clipNorm());
              step.update();
              state.detach();
            }
          }
        }
        run.endEpoch(() -> validate(validation, model::evaluate));
        show(model);
      }
      return new PoetPredictor(opening, network, run.host(), run.finish());
    }
  }

  private TextCodec learnOpening(TextSource text) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    text.forEachPiece(learner::add);
    return learner.build(openingVocabulary, openingMinFrequency);
  }
}
