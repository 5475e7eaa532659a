package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.Scores;
import dev.rondo.runtime.data.Temperature;
import dev.rondo.runtime.data.answer.Transitions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Right tags of sequences that are decided together, with the scores that a network gave, and how
 * well the probabilities of single tags fit at a temperature T: of the score of a tagging as a
 * whole, divided by T, as {@link Transitions#at} does. With p_t the probability of the right tag of
 * a step over all taggings, the negative log-likelihood is the sum of -ln p_t over all steps. Which
 * tagging is the most probable one does not depend on T.
 *
 * <p>That sum need not be convex. It is computed at temperatures that lie far apart, and between
 * the neighbours of the best of them searched by golden section (Kiefer 1953).
 */
public final class TaggedAnswers implements FittedAnswers {
  /** How many temperatures are looked at first: each 2.15 times the one before. */
  private static final int COARSE = 13;

  /** How near the logarithm of the temperature that is found is to that of the best one. */
  private static final double NEAR = 1e-7;

  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  /** What two losses differ by for each answer, at most, where nobody could tell them apart. */
  private static final double SAME = 1e-9;

  /** A step of the differences that the test at 1 takes. */
  private static final double STEP = 1e-4;

  private final Transitions transitions;
  private final List<Sequence> sequences = new ArrayList<>();
  private int size;

  // handed over once, and never compared
  @SuppressWarnings("ArrayRecordComponent")
  private record Sequence(float[] scores, int[] right) {}

  /** Starts without answers of tags that these transitions decide. */
  public TaggedAnswers(Transitions transitions) {
    this.transitions = transitions;
  }

  /**
   * Adds a sequence.
   *
   * @param scores (steps × tags)
   * @param right the numbers of the right tags; negative where it is none of these, and then the
   *     step does not count
   * @throws IllegalArgumentException if there are more or fewer scores, or one is no finite number
   */
  public void add(float[] scores, int[] right) {
    Scores.checkSize(scores, Math.multiplyExact(right.length, transitions.tags()));
    Scores.checkFinite(scores);
    sequences.add(new Sequence(scores.clone(), right.clone()));
    for (int tag : right) {
      size += tag < 0 ? 0 : 1;
    }
  }

  @Override
  public int size() {
    return size;
  }

  /** Returns how many answers were added, and of how many sequences: these are what tells. */
  @Override
  public String evidence() {
    long counted =
        sequences.stream()
            .filter(sequence -> Arrays.stream(sequence.right()).anyMatch(tag -> tag >= 0))
            .count();
    return size + " answers of " + counted + (counted == 1 ? " sequence" : " sequences");
  }

  @Override
  public double bestTemperature() {
    if (size == 0) {
      return Double.NaN;
    }
    double least = Math.log(Temperature.LEAST);
    double apart = (Math.log(Temperature.MOST) - least) / (COARSE - 1);
    double[] losses = new double[COARSE];
    int best = 0;
    for (int i = 0; i < COARSE; i++) {
      losses[i] = loss(least + i * apart);
      best = losses[i] < losses[best] ? i : best;
    }
    double same = losses[best] + SAME * size;
    if (losses[COARSE - 1] <= same) {
      // also where all are the same
      return Double.POSITIVE_INFINITY;
    }
    if (losses[0] <= same) {
      return 0;
    }
    return lowest(least + (best - 1) * apart, least + (best + 1) * apart);
  }

  private double lowest(double from, double to) {
    double low = from;
    double high = to;
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double ofLeft = loss(left);
    double ofRight = loss(right);
    while (high - low > NEAR) {
      if (ofLeft < ofRight) {
        high = right;
        right = left;
        ofRight = ofLeft;
        left = high - GOLDEN * (high - low);
        ofLeft = loss(left);
      } else {
        low = left;
        left = right;
        ofLeft = ofRight;
        right = low + GOLDEN * (high - low);
        ofRight = loss(right);
      }
    }
    return Math.exp((low + high) / 2);
  }

  /**
   * A score test that lets the tags of a sequence depend on each other, as they do: with the slope
   * u of each sequence at 1, (Σ u)² / Σ u² against the chi-squared distribution of one degree of
   * freedom (White 1982, "Maximum likelihood estimation of misspecified models").
   */
  @Override
  public boolean differFromOne() {
    Transitions colder = transitions.at(new Temperature(1 - STEP));
    Transitions warmer = transitions.at(new Temperature(1 + STEP));
    double sum = 0;
    double squares = 0;
    for (Sequence sequence : sequences) {
      double slope = (loss(warmer, sequence) - loss(colder, sequence)) / (2 * STEP);
      sum += slope;
      squares += slope * slope;
    }
    return sum * sum > ScoredAnswers.FIVE_PERCENT * squares;
  }

  private double loss(double logarithm) {
    // rounding may leave what no temperature may be
    double value = Math.min(Temperature.MOST, Math.max(Temperature.LEAST, Math.exp(logarithm)));
    Transitions at = transitions.at(new Temperature(value));
    double sum = 0;
    for (Sequence sequence : sequences) {
      sum += loss(at, sequence);
    }
    return sum;
  }

  private double loss(Transitions at, Sequence sequence) {
    double[] logMarginals = at.logMarginals(sequence.scores(), sequence.right().length);
    double sum = 0;
    for (int t = 0; t < sequence.right().length; t++) {
      int right = sequence.right()[t];
      if (right >= 0) {
        sum += Transitions.cost(logMarginals[t * at.tags() + right]);
      }
    }
    return sum;
  }
}
