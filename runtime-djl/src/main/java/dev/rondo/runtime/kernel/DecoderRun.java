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
  private final DecoderSteps.Wanted wanted;
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
      DecoderSteps.Wanted wanted) {
    this.steps = steps;
    this.wanted = wanted;
    this.state = Arguments.list(state);
    this.memory = Arguments.list(memory);
    this.sources = IntStream.range(0, batch).toArray();
    this.sourceCount = batch;
  }

  /** What is foretold at a position. */
  public static final class Foretold {
    private final int width;
    private final int[] tokens;
    private final float[] logProbabilities;
    private final float[] ends;
    private final float[][] shares;

    private Foretold(List<NDArray> arrays, DecoderSteps.Wanted wanted, int rows) {
      long[] flat = arrays.get(0).toLongArray();
      width = flat.length / rows;
      tokens = Arrays.stream(flat).mapToInt(Math::toIntExact).toArray();
      logProbabilities = wanted.scored() ? arrays.get(1).toFloatArray() : new float[tokens.length];
      ends = wanted.scored() ? arrays.get(2).toFloatArray() : new float[rows];
      shares = new float[arrays.size() > (wanted.scored() ? 3 : 1) ? rows : 0][];
      if (shares.length > 0) {
        float[] all = arrays.get(arrays.size() - 1).toFloatArray();
        int time = all.length / rows;
        Arrays.setAll(shares, row -> Arrays.copyOfRange(all, row * time, (row + 1) * time));
      }
    }

    /** Returns how many tokens are foretold for each row. */
    public int width() {
      return width;
    }

    /** Returns the likeliest tokens, row by row, the likeliest first, of equal ones the lowest. */
    public int[] tokens() {
      return tokens;
    }

    /** Returns the log probabilities of the tokens. */
    public float[] logProbabilities() {
      return logProbabilities;
    }

    /** Returns the log probability of token 0, the end, for each row. */
    public float[] ends() {
      return ends;
    }

    /**
     * Returns how much each step of the source weighs, for each row; empty if that was not wanted,
     * or there is no attention.
     */
    public float[][] shares() {
      return shares;
    }
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
    check(parents, tokens);
    int[] rowSources = Arrays.stream(parents).map(parent -> sources[parent]).toArray();
    int[] left = Arrays.stream(rowSources).distinct().toArray();
    int[] places = new int[parents.length];
    int[] rowsOf = new int[sourceCount];
    for (int source : rowSources) {
      rowsOf[source]++;
    }
    int most = Arrays.stream(rowsOf).max().orElseThrow();
    for (int row = 0, at = -1, place = 0; row < places.length; row++) {
      boolean same = row > 0 && rowSources[row] == rowSources[row - 1];
      at = same ? at : at + 1;
      place = same ? place + 1 : 0;
      places[row] = at * most + place;
    }
    boolean all = places.length == left.length * most;
    Arguments arguments =
        new Arguments()
            .numbers(isRange(parents, sources.length) ? new long[0] : longs(parents))
            .numbers(longs(tokens))
            .numbers(left.length == sourceCount ? new long[0] : longs(left))
            .numbers(all ? new long[0] : longs(places))
            .number(most)
            .numbers(
                width,
                wanted.unknown() ? 1 : 0,
                wanted.scored() ? 1 : 0,
                wanted.weighed() ? 1 : 0,
                steps.additive() ? 1 : 0);
    sources = Arrays.stream(places).map(place -> place / most).toArray();
    sourceCount = left.length;
    return read(steps.step(arguments, state, memory), parents.length);
  }

  private void check(int[] parents, int[] tokens) {
    if (parents.length == 0 || parents.length != tokens.length) {
      throw new IllegalArgumentException(
          parents.length + " parents and " + tokens.length + " tokens, expected as many, at least 1");
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

  private Foretold read(IValue result, int rows) {
    try (result;
        NDManager scratch = steps.newScratch()) {
      IValue[] parts = result.toIValueTuple();
      try (IValue found = parts[0]) {
        state.close();
        memory.close();
        state = parts[1];
        memory = parts[2];
        return new Foretold(
            List.of(found.toTensorArray((PtNDManager) scratch)), wanted, rows);
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
