package dev.rondo.runtime.train.metric;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.List;

/** The targets of one head of a batch, gathered from those of its rows. */
public final class HeadTargets {
  private HeadTargets() {}

  /**
   * Returns the targets of a head, row after row: of a head for each step those of all real steps.
   *
   * @param expected for each row and each head its targets, (targetSize) or (steps × targetSize)
   * @return float32 (rows or real steps, targetSize)
   * @throws IllegalArgumentException if a row has targets that are no multiple of the size, or none
   */
  public static NDArray of(NDManager manager, List<float[][]> expected, int head, int targetSize) {
    int all = 0;
    for (int row = 0; row < expected.size(); row++) {
      int numbers = expected.get(row)[head].length;
      if (numbers == 0 || numbers % targetSize != 0) {
        throw new IllegalArgumentException(
            "row %s of the batch has %s targets of output %s, expected %s for each answer"
                .formatted(row, numbers, head, targetSize));
      }
      all = Math.addExact(all, numbers);
    }
    float[] targets = new float[all];
    int at = 0;
    for (float[][] row : expected) {
      System.arraycopy(row[head], 0, targets, at, row[head].length);
      at += row[head].length;
    }
    return manager.create(targets, new Shape(all / targetSize, targetSize));
  }
}
