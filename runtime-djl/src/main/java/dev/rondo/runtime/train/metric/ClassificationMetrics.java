package dev.rondo.runtime.train.metric;

import dev.rondo.Prediction;
import dev.rondo.runtime.data.BooleanCodec;
import dev.rondo.runtime.data.ClassCodec;
import dev.rondo.runtime.train.CalibrationBins;
import dev.rondo.runtime.train.Evaluation;
import java.util.Collections;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts right and wrong answers. Memory grows with the examples only where they are yes or no: by
 * four bytes and a bit for each, by which their scores are ranked.
 *
 * @param <T> the type of the answers
 */
public final class ClassificationMetrics<T extends Comparable<T>>
    implements HeadMetrics<T, Evaluation> {
  /** In place of the number of a class that training did not show. */
  static final int UNKNOWN = -1;

  private final ClassCodec<T> codec;
  private final HeadLoss loss;
  private final float[] weights;
  private final long[][] confusion;
  private final long[] unknown;
  private final @Nullable RankedScores ranked;
  private final CalibrationBins bins = new CalibrationBins();
  private double logarithms;
  private long examples;
  private double lossSum;
  private double weightSum;

  /** Creates metrics of no examples yet, whose loss is the cross entropy. */
  public ClassificationMetrics(ClassCodec<T> codec) {
    this(codec, HeadLoss.byDefault());
  }

  /**
   * Creates metrics of no examples yet.
   *
   * @throws IllegalArgumentException if the loss is one of numbers
   */
  public ClassificationMetrics(ClassCodec<T> codec, HeadLoss loss) {
    this(codec, loss, new float[0]);
  }

  /**
   * Creates metrics of no examples yet, in whose loss examples weigh what their classes do: {@code
   * Σ w l / Σ w}, as in training. All other figures count each example once.
   *
   * @param weights in the order of the classes; empty: all 1
   * @throws IllegalArgumentException if the loss is one of numbers, or there are other weights than
   *     classes
   */
  public ClassificationMetrics(ClassCodec<T> codec, HeadLoss loss, float[] weights) {
    int classes = codec.classes().size();
    if (weights.length != 0 && weights.length != classes) {
      throw new IllegalArgumentException(
          "there are " + weights.length + " weights of " + classes + " classes");
    }
    this.codec = codec;
    this.loss = loss.ofClasses();
    this.weights = weights.clone();
    this.confusion = new long[classes][classes];
    this.unknown = new long[classes];
    this.ranked = codec instanceof BooleanCodec ? new RankedScores() : null;
  }

  @Override
  public void add(float[] scores, @Nullable T expected) {
    if (expected == null) {
      return;
    }
    int right = codec.index(expected);
    double crossEntropy = codec.loss(scores, expected);
    Prediction<T> prediction = codec.prediction(scores);
    count(right, codec.index(prediction.value()));
    addLoss(right, loss.ofCrossEntropy(crossEntropy));
    // not the answer's: a threshold may have made it what is less probable
    Map.Entry<T, Double> mostProbable =
        Collections.max(prediction.probabilities().entrySet(), Map.Entry.comparingByValue());
    addProbability(crossEntropy, mostProbable.getValue(), expected.equals(mostProbable.getKey()));
    if (ranked != null) {
      ranked.add(scores[0], right == 1);
    }
  }

  /**
   * Counts an answer.
   *
   * @param right the number of the right class; {@link #UNKNOWN} if it is none of the classes
   */
  void count(int right, int answered) {
    (right == UNKNOWN ? unknown : confusion[right])[answered]++;
  }

  /**
   * Adds how probable an answer was.
   *
   * @param negativeLog of the probability of the right class
   * @param highest probability of a class
   * @param right whether that is the right one
   */
  void addProbability(double negativeLog, double highest, boolean right) {
    logarithms += negativeLog;
    examples++;
    bins.add(highest, right);
  }

  /** Adds what an answer costs whose right class is known. */
  void addLoss(int right, double ownLoss) {
    double weight = weights.length == 0 ? 1 : weights[right];
    lossSum += weight * ownLoss;
    weightSum += weight;
  }

  @Override
  public Evaluation evaluation() {
    return new Evaluation(
        codec.classes().stream().map(String::valueOf).toList(),
        confusion,
        unknown,
        lossSum / weightSum,
        ranked == null ? Double.NaN : ranked.averagePrecision(),
        new Likelihood(logarithms / examples, bins.report()));
  }
}
