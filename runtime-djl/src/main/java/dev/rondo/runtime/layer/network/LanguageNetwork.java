package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import dev.rondo.runtime.data.text.TextStreams;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import dev.rondo.runtime.layer.TokenBatch;
import java.util.List;
import java.util.Optional;

/**
 * A network that foretells the next token of a text: the base of every generated language model.
 */
public abstract class LanguageNetwork extends CausalNetwork {
  /**
   * Returns the score of each token to come next, at every step.
   *
   * @param tokens (batch, time)
   * @param state of the recurrent layers before the first step; becomes that after the last
   * @return (batch, time, vocabulary), before the softmax
   */
  @Override
  public abstract NDArray forward(Pass pass, TokenBatch tokens, StreamState state);

  /** Returns the score of each token to come after the last one, one for each in the vocabulary. */
  @Override
  public final float[] scores(Pass pass, int[] tokens, StreamState state) {
    NDArray scores = forward(pass, TokenBatch.of(pass, List.of(tokens)), state);
    state.detach();
    return scores.get(":, -1, :").toFloatArray();
  }

  /**
   * Returns the layers for the kernel that writes many tokens in one call; empty if the network has
   * others, and each token is a pass of its own.
   */
  public Optional<WritingLayers> writingLayers() {
    return Optional.empty();
  }

  @Override
  public Optional<StepLayers> stepLayers() {
    return writingLayers().map(WritingLayers::steps);
  }

  /** Returns (batch, time, scores) of (batch, time). */
  @Override
  public Shape[] getOutputShapes(Shape[] inputShapes) {
    Shape tokens = inputShapes[0];
    return new Shape[] {new Shape(tokens.get(0), tokens.get(1), output().units())};
  }

  /** A text begins behind a boundary. */
  @Override
  public int[] opening() {
    return new int[] {TextStreams.BOUNDARY};
  }
}
