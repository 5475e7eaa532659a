package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.Temperature;
import java.util.Arrays;

/**
 * Right answers with the scores that a network gave, and how well their probabilities fit at a
 * temperature. With β = 1 / T, scores z and right answers y the negative log-likelihood is
 *
 * <pre>{@code
 * L(β) = Σ ln Σ_j exp(β z_j) - β z_y,   L'(β) = Σ E[z] - z_y,   L''(β) = Σ Var[z]
 * }</pre>
 *
 * <p>with mean and variance of z over the probabilities at β. It is convex: there is one best β.
 */
public final class ScoredAnswers implements FittedAnswers {
  private static final int STEPS = 200;
  private static final double NEAR = 1e-12;

  /** What a chi-squared variable of one degree of freedom exceeds in 5 % of all cases. */
  static final double FIVE_PERCENT = 3.841458820694124;

  private float[] scores = new float[64];
  private int[] right = new int[16];
  private int width;
  private int size;

  // of the β that was looked at last
  private double slope;
  private double curvature;

  /**
   * Adds an answer.
   *
   * @param ofAnswer one score for each class; of yes and no one, that of yes. As many as before
   * @param number of the right class; of yes 1, of no 0
   */
  public void add(float[] ofAnswer, int number) {
    Scores.checkFinite(ofAnswer);
    if (size > 0) {
      Scores.checkSize(ofAnswer, width);
    }
    width = ofAnswer.length;
    int needed = Math.multiplyExact(size + 1, width);
    if (needed > scores.length) {
      scores = Arrays.copyOf(scores, (int) Math.min(Integer.MAX_VALUE - 8, 2L * needed));
    }
    if (size == right.length) {
      right = Arrays.copyOf(right, 2 * size);
    }
    System.arraycopy(ofAnswer, 0, scores, size * width, width);
    right[size] = number;
    size++;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String evidence() {
    return size + " answers";
  }

  /** Found by Newton's method within bounds that close in. */
  @Override
  public double bestTemperature() {
    if (size == 0) {
      return Double.NaN;
    }
    double low = 1 / Temperature.MOST;
    double high = 1 / Temperature.LEAST;
    look(low);
    if (slope >= 0) {
      return Double.POSITIVE_INFINITY;
    }
    look(high);
    if (slope <= 0) {
      return 0;
    }
    double beta = 1;
    for (int step = 0; step < STEPS; step++) {
      look(beta);
      if (slope > 0) {
        high = beta;
      } else {
        low = beta;
      }
      double next = beta - slope / curvature;
      if (!(next > low && next < high)) {
        next = Math.sqrt(low * high);
      }
      boolean near = Math.abs(next - beta) <= NEAR * beta;
      beta = next;
      if (near) {
        break;
      }
    }
    return 1 / beta;
  }

  /** Rao's score test: L'(1)² / L''(1) against the chi-squared distribution of one degree. */
  @Override
  public boolean differFromOne() {
    look(1);
    return slope * slope > FIVE_PERCENT * curvature;
  }

  private void look(double beta) {
    slope = 0;
    curvature = 0;
    for (int answer = 0; answer < size; answer++) {
      if (width == 1) {
        lookAtOne(beta, scores[answer], right[answer]);
      } else {
        lookAtSeveral(beta, answer * width, right[answer]);
      }
    }
  }

  private void lookAtOne(double beta, double score, int isSo) {
    double yes = Scores.sigmoid(beta * score);
    slope += (yes - isSo) * score;
    curvature += yes * (1 - yes) * score * score;
  }

  private void lookAtSeveral(double beta, int at, int number) {
    double greatest = scores[at];
    for (int i = 1; i < width; i++) {
      greatest = Math.max(greatest, scores[at + i]);
    }
    double sum = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < width; i++) {
      // from the greatest on, so that nothing is lost where all are large
      double score = scores[at + i] - greatest;
      double weight = Math.exp(beta * score);
      sum += weight;
      mean += weight * score;
      square += weight * score * score;
    }
    mean /= sum;
    slope += mean - (scores[at + number] - greatest);
    curvature += Math.max(0, square / sum - mean * mean);
  }
}
