package dev.rondo.runtime.train;

import dev.rondo.Optimizer;
import dev.rondo.Schedule;
import dev.rondo.layer.AttentionScore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A small training of each kind, with all that is random or remembered in it. */
enum Training {
  /** Examples in memory, of which the validation data makes worse what is learned after a while. */
  EXAMPLES {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      return examples(Sample.random(40, 1), Sample.random(20, 2), listener, checkpoint);
    }
  },
  /** Examples that are read anew in each epoch. */
  STREAM {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      List<Sample> samples = Sample.random(40, 1);
      Iterable<Sample> stream = () -> samples.iterator();
      return examples(stream, Sample.wrong(20, 2), listener, checkpoint);
    }
  },
  /** A language model, whose states go on from window to window. */
  TEXT {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      TinyTextTrainer trainer =
          new TinyTextTrainer()
              .dropout(0.3)
              .optimizer(Optimizer.SGD)
              .momentum(0.9)
              .schedule(Schedule.COSINE)
              .listener(listener)
              .validateOnLast(0.2);
      kept(trainer, checkpoint);
      try (TinyWriter model =
          trainer.fit(
              text(folder, "one", "abracadabra simsalabim. "),
              text(folder, "two", "the quick brown fox. "))) {
        return new Outcome(model.weights(), losses(model.history), model.history.bestEpoch());
      }
    }
  },
  /** Examples whose batches change the weights by threes, of which averages are evaluated. */
  CONTROLLED_EXAMPLES {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      TinyTrainer trainer =
          new TinyTrainer()
              .dropout(0.3)
              .accumulate(3)
              .averageWeights(0.9)
              .clipNorm(0.1)
              .listener(listener)
              .validateOn(Sample.random(20, 2));
      kept(trainer, checkpoint);
      try (TinyModel model = trainer.fit(Sample.random(40, 1))) {
        return new Outcome(model.weights(), losses(model.history()), model.history().bestEpoch());
      }
    }
  },
  /** A language model like that, without validation. */
  CONTROLLED_TEXT {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      TinyTextTrainer trainer =
          new TinyTextTrainer().dropout(0.3).accumulate(2).averageWeights(0.99).listener(listener);
      kept(trainer, checkpoint);
      try (TinyWriter model = trainer.fit(text(folder, "one", "abracadabra simsalabim. "))) {
        return new Outcome(model.weights(), losses(model.history), model.history.bestEpoch());
      }
    }
  },
  /** An encoder and a decoder, without validation. */
  TRANSLATION {
    @Override
    Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder) {
      PairTrainer trainer =
          new PairTrainer(true, AttentionScore.ADDITIVE)
              .recurrentDropout(0.3)
              .optimizer(Optimizer.ADAMW)
              .weightDecay(0.01)
              .epochs(3)
              .batchSize(16)
              .listener(listener);
      kept(trainer, checkpoint);
      try (PairModel model = trainer.fit(Pair.random(3, 70, true))) {
        return new Outcome(
            BoxedWeights.of(model.host), losses(model.history), model.history.bestEpoch());
      }
    }
  };

  /** What a training gave, all of it to be compared bit by bit. */
  record Outcome(Map<String, List<Float>> weights, List<Double> losses, int bestEpoch) {}

  /**
   * Trains.
   *
   * @param checkpoint written after each batch; null for none
   * @param folder for files that are read
   */
  abstract Outcome fit(TrainingListener listener, @Nullable Path checkpoint, Path folder);

  private static Outcome examples(
      Iterable<Sample> samples,
      List<Sample> validation,
      TrainingListener listener,
      @Nullable Path checkpoint) {
    TinyTrainer trainer =
        new TinyTrainer().dropout(0.3).listener(listener).validateOn(validation).patience(2);
    kept(trainer, checkpoint);
    try (TinyModel model = trainer.fit(samples)) {
      return new Outcome(model.weights(), losses(model.history()), model.history().bestEpoch());
    }
  }

  private static void kept(ModelTrainer<?, ?> trainer, @Nullable Path checkpoint) {
    if (checkpoint != null) {
      trainer.checkpointEvery(Duration.ZERO);
      trainer.checkpoint(checkpoint);
    }
  }

  private static List<Double> losses(TrainingHistory history) {
    List<Double> losses = new ArrayList<>();
    for (EpochReport epoch : history.epochs()) {
      losses.add(epoch.trainingLoss());
      losses.add(epoch.validationLoss() == null ? -1 : epoch.validationLoss());
    }
    return losses;
  }

  private static Path text(Path folder, String name, String words) {
    Path file = folder.resolve(name);
    try {
      return Files.exists(file) ? file : Files.writeString(file, words.repeat(12));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
