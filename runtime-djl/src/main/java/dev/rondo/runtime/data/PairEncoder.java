package dev.rondo.runtime.data;

import java.util.function.Function;

/**
 * Turns examples of tokens and a class into numbers.
 *
 * @param <I> the type of the input
 * @param <T> the type of the class
 */
public final class PairEncoder<I, T extends Comparable<T>>
    implements Function<PairExample<I, T>, Row<int[], Integer>> {
  private final TokenEncoder<I> tokens;
  private final ClassCodec<T> classes;

  /** Creates an encoder. */
  public PairEncoder(TokenEncoder<I> tokens, ClassCodec<T> classes) {
    this.tokens = tokens;
    this.classes = classes;
  }

  @Override
  public Row<int[], Integer> apply(PairExample<I, T> example) {
    int[] row = tokens(example);
    return new Row<>(row, classes.index(expected(example)), row.length);
  }

  /** Returns the numbers of the tokens of an example. */
  public int[] tokens(PairExample<I, T> example) {
    return tokens.encode(example.input);
  }

  /** Returns the class that an example expects. */
  public T expected(PairExample<I, T> example) {
    return example.expected;
  }
}
