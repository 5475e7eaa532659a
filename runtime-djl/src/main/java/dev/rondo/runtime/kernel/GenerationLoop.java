package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.rondo.runtime.engine.ComputeThreads;
import java.util.Arrays;
import java.util.List;

/**
 * Writes with a language model: an embedding, a stack of recurrent layers, a dense layer that
 * scores the next token. A call writes many tokens; it can be gone on from, so that text can be
 * shown as it is written, and any division into calls writes the same.
 *
 * <p>Chance comes in as uniform numbers: PyTorch's random state is neither used nor changed.
 *
 * <p>Holds the given arrays' memory and prepared copies of some ({@link StepStack}); does not see
 * later changes of the layers. Safe for use by many threads; they must be done before {@link
 * #close()}.
 */
public final class GenerationLoop implements AutoCloseable {
  /** No token ends the writing. */
  public static final long NO_STOP = -1;

  private final StepStack stack;
  private final IValue embedding;
  private final IValue table;
  private final IValue weights;
  private final IValue dense;
  private final long vocabulary;
  private final long products;

  private GenerationLoop(
      StepStack stack, NDArray embedding, CellWeights lowest, IValue dense, long products) {
    this.stack = stack;
    this.embedding = IValue.from((PtNDArray) embedding);
    this.dense = dense;
    this.vocabulary = embedding.getShape().get(0);
    this.products = products;
    try (Arguments given = new Arguments()) {
      given.number(lowest.cell().code()).kept(this.embedding);
      this.table =
          stack.run(
              "foreseen",
              stack.isInt8() ? given.arrays(lowest.arrays()) : given.kept(stack.weights()));
    }
    if (stack.isInt8()) {
      this.weights = stack.weights();
    } else {
      try (Arguments given = new Arguments()) {
        given.kept(stack.cells()).kept(stack.weights()).number(stack.inputs()).kept(table);
        this.weights = stack.run("writing_weights", given);
      }
    }
  }

  /**
   * Prepares a language model.
   *
   * @param manager of the device; must be open as long as this is used
   * @param embedding (vocabulary, features)
   * @param layers from the lowest
   * @param denseWeight (vocabulary, units); with tied weights the embedding again
   * @param denseBias (vocabulary)
   * @param never tokens that are not to be written, such as padding
   * @throws IllegalArgumentException if the shapes do not belong together, or no token is left
   */
  public static GenerationLoop of(
      NDManager manager,
      NDArray embedding,
      List<CellWeights> layers,
      NDArray denseWeight,
      NDArray denseBias,
      long... never) {
    return of(manager, PlanPrecision.FLOAT32, embedding, layers, denseWeight, denseBias, never);
  }

