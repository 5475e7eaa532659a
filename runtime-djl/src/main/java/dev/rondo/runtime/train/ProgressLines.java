package dev.rondo.runtime.train;

import dev.rondo.runtime.data.Notices;
import dev.rondo.runtime.data.Wording;
import dev.rondo.runtime.series.ForecastEvaluation;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells in lines how a training goes: at its start and end, after each epoch, and every ten seconds
 * within one. Before the start there is a line for each weight that takes a while to make.
 */
final class ProgressLines implements TrainingListener {
  /** As many numbers as the recurrent weight of an LSTM with 1,000 units has. */
  private static final long LARGE = 4_000_000;

  private static final double SECONDS_BETWEEN_LINES = 10;

  private final Consumer<String> lines;
  private final Consumer<String> warnings;
  private int epochs;
  private double lastLine;
  private String remark = "";

  ProgressLines(Consumer<String> lines) {
    this(lines, warning -> lines.accept("warning: " + warning));
  }

  private ProgressLines(Consumer<String> lines, Consumer<String> warnings) {
    this.lines = lines;
    this.warnings = warnings;
  }

  /**
   * Returns the listener of trainers that nobody gave another one: it logs as {@code
   * dev.rondo.training}, or prints to standard error where the application logs nowhere.
   */
  static ProgressLines byDefault() {
    Logger log = LoggerFactory.getLogger("dev.rondo.training");
    return Notices.nothingLogs()
        ? new ProgressLines(System.err::println)
        : new ProgressLines(log::info, log::warn);
  }

  @Override
  public void onInitialize(WeightStart weight) {
    if (weight.numbers() >= LARGE) {
      tell(
          "first values of %s (%,d of %,d numbers, %d %% done)",
          weight.name(), weight.numbers(), weight.total(), 100 * weight.done() / weight.total());
    }
  }

  @Override
  public void onTransfer(List<String> taken, List<String> left) {
    tell("taken from the other model: %s", Wording.list(taken));
    if (!left.isEmpty()) {
      tell("starting anew: %s", Wording.list(left));
    }
  }

  @Override
  public void onWordVectors(VectorCoverage coverage) {
    tell("%s", coverage);
  }

  @Override
  public void onCut(CutInputs inputs) {
    tell("%s", inputs);
  }

  @Override
  public void onStart(TrainingPlan plan) {
    epochs = plan.epochs();
    lastLine = 0;
    tell(
        "training %,d weights for %s on %s",
        plan.weights(), epochs == 1 ? "1 epoch" : "at most " + epochs + " epochs", plan.device());
  }

  @Override
  public void onResume(BatchProgress progress) {
    tell(
        "going on from the checkpoint: epoch %d of %d, %d %%",
        progress.epoch(),
        progress.epochs(),
        100 * progress.done() / Math.max(1, progress.examples()));
  }

  @Override
  public void onBatch(BatchProgress progress) {
    if (progress.seconds() - lastLine >= SECONDS_BETWEEN_LINES) {
      lastLine = progress.seconds();
      tell(
          "epoch %d of %d: %d %%, loss %.4f",
          progress.epoch(),
          progress.epochs(),
          100 * progress.done() / Math.max(1, progress.examples()),
          progress.meanLoss());
    }
  }

  @Override
  public void onEpoch(EpochReport report) {
    lastLine = 0;
    String validation =
        report.validationLoss() == null
            ? ""
            : format(", validation loss %.4f", report.validationLoss());
    String quality = report.validationQuality() == null ? "" : ", " + report.validationQuality();
    tell(
        "epoch %d of %d: loss %.4f, %.1f s%s%s%s",
        report.epoch(),
        epochs,
        report.trainingLoss(),
        report.seconds(),
        validation,
        quality,
        remark);
    remark = "";
  }

  @Override
  public void onTranscripts(TranscriptEvaluation evaluation) {
    remark = format(", %.1f %% blanks", 100 * evaluation.blanks());
  }

  @Override
  public void onForecasts(Map<String, ForecastEvaluation> evaluations) {
    evaluations.forEach(
        (name, evaluation) -> {
          if (!evaluation.beatsBaselines()) {
            remark += "; " + (evaluations.size() == 1 ? "" : name + ": ") + evaluation.verdict();
          }
        });
  }

  @Override
  public void onCalibration(Map<String, Double> temperatures) {
    temperatures.forEach(
        (output, temperature) ->
            tell("probabilities of %s calibrated: temperature %.3f", output, temperature));
  }

  @Override
  public void onEnd(TrainingHistory history) {
    int last = history.epochs().size();
    if (history.bestEpoch() > 0 && history.bestEpoch() < last) {
      tell("kept the weights of epoch %d, the best on the validation data", history.bestEpoch());
    }
  }

  @Override
  public void onWarning(String warning) {
    warnings.accept(warning);
  }

  private void tell(String format, Object... values) {
    lines.accept(format(format, values));
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
