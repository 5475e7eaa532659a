package dev.rondo.samples.common;

import dev.rondo.runtime.train.ModelTrainer;
import dev.rondo.runtime.train.TrainingListener;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** A training as the user sees it: with progress, saved at its end, and ended by Ctrl-C. */
public final class TrainingSession {
  private final Streams streams;
  private final ModelArguments arguments;
  private String unit = "examples";
  private TrainingListener also = new TrainingListener() {};

  /** Creates a session for one training. */
  public TrainingSession(Streams streams, ModelArguments arguments) {
    this.streams = streams;
    this.arguments = arguments;
  }

  /**
   * Says what is learned from, and counted as it is.
   *
   * @param things in the plural; "examples" by default
   */
  public TrainingSession counting(String things) {
    unit = things;
    return this;
  }

  /** Has the training tell another listener, too. */
  public TrainingSession alsoTelling(TrainingListener listener) {
    also = listener;
    return this;
  }

  /**
   * Trains a model and saves it if the user wants that.
   *
   * @param trainer is given the user's options and a listener
   * @param fit does the training
   * @param save writes the model to a file
   * @return the model; empty if Ctrl-C ended the training: the process is then about to end, and
   *     what was learned so far is saved
   */
  public <S extends ModelTrainer<S, P>, P> Optional<P> run(
      S trainer, Function<S, P> fit, BiConsumer<P, Path> save) {
    arguments.configure(trainer);
    try (ConsoleProgress progress = new ConsoleProgress(streams, unit);
        StopOnShutdown shutdown = StopOnShutdown.of(trainer::stop)) {
      P model = fit.apply(trainer.listener(new TwoListeners(also, progress)));
      progress.tellCheckpoints();
      if (shutdown.requested()) {
        streams.err().println("training was stopped");
      }
      arguments
          .save()
          .ifPresent(
              file -> {
                save.accept(model, file);
                streams.err().println("saved the model to " + file);
              });
      // a model that is not returned stays open: closing it could meet the engine's own end
      return shutdown.requested() ? Optional.empty() : Optional.of(model);
    }
  }
}
