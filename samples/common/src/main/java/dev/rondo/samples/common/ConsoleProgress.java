package dev.rondo.samples.common;

import dev.rondo.runtime.train.BatchProgress;
import dev.rondo.runtime.train.CheckpointReport;
import dev.rondo.runtime.train.EpochReport;
import dev.rondo.runtime.train.TrainingHistory;
import dev.rondo.runtime.train.TrainingListener;
import dev.rondo.runtime.train.TrainingPlan;
import dev.rondo.runtime.train.TranscriptEvaluation;
import dev.rondo.runtime.train.WeightStart;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Shows on standard error how a training goes: a line at the end of each epoch; within an epoch a
 * bar with throughput and time left on a terminal, and elsewhere a line every ten seconds.
 */
public final class ConsoleProgress implements TrainingListener, AutoCloseable {
  private static final double SECONDS_BETWEEN_LINES = 10;

  /** What a recurrent weight of 1,000 units has, which takes a while to make. */
  private static final long LARGE_WEIGHT = 4_000_000;

  private final Streams streams;
  private final PrintStream err;
  private final String unit;
  private @Nullable EpochBar bar;
  private @Nullable BatchProgress last;
  private String blanks = "";
  private int epochs;
  private double lastLine;
  private long begin;
  private int checkpoints;
  private double heldUp;

  /**
   * Creates a listener for one training.
   *
   * @param unit what is learned from, in the plural, such as {@code examples}
   */
  public ConsoleProgress(Streams streams, String unit) {
    this.streams = streams;
    this.err = streams.err();
    this.unit = unit;
  }

  @Override
  public void onInitialize(WeightStart weight) {
    if (weight.numbers() >= LARGE_WEIGHT) {
      print("first values of %s, %,d numbers", weight.name(), weight.numbers());
    }
  }

  @Override
  public void onStart(TrainingPlan plan) {
    epochs = plan.epochs();
    begin = System.nanoTime();
    print(
        "training %,d weights on %,d %s, %s, on %s",
        plan.weights(),
        plan.examples(),
        unit,
        plan.epochs() == 1 ? "1 epoch" : "at most " + plan.epochs() + " epochs",
        plan.device());
  }

  @Override
  public void onResume(BatchProgress progress) {
    print(
        "going on from the checkpoint: epoch %d of %d, %d %%",
        progress.epoch(), progress.epochs(), 100 * progress.done() / progress.examples());
  }

  @Override
  public void onBatch(BatchProgress progress) {
    last = progress;
    if (streams.live()) {
      bar = bar == null ? new EpochBar(streams, progress) : bar;
      bar.show(progress);
    } else if (progress.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
      lastLine = progress.seconds();
      print(
          "epoch %d of %d: %d %%, loss %.4f, %,.0f %s/s, %s left",
          progress.epoch(),
          progress.epochs(),
          100 * progress.done() / progress.examples(),
          progress.meanLoss(),
          progress.done() / progress.seconds(),
          unit,
          Durations.format(Durations.left(progress)));
    }
  }

  @Override
  public void onCheckpoint(CheckpointReport report) {
    checkpoints++;
    heldUp += report.heldUp();
  }

  @Override
  public void onTranscripts(TranscriptEvaluation evaluation) {
    blanks = format(", %.1f %% blanks", 100 * evaluation.blanks());
  }

  @Override
  public void onCalibration(Map<String, Double> temperatures) {
    temperatures.forEach(
        (output, temperature) -> print("calibrated %s: temperature %.3f", output, temperature));
  }

  /** Tells what checkpoints cost, if there were any: the last one is told of when all is over. */
  void tellCheckpoints() {
    if (checkpoints > 0) {
      print(
          "%,d checkpoints: the training stood still for %.3f of %.1f s",
          checkpoints, heldUp, (System.nanoTime() - begin) / 1e9);
    }
  }

  @Override
  public void onEpoch(EpochReport report) {
    close();
    String line =
        format(
            "epoch %d of %d: loss %.4f, %.1f s, %,.0f %s/s",
            report.epoch(),
            epochs,
            report.trainingLoss(),
            report.seconds(),
            perSecond(report),
            unit);
    if (report.validationLoss() != null) {
      line += format(", dev loss %.4f", report.validationLoss());
    }
    if (report.validationQuality() != null) {
      line += ", dev " + report.validationQuality();
    }
    err.println(line + blanks);
    blanks = "";
  }

  /**
   * The evaluation at the end of an epoch is no training, and takes long where texts are written.
   */
  private double perSecond(EpochReport report) {
    return last == null ? report.examples() / report.seconds() : last.done() / last.seconds();
  }

  @Override
  public void onEnd(TrainingHistory history) {
    close();
    int last = history.epochs().size();
    if (history.bestEpoch() > 0 && history.bestEpoch() < last) {
      print("kept the weights of epoch %d, whose dev loss is the lowest", history.bestEpoch());
    }
  }

  /** Takes the bar away; a line that is printed next stands alone. */
  @Override
  public void close() {
    lastLine = 0;
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }

  private void print(String format, Object... values) {
    err.println(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
