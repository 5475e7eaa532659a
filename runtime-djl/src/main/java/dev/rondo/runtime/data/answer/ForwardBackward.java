package dev.rondo.runtime.data.answer;

import java.util.Arrays;

/**
 * The forward and the backward algorithm of a linear-chain conditional random field (Rabiner 1989,
 * "A tutorial on hidden Markov models"): the sum over all taggings of a sequence, and the
 * probabilities of its tags. Reads one sequence after the other; for use by one thread.
 *
 * <p>As a rule each step's numbers are divided by their sum, which takes an exponential for each
 * score. Where parameters or scores lie so far apart that a double could not hold such a number,
 * their logarithms are added, which takes one for each transition and each step.
 */
final class ForwardBackward {
  private final Transitions transitions;
  private final int tags;
  private final double[] pairs;
  private int steps;
  private boolean numbers;

  // (steps × tags) each: of numbers exp(x - greatest of the step), else x
  private double[] emissions = new double[0];
  private double[] forward = new double[0];
  private double[] backward = new double[0];
  private double[] marginals = new double[0];
  private double[] sums = new double[0];
  private double logPartition;

  ForwardBackward(Transitions transitions) {
    this.transitions = transitions;
    this.tags = transitions.tags();
    this.pairs = new double[tags * tags];
  }

  /**
   * Reads a sequence from its first to its last step.
   *
   * @param scores of the network, of which (steps × tags) count
   * @param at where those of the sequence begin
   * @param length steps, at least 1
   */
  ForwardBackward forward(float[] scores, int at, int length) {
    steps = length;
    int size = length * tags;
    if (emissions.length < size) {
      emissions = new double[size];
      forward = new double[size];
      backward = new double[size];
      marginals = new double[size];
      sums = new double[length];
    }
    double constant = transitions.greatestStart() + transitions.greatestEnd();
    double range = 0;
    for (int t = 0; t < length; t++) {
      double greatest = Double.NEGATIVE_INFINITY;
      double least = Double.POSITIVE_INFINITY;
      for (int i = 0; i < tags; i++) {
        double score = transitions.emission(scores[at + t * tags + i]);
        emissions[t * tags + i] = score;
        greatest = Math.max(greatest, score);
        least = Math.min(least, score);
      }
      range = Math.max(range, greatest - least);
      sums[t] = greatest;
      constant += greatest;
    }
    numbers = transitions.fitNumbers(range);
    if (numbers) {
      for (int t = 0; t < length; t++) {
        for (int i = t * tags; i < (t + 1) * tags; i++) {
          emissions[i] = Math.exp(emissions[i] - sums[t]);
        }
      }
      logPartition = constant + (length - 1) * transitions.greatestBetween() + forwardOfNumbers();
    } else {
      logPartition = forwardOfLogarithms();
    }
    return this;
  }

  /** Reads a sequence as {@link #forward}, and back. */
  ForwardBackward read(float[] scores, int at, int length) {
    forward(scores, at, length);
    if (numbers) {
      backwardOfNumbers();
    } else {
      backwardOfLogarithms();
    }
    return this;
  }

  /** Returns ln Σ exp(s(y)) over all taggings of the sequence. */
  double logPartition() {
    return logPartition;
  }

  /** Returns the probability of each tag at each step, (steps × tags). */
  double[] marginals() {
    return Arrays.copyOf(marginals, steps * tags);
  }

  /**
   * Returns the natural logarithm of each of them, none above 0. The probability of a step's most
   * probable tag is 1 less that of the others, so that its logarithm has all its digits however
   * near to 0 it is, where the difference to that of all taggings would be rounding alone.
   */
  double[] logMarginals() {
    double[] logarithms = new double[steps * tags];
    for (int row = 0; row < logarithms.length; row += tags) {
      int most = row;
      for (int i = row; i < row + tags; i++) {
        logarithms[i] =
            numbers ? Math.log(forward[i]) + Math.log(backward[i]) : forward[i] + backward[i];
        most = logarithms[i] > logarithms[most] ? i : most;
      }
      double greatest = logarithms[most];
      double others = 0;
      for (int i = row; i < row + tags; i++) {
        others += i == most ? 0 : Math.exp(logarithms[i] - greatest);
      }
      for (int i = row; i < row + tags; i++) {
        logarithms[i] = logarithms[i] - greatest - Math.log1p(others);
      }
    }
    return logarithms;
  }

  /** Returns the probability of a tag at a step. */
  double marginal(int step, int tag) {
    return marginals[step * tags + tag];
  }

