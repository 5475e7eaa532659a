package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.IValue;
import dev.rondo.runtime.engine.ComputeThreads;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoder of a translator, ready to foretell tokens one position at a time: an embedding, a
 * stack of recurrent layers, attention if there is any, a dense layer that scores the next token.
 * One call for each position of a whole batch of hypotheses.
 *
 * <p>Holds the given arrays' memory and prepared copies of some ({@link StepStack}); does not see
 * later changes of the layers. Safe for use by many threads; they must be done before {@link
 * #close()}.
 */
public final class DecoderSteps implements AutoCloseable {
  private final StepStack stack;
  private final IValue embedding;
  private final IValue attention;
  private final IValue dense;
  private final Optional<Attention> equations;
  private final long vocabulary;
  private final long products;

  private DecoderSteps(
      StepStack stack,
      NDArray embedding,
      Optional<Attention> equations,
      IValue dense,
      long products) {
    this.stack = stack;
    this.embedding = IValue.from((PtNDArray) embedding);
    this.attention = Arguments.list(equations.map(Attention::weights).orElse(List.of()));
    this.dense = dense;
    this.equations = equations;
    this.vocabulary = embedding.getShape().get(0);
    this.products = products;
  }

  /**
   * Prepares a decoder.
   *
   * @param manager of the device; must be open as long as this is used
   * @param embedding (vocabulary, features)
   * @param layers from the lowest
   * @param attention of the highest layer's output; empty for none
   * @param denseWeight (vocabulary, units); with tied weights the embedding again
   * @param denseBias (vocabulary)
   * @throws IllegalArgumentException if the shapes do not belong together
   */
  public static DecoderSteps of(
      NDManager manager,
      NDArray embedding,
      List<CellWeights> layers,
      Optional<Attention> attention,
      NDArray denseWeight,
      NDArray denseBias) {
    return of(manager, PlanPrecision.FLOAT32, embedding, layers, attention, denseWeight, denseBias);
  }

  /**
   * Prepares a decoder like {@link #of(NDManager, NDArray, List, Optional, NDArray, NDArray)}.
   *
   * @param precision INT8 for products of whole numbers of 8 bits, whose weights are copies; else
   *     32 bits
   */
  public static DecoderSteps of(
      NDManager manager,
      PlanPrecision precision,
      NDArray embedding,
      List<CellWeights> layers,
      Optional<Attention> attention,
      NDArray denseWeight,
      NDArray denseBias) {
    Shapes.dimensions("the embedding", embedding, 2);
    long vocabulary = embedding.getShape().get(0);
    // what a decoder starts from is its encoder's: nothing bounds it
    StepStack stack =
        precision == PlanPrecision.INT8
            ? StepStack.int8(manager, layers, new double[layers.size()])
            : StepStack.of(manager, layers);
    try {
      Shapes.require("the embedding", embedding, vocabulary, stack.inputs());
      int top = layers.get(layers.size() - 1).units();
      Shapes.require("the dense weight", denseWeight, vocabulary, top);
      Shapes.require("the dense bias", denseBias, vocabulary);
      attention.ifPresent(equations -> equations.requireUnits(top));
      // what attention gives is a hyperbolic tangent
      IValue dense = stack.dense(denseWeight, denseBias, attention.isPresent() ? 1 : 0);
      return new DecoderSteps(
          stack, embedding, attention, dense, CellWeights.products(layers, denseWeight));
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  /**
   * Starts with a batch of sources.
   *
   * @param state for each layer, from the lowest, h and, of an LSTM, then c: (sources, units)
   * @param memory what attention reads; empty without attention
   * @return to be closed by the caller
   * @throws IllegalArgumentException if the shapes do not fit
   */
  public DecoderRun start(
      List<NDArray> state, Optional<Attention.Memory> memory, Foretold.Wanted wanted) {
    if (memory.isPresent() != equations.isPresent()) {
      throw new IllegalArgumentException("attention and a memory need each other");
    }
    long batch = stack.requireState(state);
    List<NDArray> read = new ArrayList<>();
    memory.ifPresent(
        arrays -> {
          equations.orElseThrow().requireReadable(arrays, batch);
          read.addAll(List.of(arrays.keys(), arrays.values()));
          arrays.padding().ifPresent(read::add);
        });
    return new DecoderRun(this, Math.toIntExact(batch), state, read, wanted);
  }

  /** Runs a step of so many rows. */
  IValue step(Arguments given, IValue state, IValue memory, int rows) {
    try (Arguments arguments = given) {
      arguments
          .kept(stack.cells())
          .kept(state)
          .kept(stack.weights())
          .kept(embedding)
          .kept(memory)
          .kept(attention)
          .kept(dense);
      return stack.isInt8()
          ? ComputeThreads.worth(
              rows * stack.worth(products), () -> stack.run("search_step", arguments))
          : stack.run("search_step", arguments);
    }
  }

  NDManager newScratch() {
    return stack.newScratch();
  }

  boolean additive() {
    return equations.filter(Attention::additive).isPresent();
  }

  long vocabulary() {
    return vocabulary;
  }

  /** Frees what was prepared; a second call does nothing. Runs are closed by themselves. */
  @Override
  public void close() {
    embedding.close();
    attention.close();
    dense.close();
    stack.close();
  }
}
