package dev.rondo.samples.video;

import dev.rondo.samples.common.ConsoleProgress;
import dev.rondo.samples.common.ModelArguments;
import dev.rondo.samples.common.StopOnShutdown;
import dev.rondo.samples.common.Streams;
import java.util.OptionalDouble;

/** Trains and tests the model that cannot know any order: nothing of it is kept. */
record UnorderedRun(Streams streams, ModelArguments arguments) {
  /** Returns its accuracy; empty if Ctrl-C ended the training. */
  OptionalDouble accuracy(Clips clips) {
    streams.err().println("the same pictures without their order:");
    UnorderedModelTrainer trainer = UnorderedModelTrainer.create();
    arguments.configureBeside(trainer);
    if (!clips.dev().isEmpty()) {
      trainer.validateOn(clips.dev().stream().map(Clip::unordered).toList());
    }
    try (ConsoleProgress progress = new ConsoleProgress(streams, "clips");
        StopOnShutdown shutdown = StopOnShutdown.of(trainer::stop)) {
      UnorderedModelPredictor model =
          trainer.listener(progress).fit(clips.train().stream().map(Clip::unordered).toList());
      if (shutdown.requested()) {
        // a model that is not returned stays open: closing it could meet the engine's own end
        return OptionalDouble.empty();
      }
      try (model) {
        return OptionalDouble.of(
            model.evaluate(clips.test().stream().map(Clip::unordered).toList()).accuracy());
      }
    }
  }
}
