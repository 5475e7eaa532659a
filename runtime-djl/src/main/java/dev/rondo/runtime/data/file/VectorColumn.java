package dev.rondo.runtime.data.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A column of vectors: numbers separated by white space in one cell; in JSON an array of numbers.
 * Each is written as in a {@link NumberColumn}.
 */
public final class VectorColumn extends Column {
  private static final int ANY_SIZE = -1;

  private final int size;
  private boolean missing;

  /** Declares vectors of one size. */
  VectorColumn(Columns.Declaration declaration, int size) {
    super(declaration);
    this.size = size;
  }

  /** Declares vectors of any size. */
  VectorColumn(Columns.Declaration declaration) {
    this(declaration, ANY_SIZE);
  }

  /**
   * Lets numbers be missing, which are NaN; a missing one is an error otherwise. Of vectors of one
   * size a cell that is blank misses all of them.
   */
  public VectorColumn missing() {
    missing = true;
    return this;
  }

  /** Returns the numbers, as {@code float}. */
  public float[] floats(Cells cells) {
    if (allAreMissing(cells)) {
      float[] none = new float[size];
      Arrays.fill(none, Float.NaN);
      return none;
    }
    float[] numbers = new float[count(cells)];
    char[] text = cells.characters();
    int at = cells.first(slot);
    for (int i = 0; i < numbers.length; i++) {
      int from = skipBlanks(text, at, cells.last(slot));
      at = skipWord(text, from, cells.last(slot));
      numbers[i] = Decimals.toFloat(text, from, at);
      check(cells, numbers[i], i, from, at);
    }
    return numbers;
  }

  /** Returns the numbers. */
  public double[] doubles(Cells cells) {
    if (allAreMissing(cells)) {
      double[] none = new double[size];
      Arrays.fill(none, Double.NaN);
      return none;
    }
    double[] numbers = new double[count(cells)];
    char[] text = cells.characters();
    int at = cells.first(slot);
    for (int i = 0; i < numbers.length; i++) {
      int from = skipBlanks(text, at, cells.last(slot));
      at = skipWord(text, from, cells.last(slot));
      numbers[i] = Decimals.toDouble(text, from, at);
      check(cells, numbers[i], i, from, at);
    }
    return numbers;
  }

  private boolean allAreMissing(Cells cells) {
    return missing && size != ANY_SIZE && cells.isMissing(slot);
  }

  /** Returns how many numbers there are, which is checked. */
  private int count(Cells cells) {
    if (cells.isAbsent(slot)) {
      throw wrong(cells, expected());
    }
    char[] text = cells.characters();
    int count = 0;
    int at = skipBlanks(text, cells.first(slot), cells.last(slot));
    while (at < cells.last(slot)) {
      count++;
      at = skipBlanks(text, skipWord(text, at, cells.last(slot)), cells.last(slot));
    }
    if (size != ANY_SIZE && count != size) {
      throw new WrongRow(
          "%s: found %s numbers in %s, expected %s"
              .formatted(cells.place(this), count, cells.found(slot), expected()));
    }
    return count;
  }

  private String expected() {
    return size == ANY_SIZE
        ? "numbers separated by spaces."
        : size + " numbers separated by spaces.";
  }

  private static int skipBlanks(char[] text, int from, int to) {
    int i = from;
    while (i < to && Character.isWhitespace(text[i])) {
      i++;
    }
    return i;
  }

  private static int skipWord(char[] text, int from, int to) {
    int i = from;
    while (i < to && !Character.isWhitespace(text[i])) {
      i++;
    }
    return i;
  }

  private void check(Cells cells, double number, int index, int from, int to) {
    if (Double.isInfinite(number)
        || (Double.isNaN(number) && !(missing && Cells.isMissing(cells.characters(), from, to)))) {
      throw new WrongRow(
          "%s, number %s: found \"%s\", expected a number%s."
              .formatted(
                  cells.place(this),
                  index + 1,
                  new String(cells.characters(), from, to - from),
                  Double.isInfinite(number) ? " that is not too large" : ""));
    }
  }

  @Override
  Object value(Cells cells) {
    List<Double> numbers = new ArrayList<>();
    Arrays.stream(doubles(cells)).forEach(numbers::add);
    return numbers;
  }

  @Override
  Many many() {
    return Many.NUMBERS;
  }
}
