package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.answer.LabelsCodec;
import dev.rondo.runtime.train.CalibrationBins;
import dev.rondo.runtime.train.LabelReport;
import dev.rondo.runtime.train.LabelsEvaluation;
import dev.rondo.runtime.train.Losses;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts right and wrong labels. Memory grows by four bytes and a bit for each label of each
 * example, by which their scores are ranked.
 *
 * @param <E> the enum
 */
public final class LabelsMetrics<E extends Enum<E>>
    implements HeadMetrics<Set<E>, LabelsEvaluation> {
  private final LabelsCodec<E> codec;
  private final HeadLoss loss;
  private final float[] weights;
  private final RankedScores[] ranked;
  private final long[] right;
  private final long[] answered;
  private final long[] expected;
  private final CalibrationBins bins = new CalibrationBins();
  private double logarithms;
  private long examples;
  private long allRight;
  private double lossSum;
  private double weightSum;

  /** Creates metrics of no examples yet, whose loss is the binary cross entropy. */
  public LabelsMetrics(LabelsCodec<E> codec) {
    this(codec, HeadLoss.byDefault());
  }

  /**
   * Creates metrics of no examples yet.
   *
   * @throws IllegalArgumentException if the loss is one of numbers
   */
  public LabelsMetrics(LabelsCodec<E> codec, HeadLoss loss) {
    this(codec, loss, new float[0]);
  }

  /**
   * Creates metrics of no examples yet, in whose loss answers weigh as in training: {@code Σ w l /
   * Σ w}. All other figures count each answer once.
   *
   * @param weights as {@link Losses#labels} takes them; empty: all 1
   * @throws IllegalArgumentException if the loss is one of numbers, or there are neither one nor
   *     two weights for each label
   */
  public LabelsMetrics(LabelsCodec<E> codec, HeadLoss loss, float[] weights) {
    int size = codec.size();
    if (weights.length != 0 && weights.length != size && weights.length != 2 * size) {
      throw new IllegalArgumentException(
          "there are %s weights of %s labels, expected one or two for each"
              .formatted(weights.length, size));
    }
    this.codec = codec;
    this.loss = loss.ofClasses();
    this.weights = weights.clone();
    this.ranked = new RankedScores[size];
    Arrays.setAll(ranked, i -> new RankedScores());
    this.right = new long[size];
    this.answered = new long[size];
    this.expected = new long[size];
  }

  @Override
  public void add(float[] scores, @Nullable Set<E> labels) {
    if (labels == null) {
      return;
    }
    Set<E> answer = codec.answer(scores);
    float[] target = codec.target(labels);
    examples++;
    allRight += answer.equals(labels) ? 1 : 0;
    for (int i = 0; i < target.length; i++) {
      boolean yes = target[i] == 1;
      boolean said = answer.contains(codec.labels().get(i));
      right[i] += yes && said ? 1 : 0;
      answered[i] += said ? 1 : 0;
      expected[i] += yes ? 1 : 0;
      ranked[i].add(scores[i], yes);
      double weight = weight(i, yes);
      double crossEntropy = codec.loss(scores[i], yes);
      lossSum += weight * loss.ofCrossEntropy(crossEntropy);
      logarithms += crossEntropy;
      bins.add(codec.probability(scores[i]), yes);
      weightSum += weight;
    }
  }

  private double weight(int label, boolean yes) {
    if (weights.length == 0) {
      return 1;
    }
    return weights.length == ranked.length ? weights[label] : weights[2 * label + (yes ? 1 : 0)];
  }

  @Override
  public LabelsEvaluation evaluation() {
    List<LabelReport> reports = new ArrayList<>();
    for (int i = 0; i < ranked.length; i++) {
      reports.add(
          new LabelReport(
              codec.labels().get(i).name(),
              ratio(right[i], answered[i]),
              ratio(right[i], expected[i]),
              ratio(2 * right[i], answered[i] + expected[i]),
              ranked[i].averagePrecision(),
              expected[i]));
    }
    long all = Arrays.stream(answered).sum() + Arrays.stream(expected).sum();
    return new LabelsEvaluation(
        reports,
        examples,
        lossSum / weightSum,
        examples == 0 ? Double.NaN : ratio(2 * Arrays.stream(right).sum(), all),
        (double) allRight / examples,
        new Likelihood(logarithms / (examples * ranked.length), bins.report()));
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
