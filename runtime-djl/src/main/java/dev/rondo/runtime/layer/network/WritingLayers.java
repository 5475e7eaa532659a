package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.GenerationLoop;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.RecurrentStack;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a language model that one kernel can compute: an embedding, recurrent layers that
 * read forward, and a dense layer that scores the next token. Dropout may stand between them.
 */
public final class WritingLayers {
  private final EmbeddingLayer embedding;
  private final List<RecurrentStack> recurrent;
  private final DenseLayer dense;

  private WritingLayers(
      EmbeddingLayer embedding, List<RecurrentStack> recurrent, DenseLayer dense) {
    this.embedding = embedding;
    this.recurrent = recurrent;
    this.dense = dense;
  }

  /**
   * Puts the layers together.
   *
   * @param recurrent from the lowest, at least one
   * @return empty if one of the recurrent layers has a cell that no kernel steps
   */
  public static Optional<WritingLayers> of(
      EmbeddingLayer embedding, DenseLayer dense, RecurrentStack... recurrent) {
    return List.of(recurrent).stream().allMatch(layer -> layer.hasSteps())
        ? Optional.of(new WritingLayers(embedding, List.of(recurrent), dense))
        : Optional.empty();
  }

  /** Returns the layers for single steps. */
  StepLayers steps() {
    return new StepLayers(embedding, recurrent, List.of(dense));
  }

  /** Returns how many weights each token reads, those of the embedding left out. */
  public long products() {
    return CellWeights.products(cells(), dense.weight());
  }

  private List<CellWeights> cells() {
    return recurrent.stream().flatMap(layer -> layer.cells().stream()).toList();
  }

  /**
   * Prepares the kernel with the weights as they are now.
   *
   * @param never tokens that are not to be written
   * @return to be closed by the caller
   */
  public GenerationLoop loop(NDManager manager, PlanPrecision precision, long... never) {
    return GenerationLoop.of(
        manager,
        precision,
        embedding.weight().getArray(),
        cells(),
        dense.weight(),
        dense.bias(),
        never);
  }
}
