package dev.rondo.runtime.data;

import java.util.Arrays;

/**
 * One input in numbers: steps of the same width, each of them features (numbers that are read as
 * they are) and symbols (numbers of a vocabulary, which an embedding turns into vectors). What is
 * in a step may be a sequence of symbols itself, as a word is one of characters. A single vector is
 * one step. There is always at least one.
 *
 * <p>The arrays are not copied: whoever makes or reads them must not change them.
 */
public final class Steps {
  private static final float[] NO_FEATURES = {};
  private static final int[][] NO_INNER = {};

  private final int from;
  private final int length;
  private final int width;
  private final float[] features;
  private final int columns;
  private final int[] symbols;
  private final int[][] inner;
  private final WindowScale scale;

  private Steps(
      int length, float[] features, int width, int[] symbols, int columns, int[][] inner) {
    this(0, length, features, width, symbols, columns, inner, WindowScale.none());
  }

  private Steps(
      int from,
      int length,
      float[] features,
      int width,
      int[] symbols,
      int columns,
      int[][] inner,
      WindowScale scale) {
    this.from = from;
    this.length = length;
    this.features = features;
    this.width = width;
    this.symbols = symbols;
    this.columns = columns;
    this.inner = inner;
    this.scale = scale;
  }

  /**
   * Returns steps.
   *
   * @param length how many there are, at least 1
   * @param features (length × width), step by step
   * @param symbols (length × columns), step by step
   * @throws IllegalArgumentException if there is no step, or an array has another size
   */
  public static Steps of(int length, float[] features, int width, int[] symbols, int columns) {
    Arguments.atLeastOne(length, "length");
    checkSize("features", features.length, length, width);
    checkSize("symbols", symbols.length, length, columns);
    return new Steps(length, features, width, symbols, columns, NO_INNER);
  }

  /**
   * Returns the steps of tokens with what is inside of them: one column of symbols, no features.
   *
   * @param inner for each token its parts, at least one each
   * @throws IllegalArgumentException if there is no token, a token has no parts, or there are as
   *     many of one as not of the other
   */
  public static Steps nested(int[] tokens, int[][] inner) {
    Arguments.atLeastOne(tokens.length, "length");
    checkSize("inner sequences", inner.length, tokens.length, 1);
    for (int[] parts : inner) {
      Arguments.atLeastOne(parts.length, "length of an inner sequence");
    }
    return new Steps(tokens.length, NO_FEATURES, 0, tokens, 1, inner);
  }

  /**
   * Returns the steps of tokens: one column of symbols, no features.
   *
   * @throws IllegalArgumentException if there is no token
   */
  public static Steps tokens(int[] tokens) {
    return of(tokens.length, NO_FEATURES, 0, tokens, 1);
  }

  /**
   * Returns a part of these steps: a view, which shares their arrays.
   *
   * @param start the first of its steps, from 0
   * @param steps how many, at least 1
   * @param scaling what is scaled by the part itself
   * @throws IllegalArgumentException if there are no such steps, or they are sequences inside
   */
  public Steps window(int start, int steps, WindowScaling scaling) {
    Arguments.atLeastOne(steps, "length of a window");
    if (start < 0 || steps > length - start || inner.length > 0) {
      throw new IllegalArgumentException(
          "there is no window of %s steps from %s in %s".formatted(steps, start, length));
    }
    return new Steps(
        from + start,
        steps,
        features,
        width,
        symbols,
        columns,
        inner,
        scaling.of(features, from + start, steps, width));
  }

  private static void checkSize(String name, int found, int length, int each) {
    if (each < 0 || found != (long) length * each) {
      throw new IllegalArgumentException(
          "there are %s %s, expected %s for each of %s steps".formatted(found, name, each, length));
    }
  }

  /** Returns the steps of the longest of several inputs. */
  public static int longest(Steps[] inputs) {
    int longest = 0;
    for (Steps input : inputs) {
      longest = Math.max(longest, input.length());
    }
    return longest;
  }

  /** Returns how many steps there are, at least 1. */
  public int length() {
    return length;
  }

  /** Returns how many features a step has; 0 if it has only symbols. */
  public int width() {
    return width;
  }

  /** Returns the features, (length × width), step by step; of a window a copy. */
  public float[] features() {
    if (isWhole()) {
      return features;
    }
    float[] copy = new float[length * width];
    copyFeatures(copy, 0);
    return copy;
  }

  private boolean isWhole() {
    return (long) length * width == features.length
        && (long) length * columns == symbols.length
        && scale.isNone();
  }

  /**
   * Copies the features, (length × width), step by step.
   *
   * @param to where they go
   * @param at where the first goes
   */
  public void copyFeatures(float[] to, int at) {
    System.arraycopy(features, from * width, to, at, length * width);
    scale.apply(to, at, length, width);
  }

  /** Returns how many symbols a step has; 0 if it has only features. */
  public int columns() {
    return columns;
  }

  /** Returns the sequence inside of each step, (length); empty where there are none. */
  public int[][] inner() {
    return inner;
  }

  /** Returns the symbols, (length × columns), step by step; of a window a copy. */
  public int[] symbols() {
    return isWhole()
        ? symbols
        : Arrays.copyOfRange(symbols, from * columns, (from + length) * columns);
  }

  /**
   * Returns a symbol.
   *
   * @param step from 0
   * @param column from 0
   */
  public int symbol(int step, int column) {
    return symbols[(from + step) * columns + column];
  }
}
