package dev.rondo.runtime.train;

import dev.rondo.runtime.train.metric.Likelihood;
import java.util.List;
import java.util.Locale;

/** How good a model's sets of labels are. Immutable; prints as a table. */
public final class LabelsEvaluation implements HeadEvaluation {
  private final List<LabelReport> labels;
  private final long examples;
  private final double loss;
  private final double microF1;
  private final double subsetAccuracy;
  private final Likelihood likelihood;

  public LabelsEvaluation(
      List<LabelReport> labels,
      long examples,
      double loss,
      double microF1,
      double subsetAccuracy,
      Likelihood likelihood) {
    this.labels = List.copyOf(labels);
    this.examples = examples;
    this.loss = loss;
    this.microF1 = microF1;
    this.subsetAccuracy = subsetAccuracy;
    this.likelihood = likelihood;
  }

  @Override
  public long examples() {
    return examples;
  }

  /** Returns the mean loss over all labels of all examples; NaN without examples. */
  @Override
  public double loss() {
    return loss;
  }

  /**
   * Returns the F1 of all labels counted together, in [0, 1]: the share {@code 2 right / (expected
   * + answered)}. 0 where there are no labels at all, NaN without examples.
   */
  public double microF1() {
    return microF1;
  }

  /** Returns the mean over the labels of their F1, in [0, 1]. */
  public double macroF1() {
    return labels.stream().mapToDouble(LabelReport::f1).average().orElse(Double.NaN);
  }

  /** Returns the share of examples whose labels are all right, in [0, 1]; NaN without examples. */
  public double subsetAccuracy() {
    return subsetAccuracy;
  }

  /**
   * Returns the mean over the labels of their average precision, in [0, 1]; without those that no
   * example has, where scikit-learn takes 0. NaN if no example has any label.
   */
  public double averagePrecision() {
    return labels.stream()
        .mapToDouble(LabelReport::averagePrecision)
        .filter(precision -> !Double.isNaN(precision))
        .average()
        .orElse(Double.NaN);
  }

  /**
   * Returns the mean over all labels of all examples of the negative natural logarithm of the
   * probability that what is so was given, in nats; NaN without examples. Each label counts once,
   * whatever the weights and the loss that was trained.
   */
  public double negativeLogLikelihood() {
    return likelihood.negativeLog();
  }

  /**
   * Returns the expected calibration error, in [0, 1]: how far the probabilities of labels are from
   * how often these are there, over all labels together, the mean over 15 bins of equal width,
   * weighted by what is in them. 0 is best. NaN without examples.
   */
  public double calibrationError() {
    return likelihood.calibration().error();
  }

  /**
   * Returns the calibration in full: the bins, and what the error would be by chance; without
   * examples it has no bins.
   */
  public CalibrationReport calibration() {
    return likelihood.calibration();
  }

  /** Returns the figures of each label, in the order of the labels. */
  public List<LabelReport> perLabel() {
    return labels;
  }

  @Override
  public Quality quality() {
    return Quality.share("micro F1", microF1);
  }

  /** Returns a table of all figures, several lines long. */
  @Override
  public String toString() {
    int width = 8;
    for (LabelReport label : labels) {
      width = Math.max(width, label.name().length());
    }
    String header = "%n%-" + width + "s  %9s  %9s  %9s  %9s  %9s";
    String line = "%n%-" + width + "s  %9.4f  %9.4f  %9.4f  %9.4f  %9d";
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "micro F1 %.4f, macro F1 %.4f, all labels right %.4f, average precision %.4f, loss"
                + " %.4f, %d examples",
            microF1,
            macroF1(),
            subsetAccuracy,
            averagePrecision(),
            loss,
            examples));
    if (!likelihood.line().isEmpty()) {
      text.append(System.lineSeparator()).append(likelihood.line());
    }
    text.append(
        String.format(
            Locale.ROOT, header, "label", "precision", "recall", "F1", "average", "examples"));
    for (LabelReport label : labels) {
      text.append(
          String.format(
              Locale.ROOT,
              line,
              label.name(),
              label.precision(),
              label.recall(),
              label.f1(),
              label.averagePrecision(),
              label.support()));
    }
    return text.toString();
  }
}
