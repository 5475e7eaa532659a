package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/**
 * The loss of labels that are spread over steps in an unknown way (Graves et al. 2006): -ln of the
 * probability of a sequence's labels, over all ways.
 */
public final class CtcLoss {
  private CtcLoss() {}

  /**
   * Returns the weighted sum of the losses of sequences. The gradient is recorded if gradients are
   * recorded on this thread.
   *
   * @param scores before the softmax, of all steps of all sequences, row after row, (steps,
   *     numbers); number 0 is the blank
   * @param steps of each sequence, at least 1
   * @param labels of each sequence, none of them 0; they must fit into its steps, else the loss is
   *     infinite
   * @param weights of the sequences
   * @return a scalar in the scores' manager
   * @throws IllegalArgumentException if the shapes do not belong together
   */
  public static NDArray sum(NDArray scores, int[] steps, int[][] labels, float[] weights) {
    Shapes.dimensions("scores", scores, 2);
    int rows = steps.length;
    if (labels.length != rows || weights.length != rows || rows == 0) {
      throw new IllegalArgumentException(
          "there are %s sequences, %s with labels and %s weights"
              .formatted(rows, labels.length, weights.length));
    }
    int time = 1;
    int most = 1;
    int all = 0;
    for (int b = 0; b < rows; b++) {
      time = Math.max(time, steps[b]);
      most = Math.max(most, labels[b].length);
      all = Math.addExact(all, steps[b]);
    }
    Shapes.require("scores", scores, all, scores.getShape().get(1));
    long[] places = new long[time * rows];
    long[] padded = new long[rows * most];
    long[] lengths = new long[2 * rows];
    for (int b = 0, first = 0; b < rows; first += steps[b], b++) {
      for (int t = 0; t < steps[b]; t++) {
        places[t * rows + b] = (long) first + t;
      }
      for (int k = 0; k < labels[b].length; k++) {
        padded[b * most + k] = labels[b][k];
      }
      lengths[b] = steps[b];
      lengths[rows + b] = labels[b].length;
    }
    NDManager manager = scores.getManager();
    return Kernels.of(manager)
        .call(
            "ctc",
            List.of(
                scores,
                manager.create(places, new Shape(time, rows)),
                manager.create(padded, new Shape(rows, most)),
                manager.create(lengths, new Shape(2, rows)),
                manager.create(weights)),
            new double[] {0},
            null)
        .singletonOrThrow();
  }
}
