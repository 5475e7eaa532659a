package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A decoder that goes through a batch of hypotheses position by position. Its state stays in native
 * memory. For use by one thread; whoever gets one closes it.
 */
public final class DecoderRun implements AutoCloseable {
  private final DecoderSteps steps;
  private final Foretold.Wanted wanted;
  private IValue state;
  private IValue memory;

  /** For each row of the state its source's place among those in the memory. */
  private int[] sources;

  private int sourceCount;

  DecoderRun(
      DecoderSteps steps,
      int batch,
      List<NDArray> state,
      List<NDArray> memory,
      Foretold.Wanted wanted) {
    this.steps = steps;
    this.wanted = wanted;
    this.state = Arguments.list(state);
    this.memory = Arguments.list(memory);
    this.sources = IntStream.range(0, batch).toArray();
    this.sourceCount = batch;
  }

  /**
   * Reads a token of each hypothesis, and foretells the next.
   *
   * @param parents which row of the call before each hypothesis goes on from; in the first call
   *     which source it is of. Hypotheses of one source stand together, in the order of the sources
   * @param tokens the last of each
   * @param width how many of the likeliest are wanted, at least 1; of a smaller vocabulary all
   * @throws IllegalArgumentException if there is no hypothesis, a row or token does not exist, or
   *     the rows are not in the order of the sources
   */
  public Foretold next(int[] parents, int[] tokens, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("width is " + width + ", must be at least 1");
    }
    check(parents, tokens);
    int[] rows = Arrays.stream(parents).map(parent -> sources[parent]).toArray();
    int[] left = Arrays.stream(rows).distinct().toArray();
    int[] placed = new int[rows.length];
    int[] order = new int[rows.length];
    int most = 1;
    for (int row = 1; row < rows.length; row++) {
      boolean same = rows[row] == rows[row - 1];
      placed[row] = placed[row - 1] + (same ? 0 : 1);
      order[row] = same ? order[row - 1] + 1 : 0;
      most = Math.max(most, order[row] + 1);
    }
    Arguments arguments =
        new Arguments()
            .numbers(isRange(parents, sources.length) ? new long[0] : longs(parents))
            .numbers(longs(tokens))
            .numbers(left.length == sourceCount ? new long[0] : longs(left))
            .numbers(rows.length == left.length * most ? new long[0] : places(placed, order, most))
            .number(most)
            .numbers(
                width,
                wanted.unknown() ? 1 : 0,
                wanted.scored() ? 1 : 0,
                wanted.weighed() ? 1 : 0,
                steps.additive() ? 1 : 0);
    sources = placed;
    sourceCount = left.length;
    return read(steps.step(arguments, state, memory, tokens.length));
  }

  private static long[] places(int[] sources, int[] orders, int most) {
    long[] places = new long[sources.length];
    Arrays.setAll(places, row -> (long) sources[row] * most + orders[row]);
    return places;
  }

  private void check(int[] parents, int[] tokens) {
    if (parents.length == 0 || parents.length != tokens.length) {
      throw new IllegalArgumentException(
          parents.length
              + " parents and "
              + tokens.length
              + " tokens, expected as many, at least 1");
    }
    for (int row = 0; row < parents.length; row++) {
      if (parents[row] < 0 || parents[row] >= sources.length) {
        throw new IllegalArgumentException(
            "parent " + parents[row] + " is not one of " + sources.length + " rows");
      }
      if (tokens[row] < 0 || tokens[row] >= steps.vocabulary()) {
        throw new IllegalArgumentException(
            "token " + tokens[row] + " is not in the vocabulary of " + steps.vocabulary());
      }
      if (row > 0 && sources[parents[row]] < sources[parents[row - 1]]) {
        throw new IllegalArgumentException("row " + row + " is not in the order of the sources");
      }
    }
  }

  private Foretold read(IValue result) {
    try (result;
        NDManager scratch = steps.newScratch()) {
      IValue[] parts = result.toIValueTuple();
      try (IValue found = parts[0]) {
        state.close();
        memory.close();
        state = parts[1];
        memory = parts[2];
        return Foretold.read(List.of(found.toTensorArray((PtNDManager) scratch)), wanted);
      }
    }
  }

  private static boolean isRange(int[] rows, int count) {
    return Arrays.equals(rows, IntStream.range(0, count).toArray());
  }

  private static long[] longs(int[] ints) {
    return Arrays.stream(ints).asLongStream().toArray();
  }

  /** Frees the state; a second call does nothing. */
  @Override
  public void close() {
    state.close();
    memory.close();
  }
}
