package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.RecurrentStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a network that one kernel can step: an embedding, recurrent layers that read
 * forward, and dense layers on the output of the highest. Dropout may stand between them.
 */
public final class StepLayers {
  private final EmbeddingLayer embedding;
  private final List<RecurrentStack> recurrent;
  private final List<DenseLayer> dense;

  StepLayers(EmbeddingLayer embedding, List<RecurrentStack> recurrent, List<DenseLayer> dense) {
    this.embedding = embedding;
    this.recurrent = List.copyOf(recurrent);
    this.dense = dense;
  }

  /**
   * Puts the layers together.
   *
   * @param recurrent from the lowest, at least one
   * @param dense from the lowest
   * @return empty if one of the recurrent layers has a cell that no kernel steps
   */
  public static Optional<StepLayers> of(
      EmbeddingLayer embedding, List<RecurrentStack> recurrent, DenseLayer... dense) {
    return recurrent.stream().allMatch(layer -> layer.hasSteps())
        ? Optional.of(new StepLayers(embedding, recurrent, List.of(dense)))
        : Optional.empty();
  }

  /**
   * Prepares the steps with the weights as they are now: in plain Java where they are few, else by
   * the kernel.
   *
   * @return to be closed by the caller
   */
  public TokenSteps steps(NDManager manager) {
    List<CellWeights> cells = new ArrayList<>();
    recurrent.forEach(layer -> cells.addAll(layer.cells()));
    return new TokenSteps(
        embedding.weight().getArray().toFloatArray(), StepsBySize.of(manager, cells, dense));
  }
}
