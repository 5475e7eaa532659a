package dev.rondo.runtime.train;

import dev.rondo.runtime.layer.Inference;
import dev.rondo.runtime.serve.Precision;
import dev.rondo.runtime.train.metric.Likelihood;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** How good a classifier is on some examples. Immutable; prints as a table. */
public final class Evaluation implements HeadEvaluation {
  private final List<String> classes;
  private final long[][] confusion;
  private final long[] unknown;
  private final double loss;
  private final double averagePrecision;
  private final Likelihood likelihood;
  private final Optional<SpanEvaluation> spans;
  private final Optional<Beside> beside;

  /** What 32 bits give where fewer were measured. */
  private record Beside(Evaluation float32, Precision precision) {}

  public Evaluation(
      List<String> classes,
      long[][] confusion,
      long[] unknown,
      double loss,
      double averagePrecision,
      Likelihood likelihood) {
    this(
        classes,
        confusion,
        unknown,
        loss,
        averagePrecision,
        likelihood,
        Optional.empty(),
        Optional.empty());
  }

  private Evaluation(
      List<String> classes,
      long[][] confusion,
      long[] unknown,
      double loss,
      double averagePrecision,
      Likelihood likelihood,
      Optional<SpanEvaluation> spans,
      Optional<Beside> beside) {
    this.classes = List.copyOf(classes);
    this.confusion = copy(confusion);
    this.unknown = unknown.clone();
    this.loss = loss;
    this.averagePrecision = averagePrecision;
    this.likelihood = likelihood;
    this.spans = spans;
    this.beside = beside;
  }

  /** Returns the same with how well the spans are found that the classes name as tags. */
  public Evaluation with(SpanEvaluation ofSpans) {
    return with(Optional.of(ofSpans), beside);
  }

  /**
   * Measures the answers of a model, and where it computes with {@linkplain
   * dev.rondo.runtime.serve.Serving#precision fewer bits} also those with 32; these only of
   * examples in a collection, because others may not be there a second time.
   *
   * @param measure asks the model for the scores of examples, on its caller's thread
   */
  public static <E> Evaluation measured(
      Inference<?, ?> model,
      Iterable<E> examples,
      Function<? super Iterable<E>, Evaluation> measure) {
    Precision precision = model.precision();
    Evaluation found = model.inPrecision(precision, () -> measure.apply(examples));
    if (precision == Precision.FLOAT32 || !(examples instanceof Collection)) {
      return found;
    }
    Evaluation float32 = model.inPrecision(Precision.FLOAT32, () -> measure.apply(examples));
    return found.with(found.spans, Optional.of(new Beside(float32, precision)));
  }

  private Evaluation with(Optional<SpanEvaluation> ofSpans, Optional<Beside> other) {
    return new Evaluation(
        classes, confusion, unknown, loss, averagePrecision, likelihood, ofSpans, other);
  }

  /**
   * Returns how good the model is with 32 bits on the same examples, where it was measured with
   * {@linkplain dev.rondo.runtime.serve.Serving#precision fewer}; else empty.
   */
  public Optional<Evaluation> float32() {
    return beside.map(Beside::float32);
  }

  @Override
  public long examples() {
    long sum = unknownTags();
    for (int i = 0; i < confusion.length; i++) {
      sum += row(i);
    }
    return sum;
  }

  /**
   * Returns how many tags were expected that training did not show: of classes that it shows
   * ({@code @Category}), in answers for each step. No answer can be one of them, so they count as
   * wrong, but in no loss, nor in {@link #confusion()}. 0 for all other answers: there such a class
   * is an error.
   */
  public long unknownTags() {
    return Arrays.stream(unknown).sum();
  }

  /**
   * Returns the mean loss over the examples, without label smoothing; NaN without examples. That of
   * tags with {@code @Crf} is without temperature.
   */
  @Override
  public double loss() {
    return loss;
  }

  /**
   * Returns the average precision of yes-or-no answers, in [0, 1]: that of saying yes over all
   * thresholds, {@code Σ (R_n - R_(n-1)) P_n} with precision P_n and recall R_n at the n-th highest
   * of the different scores, as scikit-learn computes it. It tells a model that finds what is rare
   * from one that always says no, and does not depend on the threshold. NaN for answers of other
   * types, and where no right answer is yes.
   */
  public double averagePrecision() {
    return averagePrecision;
  }

  /**
   * Returns the mean over the examples of the negative natural logarithm of the probability that
   * the right answer was given, in nats; NaN without examples. Each example counts once, whatever
   * the weights of classes and the loss that was trained; of tags with {@code @Crf} each tag, by
   * its own probability, and one that no allowed tagging has at its step costs 10,000.
   */
  public double negativeLogLikelihood() {
    return likelihood.negativeLog();
  }

