package dev.rondo.runtime.train.metric;

import dev.rondo.runtime.data.Batch;
import dev.rondo.runtime.train.Losses;
import java.util.ArrayList;
import java.util.List;

/**
 * What the answers of a batch are of those of its group. The loss of a head is the mean over the
 * answers that are there, which may be more in one batch than in another, by absent answers, steps
 * and weights of classes; the gradients of batches are added up by their examples. What a batch has
 * more or less than its examples let expect is made up for here, head by head.
 */
public final class HeadShares {
  private final List<List<float[][]>> group;
  private final List<float[][]> own;

  private HeadShares(List<List<float[][]>> group, List<float[][]> own) {
    this.group = group;
    this.own = own;
  }

  /** Returns the shares of a batch that is its own group. */
  public static HeadShares alone() {
    return new HeadShares(List.of(), List.of());
  }

  /**
   * Returns the shares of a batch.
   *
   * @param group the batches of its group, itself among them; of what is no targets of heads, each
   *     batch has the share of its examples
   */
  public static HeadShares of(Batch<?, ?> batch, List<?> group) {
    List<List<float[][]>> all = new ArrayList<>();
    for (Object other : group) {
      if (other instanceof Batch<?, ?> member) {
        all.add(targets(member));
      }
    }
    return group.size() < 2 ? alone() : new HeadShares(all, targets(batch));
  }

  private static List<float[][]> targets(Batch<?, ?> batch) {
    List<float[][]> targets = new ArrayList<>();
    for (Object expected : batch.expected()) {
      if (expected instanceof float[][] ofHeads) {
        targets.add(ofHeads);
      }
    }
    return targets;
  }

  /**
   * Returns what the loss of a head is to be multiplied with: {@code (a / A) / (n / N)} for a of
   * the A answers of the group, by weight, and n of its N examples. 1 where there are none.
   *
   * @param targetSize numbers of one answer
   * @param weights of classes or labels, as {@link Losses} take them; empty: all 1
   */
  public double factor(int head, int targetSize, float[] weights) {
    double ofGroup = 0;
    long examples = 0;
    for (List<float[][]> batch : group) {
      ofGroup += answers(batch, head, targetSize, weights);
      examples += batch.size();
    }
    double answers = answers(own, head, targetSize, weights);
    return answers == 0 ? 1 : answers / ofGroup * (double) examples / own.size();
  }

  private static double answers(List<float[][]> batch, int head, int size, float[] weights) {
    double answers = 0;
    for (float[][] row : batch) {
      for (int i = 0; i < row[head].length; i++) {
        float target = row[head][i];
        if (!Float.isNaN(target)) {
          answers += weights.length == 0 ? 1 : weights[weight(i % size, size, target, weights)];
        }
      }
    }
    return answers;
  }

  /** Returns the place of an answer's weight: of its class, its label, or its label's yes or no. */
  private static int weight(int number, int size, float target, float[] weights) {
    if (weights.length == size) {
      return number;
    }
    return size == 1 ? (int) target : 2 * number + (target > 0.5 ? 1 : 0);
  }
}