  /**
   * Prepares a language model like {@link #of(NDManager, NDArray, List, NDArray, NDArray,
   * long...)}.
   *
   * @param precision INT8 for products of whole numbers of 8 bits, whose weights are copies; else
   *     32 bits
   */
  public static GenerationLoop of(
      NDManager manager,
      PlanPrecision precision,
      NDArray embedding,
      List<CellWeights> layers,
      NDArray denseWeight,
      NDArray denseBias,
      long... never) {
    Shapes.dimensions("the embedding", embedding, 2);
    long vocabulary = embedding.getShape().get(0);
    double[] bounds = layers.stream().mapToDouble(CellWeights::bound).toArray();
    StepStack stack =
        precision == PlanPrecision.INT8
            ? StepStack.int8(manager, layers, bounds)
            : StepStack.of(manager, layers);
    try {
      Shapes.require("the embedding", embedding, vocabulary, stack.inputs());
      int top = layers.get(layers.size() - 1).units();
      Shapes.require("the dense weight", denseWeight, vocabulary, top);
      Shapes.require("the dense bias", denseBias, vocabulary);
      tokens(vocabulary, never);
      if (Arrays.stream(never).distinct().count() == vocabulary) {
        throw new IllegalArgumentException("no token is left to be written");
      }
      return new GenerationLoop(
          stack,
          embedding,
          layers.get(0),
          stack.dense(denseWeight, denseBias, bounds[bounds.length - 1], never),
          CellWeights.products(layers, denseWeight));
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /** What a call wrote. */
  public static final class Written {
    private final long[] tokens;
    private final StepState state;

    private Written(long[] tokens, StepState state) {
      this.tokens = tokens;
      this.state = state;
    }

    /** Returns the tokens in order; the last is the one that stops, if it was written. */
    public long[] tokens() {
      return tokens;
    }

    /** Returns the state after all of them, to be closed by the caller. */
    public StepState state() {
      return state;
    }
  }

  /** Returns the state before any token, to be closed by the caller. */
  public StepState start() {
    return stack.initialState();
  }

  /**
   * Returns a state of the values that {@link StepState#values()} gave.
   *
   * @throws IllegalArgumentException if they are not as many as one state has
   */
  public StepState state(float[] values) {
    if (values.length != stack.stateSize()) {
      throw new IllegalArgumentException(
          "a state of " + values.length + " values, expected " + stack.stateSize());
    }
    return stack.state(values);
  }

  /**
   * Reads tokens, then writes the likeliest one again and again.
   *
   * @param state before the tokens, which stays as it is
   * @param given what to read first; empty to go on from the state
   * @param count how many tokens to write at most
   * @param stop the token that ends the writing; {@link #NO_STOP} for none
   * @throws IllegalArgumentException if a given token is not in the vocabulary, or the state is
   *     another model's
   */
  public Written greedy(StepState state, long[] given, int count, long stop) {
    try (Arguments arguments = new Arguments()) {
      arguments.numbers(tokens(vocabulary, given)).number(count).number(stop);
      return write("write_greedy", arguments, state);
    }
  }

  /**
   * Reads tokens, then draws one token after the other.
   *
   * @param state before the tokens, which stays as it is
   * @param given what to read first; empty to go on from the state
   * @param uniforms in [0, 1), one for each token to write at most
   * @param stop the token that ends the writing; {@link #NO_STOP} for none
   * @throws IllegalArgumentException if a given token is not in the vocabulary, the state is
   *     another model's, or a uniform number is out of range
   */
  public Written sample(
      StepState state, long[] given, double[] uniforms, SamplingSettings settings, long stop) {
    for (double uniform : uniforms) {
      if (!(uniform >= 0 && uniform < 1)) {
        throw new IllegalArgumentException("uniform number " + uniform + ", must be in [0, 1)");
      }
    }
    try (Arguments arguments = new Arguments()) {
      arguments
          .numbers(tokens(vocabulary, given))
          .reals(uniforms)
          .number(stop)
          .real(settings.temperature())
          .number(settings.topK())
          .real(settings.topP());
      return write("write_sampled", arguments, state);
    }
  }

  private Written write(String method, Arguments arguments, StepState state) {
    stack.own(state);
    state.requireOne();
    arguments
        .kept(embedding)
        .kept(table)
        .kept(stack.cells())
        .kept(state.value())
        .kept(weights)
        .kept(dense);
    try (IValue result =
        ComputeThreads.worthSteps(stack.worth(products), () -> stack.run(method, arguments))) {
      IValue[] parts = result.toIValueTuple();
      try (IValue written = parts[0]) {
        return new Written(written.toLongArray(), new StepState(stack, 1, parts[1]));
      }
    }
  }

  /**
   * What reading texts gave.
   *
   * @param loss the sum of -ln p of what was foretold
   * @param state after the texts, to be closed by the caller
   */
  public record Read(double loss, StepState state) {}

  /**
   * Reads texts side by side and foretells what comes next, with whole numbers of 8 bits only.
   *
   * @param state whose rows the texts go on from, which stays as it is
   * @param rows for each text its row there, negative where it begins
   * @param inputs the tokens of each, at least one; a shorter one is not gone on from
   * @param targets what comes next, as many; 0 does not count
   * @throws IllegalArgumentException if a token is not in the vocabulary, or the state is another
   *     model's
   */
  public Read read(StepState state, int[] rows, List<int[]> inputs, List<int[]> targets) {
    stack.own(state);
    int steps = inputs.stream().mapToInt(text -> text.length).max().orElseThrow();
    Shape shape = new Shape(steps, rows.length);
    try (StepState before = stack.rows(state, rows);
        NDManager scratch = stack.newScratch();
        Arguments arguments = new Arguments()) {
      arguments
          .array(scratch.create(bySteps(inputs, steps), shape))
          .array(scratch.create(bySteps(targets, steps), shape))
          .kept(embedding)
          .kept(table)
          .kept(stack.cells())
          .kept(before.value())
          .kept(weights)
          .kept(dense);
      try (IValue result = stack.run("losses", arguments)) {
        IValue[] parts = result.toIValueTuple();
        try (IValue loss = parts[0]) {
          return new Read(loss.toDouble(), new StepState(stack, rows.length, parts[1]));
        }
      }
    }
  }

  private long[] bySteps(List<int[]> texts, int steps) {
    long[] tokens = new long[steps * texts.size()];
    for (int row = 0; row < texts.size(); row++) {
      for (int step = 0; step < texts.get(row).length; step++) {
        tokens[step * texts.size() + row] = texts.get(row)[step];
      }
    }
    return tokens(vocabulary, tokens);
  }

  private static long[] tokens(long vocabulary, long... tokens) {
    for (long token : tokens) {
      if (token < 0 || token >= vocabulary) {
        throw new IllegalArgumentException(
            "token " + token + " is not in the vocabulary of " + vocabulary);
      }
    }
    return tokens;
  }

  /** Frees what was prepared; a second call does nothing. States are closed by themselves. */
  @Override
  public void close() {
    embedding.close();
    table.close();
    weights.close();
    dense.close();
    stack.close();
  }
}
