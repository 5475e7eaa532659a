package dev.rondo.samples.common;

import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingHistory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a sample does with its model once it has one: says how good it is and how it was trained,
 * and lets the user ask it. With {@code --json} the results are the last line, and there is no
 * prompt.
 */
public final class ModelUse {
  private final Streams streams;
  private final OutputArguments output;
  private final Results results = new Results();

  /** Creates the use of a model. */
  public ModelUse(Streams streams, OutputArguments output) {
    this.streams = streams;
    this.output = output;
  }

  /** Returns the results so far, to be added to. */
  public Results results() {
    return results;
  }

  /**
   * Says how good the model is.
   *
   * @param report for people
   * @param figures adds the report's figures to the results
   */
  public void tested(String report, Consumer<Results> figures) {
    streams.err().println(report);
    figures.accept(results);
  }

  /**
   * Adds how the model was trained.
   *
   * @param examples what the number of examples is called; empty to leave it out
   * @param quality what the quality on the validation data is called
   */
  public void trained(TrainingHistory history, String examples, String quality) {
    results.putTraining(history);
    if (history.best().isPresent()) {
      EpochReport best = history.best().get();
      if (!examples.isEmpty()) {
        results.put(examples, best.examples());
      }
      if (best.validationQuality() != null) {
        results.put(quality, best.validationQuality().value());
      }
    }
  }

  /**
   * Answers one text.
   *
   * @param answer what is shown without {@code --json}
   * @param figures adds the answer to the results
   */
  public void answered(String answer, Consumer<Results> figures) {
    figures.accept(results);
    if (!output.json()) {
      streams.out().println(answer);
    }
  }

  /** Asks for lines and answers them until the input ends; not with {@code --json}. */
  public void prompt(String prompt, String hint, Function<String, String> answer)
      throws IOException {
    if (!output.json()) {
      new Prompt(streams, prompt).run(hint, answer);
    }
  }

  /**
   * Writes the results with {@code --json}, and a digest of the model's weights among them.
   *
   * @param save writes the model to a file
   * @throws IOException if the digest cannot be computed
   */
  public void end(Consumer<Path> save) throws IOException {
    if (output.json()) {
      results.put("weights", WeightsDigest.of(save)).print(streams.out());
    }
  }
}