  /**
   * Returns the expected calibration error, in [0, 1]: how far the probability of the most probable
   * class is from how often it is the right one (Guo et al. 2017, "On calibration of modern neural
   * networks"), the mean over 15 bins of equal width, weighted by their examples. 0 is best; it
   * tells nothing about how many answers are right, and with few examples it is above 0 by chance
   * alone. It does not depend on a threshold. NaN without examples.
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

  /** Returns the share of right answers, in [0, 1]; NaN without examples. */
  public double accuracy() {
    long right = 0;
    for (int i = 0; i < confusion.length; i++) {
      right += confusion[i][i];
    }
    return (double) right / examples();
  }

  /**
   * Returns how well the spans are found that tags name; empty where the classes are no tags, or
   * form no scheme ({@link dev.rondo.runtime.data.answer.TagScheme}).
   */
  public Optional<SpanEvaluation> spans() {
    return spans;
  }

  /**
   * Returns the F1 of the spans of all labels, in [0, 1].
   *
   * @throws IllegalStateException if there are no {@link #spans()}
   */
  public double spanF1() {
    return spans
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "there are no spans: the classes "
                        + classes
                        + " form neither BIO (B-X, I-X, O) nor BIOES"))
        .f1();
  }

  /** Returns the F1 of the spans where tags name some, else the accuracy. */
  @Override
  public Quality quality() {
    return spans
        .map(found -> Quality.share("span F1", found.f1()))
        .orElseGet(() -> Quality.accuracy(accuracy()));
  }

  /** Returns precision, recall and F1 of each class, in the order of the classes. */
  public List<ClassReport> perClass() {
    return IntStream.range(0, classes.size()).mapToObj(this::report).toList();
  }

  private ClassReport report(int i) {
    double right = confusion[i][i];
    double precision = ratio(right, (double) column(i));
    double recall = ratio(right, (double) row(i));
    double f1 = ratio(2 * precision * recall, precision + recall);
    return new ClassReport(classes.get(i), precision, recall, f1, row(i));
  }

  private static double ratio(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }

  /** Returns the mean over the classes of their F1. */
  public double macroF1() {
    return perClass().stream().mapToDouble(ClassReport::f1).average().orElse(Double.NaN);
  }

  /**
   * Returns how often each class was taken for each: the row is the expected class, the column the
   * answer, both in the order of {@link #perClass()}.
   */
  public long[][] confusion() {
    return copy(confusion);
  }

  private static long[][] copy(long[][] counts) {
    long[][] copy = new long[counts.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = counts[i].clone();
    }
    return copy;
  }

  private long row(int i) {
    long sum = 0;
    for (long count : confusion[i]) {
      sum += count;
    }
    return sum;
  }

  private long column(int i) {
    long sum = unknown[i];
    for (long[] row : confusion) {
      sum += row[i];
    }
    return sum;
  }

  /** Returns a table of all figures, several lines long. */
  @Override
  public String toString() {
    int width = 8;
    for (String name : classes) {
      width = Math.max(width, name.length());
    }
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "accuracy %.4f%s, %sloss %.4f, %d examples%n",
            accuracy(),
            beside
                .map(
                    other ->
                        String.format(
                            Locale.ROOT,
                            " with %s (%.4f with FLOAT32)",
                            other.precision(),
                            other.float32().accuracy()))
                .orElse(""),
            Double.isNaN(averagePrecision)
                ? ""
                : String.format(Locale.ROOT, "average precision %.4f, ", averagePrecision),
            loss(),
            examples()));
    if (!likelihood.line().isEmpty()) {
      text.append(likelihood.line()).append(System.lineSeparator());
    }
    if (unknownTags() > 0) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s tags are none that training showed: they count as wrong%n",
              unknownTags()));
    }
    spans.ifPresent(found -> text.append(found).append(System.lineSeparator()));
    String header = "%-" + width + "s  %9s  %9s  %9s  %9s%n";
    String line = "%-" + width + "s  %9.4f  %9.4f  %9.4f  %9d%n";
    text.append(
        String.format(Locale.ROOT, header, "class", "precision", "recall", "F1", "examples"));
    for (ClassReport report : perClass()) {
      text.append(
          String.format(
              Locale.ROOT,
              line,
              report.name(),
              report.precision(),
              report.recall(),
              report.f1(),
              report.support()));
    }
    text.append("expected (rows) answered as (columns)").append(System.lineSeparator());
    for (int i = 0; i < confusion.length; i++) {
      text.append(String.format(Locale.ROOT, "%-" + width + "s", classes.get(i)));
      for (long count : confusion[i]) {
        text.append(String.format(Locale.ROOT, "  %9d", count));
      }
      text.append(System.lineSeparator());
    }
    return text.toString().stripTrailing();
  }
}
