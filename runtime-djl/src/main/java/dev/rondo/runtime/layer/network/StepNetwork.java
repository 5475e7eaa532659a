package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import dev.rondo.runtime.data.Steps;
import dev.rondo.runtime.layer.Pass;
import dev.rondo.runtime.layer.StreamState;
import java.util.List;
import java.util.Optional;

/**
 * A network of step features whose answer after each step depends on nothing behind it, so that it
 * can be fed step by step: what {@link CausalNetwork} is for tokens. It may have several inputs and
 * several heads.
 */
public abstract class StepNetwork extends FeatureNetwork {
  /**
   * Returns the scores after some steps of one sequence, and goes on from the state after the steps
   * before.
   *
   * @param inputs for each input, in their order, the steps to take; of a single vector one step
   * @param state of the layers before the first step; becomes that after the last
   * @return for each head its scores of the last step, of any shape with as many values; or of all
   *     these steps, where they are the rows of (steps, scores)
   */
  public abstract NDList forward(Pass pass, List<Steps> inputs, StreamState state);

  /**
   * Returns the scores of each head after the last of some steps of one sequence.
   *
   * @param state of the layers before the first step; becomes that after the last, and outlives the
   *     pass
   */
  public final float[][] scores(Pass pass, List<Steps> inputs, StreamState state) {
    NDList heads = forward(pass, inputs, state);
    float[][] scores = new float[heads.size()][];
    for (int head = 0; head < scores.length; head++) {
      NDArray array = heads.get(head);
      long rows = array.getShape().dimension() == 2 ? array.getShape().get(0) : 1;
      scores[head] = (rows > 1 ? array.get(rows - 1) : array).toFloatArray();
    }
    state.detach();
    return scores;
  }

  /**
   * Returns the scores of the only head at all steps that come out of some: (steps, scores).
   *
   * @param state of the layers before the first step; becomes that after the last, and outlives the
   *     pass
   */
  public final float[] allScores(Pass pass, Steps steps, StreamState state) {
    float[] scores = forward(pass, List.of(steps), state).singletonOrThrow().toFloatArray();
    state.detach();
    return scores;
  }

  /**
   * Returns the layers for the kernel that takes single steps; empty if the network has others, and
   * each step is a pass of its own.
   */
  public Optional<FeatureLayers> stepLayers() {
    return Optional.empty();
  }
}
