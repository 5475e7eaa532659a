package dev.rondo.it;

import dev.rondo.runtime.layer.Weights;
import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.ModelTrainer;
import dev.rondo.runtime.train.TrainingListener;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Trainings of every kind, as programs that tell after each batch that it is done and in the end
 * what the weights are. While they run there is nearly always a checkpoint being written.
 */
enum KilledTraining {
  /** Text to a class, both directions, dropout, validation. */
  EXAMPLES {
    @Override
    Weights fit(Wiring wiring) {
      try (MoodModelPredictor model =
          wiring
              .connect(MoodModelTrainer.create().epochs(5).validateOn(Sentences.moods(40, 2)))
              .fit(Sentences.moods(320, 1))) {
        return model.host.weights();
      }
    }
  },

  /** Records to a class and a number; the training data is read anew in each epoch. */
  TYPED_RECORDS {
    @Override
    Weights fit(Wiring wiring) {
      List<PumpModelExample> examples = pumps(160, 1);
      try (PumpModelPredictor model =
          wiring
              .connect(PumpModelTrainer.create().validateOn(pumps(30, 2)))
              .fit(() -> examples.iterator())) {
        return model.host.weights();
      }
    }
  },

  /** A language model, with a state that goes from window to window. */
  PLAIN_TEXT {
    @Override
    Weights fit(Wiring wiring) {
      SplittableRandom random = new SplittableRandom(1);
      StringBuilder text = new StringBuilder();
      for (int word = 0; word < 500; word++) {
        text.append(List.of("tick", "tock", "cuckoo", "chime").get(random.nextInt(4))).append(' ');
      }
      try (ScribePredictor model =
          wiring
              .connect(ScribeTrainer.create().epochs(4).validateOnLast(0.1))
              .fit(wiring.text(text.toString()))) {
        return model.host.weights();
      }
    }
  },

  /** One text to another, with a schedule over all steps. */
  TRANSLATION {
    @Override
    Weights fit(Wiring wiring) {
      try (WordTurnerPredictor model =
          wiring
              .connect(
                  WordTurnerTrainer.create()
                      .epochs(4)
                      .validateOn(Numbers.turned(20, 2, WordTurnerExample::new)))
              .fit(Numbers.turned(320, 1, WordTurnerExample::new))) {
        return model.host.weights();
      }
    }
  };

  /** Said before the SHA-256 of the weights; each batch is a line of its own. */
  static final String WEIGHTS = "weights ";

  abstract Weights fit(Wiring wiring);

  /**
   * What a training is connected to.
   *
   * @param folder for the checkpoint, if there is to be one, and the text
   */
  record Wiring(Path folder, boolean checkpoints, PrintStream out) {
    <S extends ModelTrainer<S, P>, P> S connect(S trainer) {
      PrintStream lines = out;
      trainer.listener(
          new TrainingListener() {
            @Override
            public void onBatch(BatchProgress progress) {
              lines.println("epoch " + progress.epoch());
            }

            @Override
            public void onWarning(String warning) {
              if (!warning.contains("are training examples too")) {
                throw new IllegalStateException(warning);
              }
            }
          });
      return checkpoints
          ? trainer.checkpoint(checkpoint(folder)).checkpointEvery(Duration.ofNanos(1))
          : trainer;
    }

    Path text(String text) {
      try {
        return Files.writeString(folder.resolveSibling("text"), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  static Path checkpoint(Path folder) {
    return folder.resolve("checkpoint");
  }

  private static List<PumpModelExample> pumps(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<PumpModelExample> examples = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Mood mood = random.nextBoolean() ? Mood.GOOD : Mood.BAD;
      List<PumpModel.Reading> readings = new ArrayList<>();
      for (int length = 1 + random.nextInt(8); length > 0; length--) {
        readings.add(
            new PumpModel.Reading(
                (float) random.nextDouble() + (mood == Mood.GOOD ? 1 : 0),
                random.nextInt(4) == 0 ? Float.NaN : (float) random.nextDouble(),
                DayOfWeek.of(1 + random.nextInt(7))));
      }
      examples.add(
          new PumpModelExample(
              readings, new PumpModel.Verdict(mood, 10 * (float) random.nextDouble())));
    }
    return examples;
  }

  /**
   * Trains, or goes on.
   *
   * @param arguments the kind of training, its folder, and whether it has checkpoints
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Wiring wiring = new Wiring(Path.of(arguments[1]), Boolean.parseBoolean(arguments[2]), out);
    out.println(WEIGHTS + valueOf(arguments[0]).fit(wiring).sha256());
  }
}
