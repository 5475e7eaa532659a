package dev.rondo.runtime.train;

import ai.djl.ndarray.NDArray;
import dev.rondo.data.Tokens;
import dev.rondo.runtime.data.text.TextCodec;
import dev.rondo.runtime.data.text.TextSource;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.data.text.Window;
import dev.rondo.runtime.decode.TinyLanguage;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import org.jspecify.annotations.Nullable;

/** What the processor would generate to train a {@link TinyLanguage}, written by hand. */
final class TinyTextTrainer extends TextTrainer<TinyTextTrainer, TinyWriter> {
  private double dropout;
  private @Nullable TinyWriter running;

  TinyTextTrainer() {
    super(
        TrainingOptions.builder()
            .learningRate(0.02)
            .epochs(3)
            .batchSize(4)
            .truncateAfter(10)
            .build());
    listener(new TrainingListener() {});
  }

  TinyTextTrainer dropout(double rate) {
    dropout = rate;
    return this;
  }

  /** Returns the model that is being trained. */
  TinyWriter running() {
    if (running == null) {
      throw new IllegalStateException("no training was started");
    }
    return running;
  }

  @Override
  protected TinyWriter fit(TextSource text, @Nullable TextSource validation) {
    TinyWriter start = startingPoint();
    TextCodec codec = start == null ? learn(text) : start.codec;
    TinyLanguage network = new TinyLanguage(codec.size(), true);
    network.dropout(dropout);
    try (TextStreams streams = TextStreams.of(text, codec);
        TrainingRun run =
            start(network, start == null ? null : start.host.weights(), streams.tokens())) {
      TinyWriter model = new TinyWriter(codec, network, run.host(), TrainingHistory.none());
      running = model;
      while (run.nextEpoch()) {
        try (StreamState state = run.newState()) {
          for (Window window : run.windows(streams)) {
            state.follow(window);
            try (TrainingStep step = run.nextStep(window)) {
              NDArray scores = network.forward(step, TokenBatch.of(step, window.inputs()), state);
              NDArray loss =
                  Losses.nextToken(scores, step.targets(window), options().labelSmoothing());
              step.backward(loss);
              step.clipGradients(options().clipNorm());
              step.update();
              state.detach();
            }
          }
        }
        run.endEpoch(() -> validate(validation, model.evaluator::evaluate));
        show(model);
      }
      return new TinyWriter(codec, network, run.host(), run.finish());
    }
  }

  private static TextCodec learn(TextSource text) {
    TextCodec.Learner learner = TextCodec.learner(Tokens.CHARACTERS, "", false);
    text.forEachPiece(learner::add);
    return learner.build(100, 1);
  }
}
