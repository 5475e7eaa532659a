package dev.rondo.runtime.layer;

import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.data.text.Vocabulary;
import java.util.Arrays;
import java.util.List;

/**
 * What an input is made of.
 *
 * @param width features of a step
 * @param columns symbols of a step
 * @param sequence whether it is a sequence; else one vector
 * @param nested whether there is a sequence inside of each step
 */
public record InputShape(int width, int columns, boolean sequence, boolean nested) {
  /** Returns an input of tokens. */
  public static InputShape tokens() {
    return new InputShape(0, 1, true, false);
  }

  /** Returns an input of steps. */
  public static InputShape steps(int width, int columns) {
    return new InputShape(width, columns, true, false);
  }

  /** Returns an input that is a single vector. */
  public static InputShape vector(int width, int columns) {
    return new InputShape(width, columns, false, false);
  }

  /** Returns an input of tokens with a sequence inside of each. */
  public static InputShape spelled() {
    return new InputShape(0, 1, true, true);
  }

  /** Returns steps of zeros and unknown symbols. */
  private Steps blank(int wanted) {
    int length = sequence ? wanted : 1;
    int[] symbols = new int[length * columns];
    Arrays.fill(symbols, Vocabulary.UNKNOWN);
    if (nested) {
      int[][] inner = new int[length][];
      Arrays.fill(inner, new int[] {Vocabulary.UNKNOWN});
      return Steps.nested(symbols, inner);
    }
    return Steps.of(length, new float[length * width], width, symbols, columns);
  }

  /** Returns a row of unknown symbols and zeros for inputs of these shapes. */
  static Steps[] blanks(List<InputShape> shapes, int wanted) {
    return shapes.stream().map(shape -> shape.blank(wanted)).toArray(Steps[]::new);
  }

  /** Returns whether steps are of this shape. */
  boolean fits(Steps steps) {
    return steps.width() == width
        && steps.columns() == columns
        && (sequence || steps.length() == 1);
  }
}
