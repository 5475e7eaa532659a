package dev.rondo.runtime.anomaly;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.series.AnomalyScale;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * How likely ordinary steps that are not learned from are to a network.
 *
 * @param <R> a step of a stream
 */
public final class AnomalyLikelihood<R> {
  private static final int AT_ONCE = 1024;

  private final AnomalySeries<R> series;
  private final int[] cuts;
  private final AnomalyCodec<R> codec;

  /**
   * Creates one.
   *
   * @param cuts from where on each series is not learned from
   */
  public AnomalyLikelihood(AnomalySeries<R> series, int[] cuts, AnomalyCodec<R> codec) {
    this.series = series;
    this.cuts = cuts.clone();
    this.codec = codec;
  }

  /** Returns what is ordinary to the network. */
  public AnomalyScale scale(Function<List<Steps[]>, List<float[][]>> scores) {
    return AnomalyDetector.calibrate(series, cuts, codec, scores);
  }

  /** Returns the mean loss over all places, as it is trained on. */
  public double loss(Function<List<Steps[]>, List<float[][]>> scores) {
    double sum = 0;
    long count = 0;
    for (int s = 0; s < series.size(); s++) {
      for (int first = Math.max(1, cuts[s]); first < series.length(s); first += AT_ONCE) {
        List<Steps[]> rows = new ArrayList<>();
        for (int t = first; t < Math.min(series.length(s), first + AT_ONCE); t++) {
          rows.add(series.inputs(s, t));
        }
        List<float[][]> answers = scores.apply(rows);
        for (int i = 0; i < rows.size(); i++) {
          sum += loss(answers.get(i)[0], series.target(s, first + i));
          count++;
        }
      }
    }
    return sum / count;
  }

  private double loss(float[] scores, float[] target) {
    int numbers = codec.numbers();
    double loss = 0;
    for (int i = 0; i < numbers; i++) {
      double off = (double) scores[i] - target[i];
      double log = scores[numbers + i];
      loss += target[numbers + i] * (log + off * off * Math.exp(-2 * log)) / numbers;
    }
    int[] classes = codec.classes();
    int from = 2 * numbers;
    for (int k = 0; k < classes.length; k++) {
      float value = target[2 * numbers + k];
      if (!Float.isNaN(value)) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < classes[k]; i++) {
          highest = Math.max(highest, scores[from + i]);
        }
        double sum = 0;
        for (int i = 0; i < classes[k]; i++) {
          sum += Math.exp(scores[from + i] - highest);
        }
        loss += highest + Math.log(sum) - scores[from + (int) value];
      }
      from += classes[k];
    }
    return loss;
  }
}
