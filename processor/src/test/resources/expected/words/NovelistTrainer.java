package words;

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

/** Trains {@link Novelist} on plain text. What is not set here is as its annotations say. */
@Generated("dev.rondo.processor.SequenceModelProcessor")
final class NovelistTrainer extends TextTrainer<NovelistTrainer, NovelistPredictor> {
  private int streamVocabulary = 30_000;
  private int streamMinFrequency = 2;

  private NovelistTrainer() {
    super(TrainingOptions.builder().build());
  }

  /** Returns a new trainer. */
  public static NovelistTrainer create() {
    return new NovelistTrainer();
  }

  /**
   * Sets how many tokens the vocabulary of {@code stream} has at most: the most frequent ones. All
   * others are read as one unknown token.
   *
   * @param tokens at least 1; 30,000 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public NovelistTrainer streamVocabulary(int tokens) {
    streamVocabulary = Arguments.atLeastOne(tokens, "streamVocabulary");
    return this;
  }

  /**
   * Sets how often a token of {@code stream} must occur in the training data to be in the
   * vocabulary.
   *
   * @param times at least 1; 2 by default
   * @throws IllegalArgumentException if it is out of range
   */
  public NovelistTrainer streamMinFrequency(int times) {
    streamMinFrequency = Arguments.atLeastOne(times, "streamMinFrequency");
    return this;
  }

  @Override
  protected NovelistPredictor fit(TextSource text, @Nullable TextSource validation) {
    NovelistPredictor start = startingPoint();
    TextCodec stream = start == null ? learnStream(text) : start.stream;
    codec("stream", stream.stored());
    NovelistNetwork network = new NovelistNetwork(stream.size());
    Weights weights = start == null ? null : start.host.weights();

    try (TextStreams streams = TextStreams.of(text, stream);
        TrainingRun run = start(network, weights, streams.tokens())) {
      NovelistPredictor model =
          new NovelistPredictor(stream, network, run.host(), TrainingHistory.none());
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
      return new NovelistPredictor(stream, network, run.host(), run.finish());
    }
  }

  private TextCodec learnStream(TextSource text) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.WORDS, "", true);
    text.forEachPiece(learner::add);
    return learner.build(streamVocabulary, streamMinFrequency);
  }
}
