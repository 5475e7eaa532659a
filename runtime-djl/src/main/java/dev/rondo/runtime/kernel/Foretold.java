package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The likeliest tokens to come next, for each row of a batch of hypotheses. */
public final class Foretold {
  private final int width;
  private final int[] tokens;
  private final float[] logProbabilities;
  private final float[] ends;
  private final float[][] shares;

  /**
   * Creates it; takes the arrays over.
   *
   * @param width how many tokens for each row
   * @param tokens row by row, the likeliest first
   * @param logProbabilities of the tokens
   * @param ends the log probability of the end for each row
   * @param shares how much each step of the source weighs, for each row; or none
   */
  public Foretold(
      int width, int[] tokens, float[] logProbabilities, float[] ends, float[][] shares) {
    this.width = width;
    this.tokens = tokens;
    this.logProbabilities = logProbabilities;
    this.ends = ends;
    this.shares = shares;
  }

  /**
   * What is wanted.
   *
   * @param unknown whether token 1, which stands for unknown words, may be foretold
   * @param scored whether log probabilities are wanted; without they are 0
   * @param weighed whether it is wanted how much each step of the source weighs
   */
  public record Wanted(boolean unknown, boolean scored, boolean weighed) {}

  /**
   * Reads what scores foretell.
   *
   * @param scores (rows, vocabulary), before the softmax; they are written over
   * @param shares (rows, time); empty if they are not wanted
   * @param count how many tokens are wanted for each row, at least 1
   */
  public static Foretold of(NDArray scores, Optional<NDArray> shares, int count, Wanted wanted) {
    Shapes.dimensions("the scores", scores, 2);
    PtNDManager owner = (PtNDManager) scores.getManager();
    try (NDManager scratch = owner.newSubManager();
        Arguments arguments = new Arguments();
        IValue result =
            Kernels.of(owner)
                .run(
                    "foretold",
                    arguments
                        .array(scores)
                        .number(count)
                        .flag(wanted.unknown())
                        .flag(wanted.scored()))) {
      List<NDArray> arrays = new ArrayList<>(List.of(result.toTensorArray((PtNDManager) scratch)));
      shares.ifPresent(arrays::add);
      return read(arrays, wanted);
    }
  }

  /** Reads the arrays that the kernel gives. */
  static Foretold read(List<NDArray> arrays, Wanted wanted) {
    long[] flat = arrays.get(0).toLongArray();
    int rows = Math.toIntExact(arrays.get(0).getShape().get(0));
    int[] tokens = Arrays.stream(flat).mapToInt(Math::toIntExact).toArray();
    int scored = wanted.scored() ? 2 : 0;
    return new Foretold(
        flat.length / rows,
        tokens,
        wanted.scored() ? arrays.get(1).toFloatArray() : new float[tokens.length],
        wanted.scored() ? arrays.get(2).toFloatArray() : new float[rows],
        arrays.size() > 1 + scored ? rows(arrays.get(1 + scored)) : new float[0][]);
  }

  private static float[][] rows(NDArray array) {
    float[] all = array.toFloatArray();
    float[][] rows = new float[Math.toIntExact(array.getShape().get(0))][];
    int width = all.length / rows.length;
    Arrays.setAll(rows, row -> Arrays.copyOfRange(all, row * width, (row + 1) * width));
    return rows;
  }

  /** Returns how many tokens are foretold for each row. */
  public int width() {
    return width;
  }

  /**
   * Returns a token: its row, and its place among the likeliest of the row, the likeliest first.
   */
  public int token(int row, int place) {
    return tokens[row * width + place];
  }

  /** Returns the log probability of a token. */
  public float logProbability(int row, int place) {
    return logProbabilities[row * width + place];
  }

  /** Returns the log probability of token 0, the end. */
  public float end(int row) {
    return ends[row];
  }

  /** Returns how much each step of the source weighs; empty if that is not known. */
  public float[] shares(int row) {
    return shares.length == 0 ? new float[0] : shares[row].clone();
  }
}
