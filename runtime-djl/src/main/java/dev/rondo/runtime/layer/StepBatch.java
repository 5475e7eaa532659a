package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.plan.Plan;
import java.util.List;
import java.util.function.Function;

/**
 * A batch of one input of records and numbers: for each row its steps, padded with zeros at their
 * ends to the longest. The arrays are made when they are asked for, and belong to the pass.
 */
public final class StepBatch {
  private final Pass pass;
  private final List<Steps> rows;
  private final Lengths lengths;
  private final int time;
  private final int input;

  private StepBatch(Pass pass, List<Steps> rows, int input) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a batch needs at least one row");
    }
    this.pass = pass;
    this.rows = rows;
    this.input = input;
    Steps first = rows.get(0);
    int longest = 0;
    for (Steps row : rows) {
      if (row.width() != first.width() || row.columns() != first.columns()) {
        throw new IllegalArgumentException(
            "a row has %s features and %s symbols a step, others have %s and %s"
                .formatted(row.width(), row.columns(), first.width(), first.columns()));
      }
      longest = Math.max(longest, row.length());
    }
    time = longest;
    lengths =
        pass.plans()
            ? Lengths.planned(pass.manager())
            : new Lengths(pass.manager(), rows.stream().mapToInt(Steps::length).toArray(), time);
  }

  /**
   * Pads rows to a batch.
   *
   * @param rows all of the same width and columns
   * @throws IllegalArgumentException if there is no row, or they are not equally wide
   */
  public static StepBatch of(Pass pass, List<Steps> rows) {
    return new StepBatch(pass, List.copyOf(rows), 0);
  }

  /**
   * Pads one input of rows of several inputs to a batch.
   *
   * @param rows for each its inputs
   * @param input which of them, from 0
   * @throws IllegalArgumentException if there is no row, or they are not equally wide
   */
  public static StepBatch of(Pass pass, List<Steps[]> rows, int input) {
    return new StepBatch(pass, rows.stream().map(row -> row[input]).toList(), input);
  }

  /** Returns the features: (batch, time, width). */
  public Sequences features() {
    int width = rows.get(0).width();
    if (pass instanceof PlanPass plan) {
      return new Sequences(plan.features(input, width, Plan.Kind.SEQUENCES), lengths);
    }
    float[] values = new float[Math.multiplyExact(Math.multiplyExact(rows.size(), time), width)];
    for (int b = 0; b < rows.size(); b++) {
      rows.get(b).copyFeatures(values, b * time * width);
    }
    // a copy in PyTorch's own memory: it begins where vector code does not depend on the place,
    // which Java's memory does not
    try (NDArray shared = pass.manager().create(values, new Shape(rows.size(), time, width))) {
      return new Sequences(shared.duplicate(), lengths);
    }
  }

  /**
   * Returns the features of single vectors: (batch, width).
   *
   * @throws IllegalStateException if a row has more than one step
   */
  public NDArray vector() {
    requireOneStep();
    if (pass instanceof PlanPass plan) {
      return plan.features(input, rows.get(0).width(), Plan.Kind.VECTORS);
    }
    return features().values().reshape(rows.size(), rows.get(0).width());
  }

  /**
   * Returns a column of symbols: (batch, time).
   *
   * @param column from 0
   */
  public TokenBatch symbols(int column) {
    if (pass instanceof PlanPass plan) {
      return new TokenBatch(plan.symbols(input, column, Plan.Kind.SEQUENCES), lengths);
    }
    return new TokenBatch(numbers(column), lengths);
  }

  /**
   * Returns a column of symbols of single vectors: int64 (batch).
   *
   * @param column from 0
   * @throws IllegalStateException if a row has more than one step
   */
  public NDArray symbol(int column) {
    requireOneStep();
    if (pass instanceof PlanPass plan) {
      return plan.symbols(input, column, Plan.Kind.VECTORS);
    }
    return numbers(column).reshape(rows.size());
  }

  /**
   * Makes a vector of the sequence inside of each step. Of equal ones it is made once.
   *
   * @param vectors makes (sequences, features) of sequences that are inside, (sequences, time); it
   *     is called once or several times, with sequences of similar lengths
   * @return (batch, time, features)
   * @throws IllegalStateException if there is nothing inside
   * @throws IllegalArgumentException if there are other vectors than sequences
   */
  public Sequences eachStep(Function<TokenBatch, NDArray> vectors) {
    if (pass.plans()) {
      throw new NotPlannedException("no operator of plans reads inner sequences");
    }
    for (Steps row : rows) {
      if (row.inner().length != row.length()) {
        throw new IllegalStateException("a row has steps with nothing inside");
      }
    }
    return new InnerSequences(pass, rows, lengths).eachStep(vectors);
  }

  private NDArray numbers(int column) {
    int columns = rows.get(0).columns();
    if (column < 0 || column >= columns) {
      throw new IllegalArgumentException("column " + column + " is not in [0, " + columns + ")");
    }
    long[] numbers = new long[Math.multiplyExact(rows.size(), time)];
    for (int b = 0; b < rows.size(); b++) {
      Steps row = rows.get(b);
      for (int t = 0; t < row.length(); t++) {
        numbers[b * time + t] = row.symbol(t, column);
      }
    }
    return pass.manager().create(numbers, new Shape(rows.size(), time));
  }

  private void requireOneStep() {
    if (time != 1) {
      throw new IllegalStateException("a single vector has " + time + " steps");
    }
  }
}
