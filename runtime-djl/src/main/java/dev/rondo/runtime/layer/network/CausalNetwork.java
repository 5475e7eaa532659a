package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.List;
import java.util.Optional;

/**
 * A network whose answer after each step depends on nothing behind it, so that it can be fed step
 * by step: the base of every generated network without a backward direction and without attention.
 */
public abstract class CausalNetwork extends TokenNetwork {
  /**
   * Returns the scores of a batch, and goes on from the state after the steps before.
   *
   * @param tokens (batch, time)
   * @param state of the layers before the first step; becomes that after the last
   * @return (batch, scores), or (batch, time, scores) where there is an answer for each step
   */
  public abstract NDArray forward(Pass pass, TokenBatch tokens, StreamState state);

  /** Returns the scores of a batch, read from the start. */
  @Override
  public NDArray forward(Pass pass, TokenBatch tokens) {
    return forward(pass, tokens, new StreamState(pass));
  }

  /**
   * Returns the scores after the last of some tokens.
   *
   * @param tokens of one sequence
   * @param state of the layers before the first step; becomes that after the last, and outlives the
   *     pass
   */
  public float[] scores(Pass pass, int[] tokens, StreamState state) {
    float[] scores = forward(pass, TokenBatch.of(pass, List.of(tokens)), state).toFloatArray();
    state.detach();
    return scores;
  }

  /** Returns what is read before the first token of a sequence; nothing unless overridden. */
  public int[] opening() {
    return new int[0];
  }

  /**
   * Returns the layers for the kernel that takes single steps; empty if the network has others, and
   * each step is a pass of its own.
   */
  public Optional<StepLayers> stepLayers() {
    return Optional.empty();
  }
}
