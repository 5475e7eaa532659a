package dev.rondo.runtime.kernel;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.jni.IValue;
import java.util.List;

/**
 * What the layers of a {@link StepStack} remember between two steps. Never changes: a step makes a
 * new state, so a state can be kept, shared between threads and gone on from more than once.
 *
 * <p>Holds native memory, a few kilobytes, and belongs to no manager: whoever gets one closes it.
 */
public final class StepState implements AutoCloseable {
  private final StepStack stack;
  private final long batch;
  private final IValue arrays;

  StepState(StepStack stack, long batch, IValue arrays) {
    this.stack = stack;
    this.batch = batch;
    this.arrays = arrays;
  }

  StepStack stack() {
    return stack;
  }

  IValue value() {
    return arrays;
  }

  /** Returns how many sequences it is the state of. */
  public long batch() {
    return batch;
  }

  void requireOne() {
    if (batch != 1) {
      throw new IllegalArgumentException("a state of " + batch + " sequences, expected 1");
    }
  }

  /** Returns another state with the same values, to be closed by itself; shares the memory. */
  public StepState copy() {
    try (NDManager scratch = stack.newScratch()) {
      return new StepState(stack, batch, Arguments.list(List.of(read(scratch))));
    }
  }

  /**
   * Returns the values: for each layer, from the lowest, h and, of an LSTM, then c; of each the
   * sequences one after the other. {@link StepStack#state} makes a state of them again.
   */
  public float[] values() {
    float[] values = new float[Math.toIntExact(batch * stack.stateSize())];
    int at = 0;
    try (NDManager scratch = stack.newScratch()) {
      for (NDArray array : read(scratch)) {
        float[] part = array.toFloatArray();
        System.arraycopy(part, 0, values, at, part.length);
        at += part.length;
      }
    }
    return values;
  }

  private NDArray[] read(NDManager scratch) {
    return arrays.toTensorArray((PtNDManager) scratch);
  }

  /** Frees the memory; a second call does nothing. No step may be computing with it. */
  @Override
  public void close() {
    arrays.close();
  }
}