  /**
   * Returns how often each tag is expected to follow each, (tags × tags), in all sequences that
   * were read.
   */
  double[] pairs() {
    return pairs;
  }

  private double forwardOfNumbers() {
    double[] between = transitions.ofBetween();
    double log = 0;
    for (int t = 0; t < steps; t++) {
      int row = t * tags;
      if (t == 0) {
        System.arraycopy(transitions.ofStart(), 0, forward, 0, tags);
      } else {
        Arrays.fill(forward, row, row + tags, 0);
        for (int i = 0; i < tags; i++) {
          double before = forward[row - tags + i];
          addScaled(before, between, i * tags, forward, row);
        }
      }
      double sum = 0;
      for (int i = row; i < row + tags; i++) {
        forward[i] *= emissions[i];
        sum += forward[i];
      }
      double factor = 1 / sum;
      for (int i = row; i < row + tags; i++) {
        forward[i] *= factor;
      }
      sums[t] = factor;
      log += Math.log(sum);
    }
    return log + Math.log(endSum());
  }

  private double endSum() {
    double sum = 0;
    for (int i = 0; i < tags; i++) {
      sum += forward[(steps - 1) * tags + i] * transitions.ofEnd()[i];
    }
    return sum;
  }

  /** Adds a multiple of a row to another; a loop that processors do several numbers at a time. */
  private void addScaled(double factor, double[] from, int at, double[] to, int row) {
    for (int i = 0; i < tags; i++) {
      to[row + i] += factor * from[at + i];
    }
  }

  private void backwardOfNumbers() {
    double[] transposed = transitions.ofBetweenTransposed();
    double[] between = transitions.ofBetween();
    double[] counts = new double[tags * tags];
    double[] later = new double[tags];
    int last = (steps - 1) * tags;
    double factor = 1 / endSum();
    for (int i = 0; i < tags; i++) {
      backward[last + i] = transitions.ofEnd()[i] * factor;
    }
    for (int t = steps - 2; t >= 0; t--) {
      int row = t * tags;
      int next = row + tags;
      Arrays.fill(backward, row, next, 0);
      for (int i = 0; i < tags; i++) {
        later[i] = emissions[next + i] * backward[next + i] * sums[t + 1];
        addScaled(later[i], transposed, i * tags, backward, row);
      }
      for (int i = 0; i < tags; i++) {
        addScaled(forward[row + i], later, 0, counts, i * tags);
      }
    }
    for (int i = 0; i < steps * tags; i++) {
      marginals[i] = forward[i] * backward[i];
    }
    for (int i = 0; i < counts.length; i++) {
      pairs[i] += counts[i] * between[i];
    }
  }

  private double forwardOfLogarithms() {
    double[] terms = new double[tags];
    for (int to = 0; to < tags; to++) {
      forward[to] = transitions.start(to) + emissions[to];
    }
    for (int t = 1; t < steps; t++) {
      int row = t * tags;
      for (int to = 0; to < tags; to++) {
        for (int from = 0; from < tags; from++) {
          terms[from] = forward[row - tags + from] + transitions.between(from, to);
        }
        forward[row + to] = logSum(terms) + emissions[row + to];
      }
    }
    for (int tag = 0; tag < tags; tag++) {
      terms[tag] = forward[(steps - 1) * tags + tag] + transitions.end(tag);
    }
    return logSum(terms);
  }

  private void backwardOfLogarithms() {
    double[] terms = new double[tags];
    int last = (steps - 1) * tags;
    for (int tag = 0; tag < tags; tag++) {
      backward[last + tag] = transitions.end(tag);
    }
    for (int t = steps - 2; t >= 0; t--) {
      int row = t * tags;
      int next = row + tags;
      for (int from = 0; from < tags; from++) {
        for (int to = 0; to < tags; to++) {
          terms[to] = transitions.between(from, to) + emissions[next + to] + backward[next + to];
          pairs[from * tags + to] += Math.exp(forward[row + from] + terms[to] - logPartition);
        }
        backward[row + from] = logSum(terms);
      }
    }
    for (int i = 0; i < steps * tags; i++) {
      marginals[i] = Math.exp(forward[i] + backward[i] - logPartition);
    }
  }

  /** Returns ln Σ exp(term); negative infinity of nothing but that. */
  private static double logSum(double[] terms) {
    double greatest = Transitions.greatest(terms);
    if (greatest == Double.NEGATIVE_INFINITY) {
      return greatest;
    }
    double sum = 0;
    for (double term : terms) {
      sum += Math.exp(term - greatest);
    }
    return greatest + Math.log(sum);
  }
}
