package dev.rondo.runtime.data.answer;

import java.util.Arrays;

/**
 * The loss of a conditional random field on a batch, and its gradients by the probabilities of tags
 * and of pairs of tags: the mean over all steps of -ln of the probability of the right tagging of
 * their sequence. So a step counts as much as one of a softmax does, and the learning rate need not
 * be another. A sequence all of whose answers are absent does not count.
 */
public final class TaggingLoss {
  private final int tags;
  private final double value;
  private final float[] scores;
  private final float[] between;
  private final float[] start;
  private final float[] end;

  private TaggingLoss(Transitions transitions, float[] network, float[][] targets) {
    this.tags = transitions.tags();
    this.scores = new float[network.length];
    double[] sumStart = new double[tags];
    double[] sumEnd = new double[tags];
    double[] right = new double[tags * tags];
    ForwardBackward algorithm = new ForwardBackward(transitions);
    int steps = 0;
    double sum = 0;
    for (float[] row : targets) {
      steps += isAbsent(row) ? 0 : row.length;
    }
    double share = 1.0 / Math.max(1, steps);
    int at = 0;
    for (float[] row : targets) {
      if (!isAbsent(row)) {
        int[] tagging = tagging(row);
        algorithm.read(network, at, row.length);
        sum +=
            algorithm.logPartition()
                - transitions.score(
                    Arrays.copyOfRange(network, at, at + row.length * tags), tagging);
        addRight(tagging, right);
        addGradient(algorithm, tagging, at, share);
        for (int tag = 0; tag < tags; tag++) {
          sumStart[tag] += algorithm.marginal(0, tag);
          sumEnd[tag] += algorithm.marginal(row.length - 1, tag);
        }
        sumStart[tagging[0]]--;
        sumEnd[tagging[row.length - 1]]--;
      }
      at += row.length * tags;
    }
    value = sum * share;
    for (int i = 0; i < right.length; i++) {
      right[i] = algorithm.pairs()[i] - right[i];
    }
    between = scaled(right, share);
    start = scaled(sumStart, share);
    end = scaled(sumEnd, share);
  }

  /**
   * Computes the loss of a batch.
   *
   * @param scores of the network at all steps, row after row, (all steps × tags)
   * @param targets the numbers of the right tags of each row, one for each step; NaN where a row
   *     has none
   * @throws IllegalArgumentException if there are more or fewer scores than the steps of all rows
   *     need, or a row has an answer at some steps only
   */
  public static TaggingLoss of(Transitions transitions, float[] scores, float[][] targets) {
    long steps = Arrays.stream(targets).mapToLong(row -> row.length).sum();
    if (scores.length != steps * transitions.tags()) {
      throw new IllegalArgumentException(
          "there are %s scores of %s tags, but the targets have %s steps"
              .formatted(scores.length, transitions.tags(), steps));
    }
    return new TaggingLoss(transitions, scores, targets);
  }

  private static boolean isAbsent(float[] row) {
    int absent = 0;
    for (float target : row) {
      absent += Float.isNaN(target) ? 1 : 0;
    }
    if (absent != 0 && absent != row.length) {
      throw new IllegalArgumentException(
          "%s of %s steps have no tag: tags of a sequence are learned together"
              .formatted(absent, row.length));
    }
    return absent == row.length;
  }

  private static int[] tagging(float[] row) {
    int[] tagging = new int[row.length];
    for (int t = 0; t < row.length; t++) {
      tagging[t] = (int) row[t];
    }
    return tagging;
  }

  private void addRight(int[] tagging, double[] right) {
    for (int t = 1; t < tagging.length; t++) {
      right[tagging[t - 1] * tags + tagging[t]]++;
    }
  }

  private void addGradient(ForwardBackward algorithm, int[] tagging, int at, double share) {
    for (int t = 0; t < tagging.length; t++) {
      for (int tag = 0; tag < tags; tag++) {
        double right = tag == tagging[t] ? 1 : 0;
        scores[at + t * tags + tag] = (float) ((algorithm.marginal(t, tag) - right) * share);
      }
    }
  }

  private static float[] scaled(double[] values, double share) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) (values[i] * share);
    }
    return floats;
  }

  /** Returns the loss; 0, with gradients of 0, where no sequence counts. */
  public double value() {
    return value;
  }

  /** Returns the gradient of the network's scores, (all steps × tags). */
  public float[] ofScores() {
    return scores;
  }

  /** Returns the gradient of the transitions, (tags × tags). */
  public float[] ofBetween() {
    return between;
  }

  /** Returns the gradient of the starts, (tags). */
  public float[] ofStart() {
    return start;
  }

  /** Returns the gradient of the ends, (tags). */
  public float[] ofEnd() {
    return end;
  }
}
