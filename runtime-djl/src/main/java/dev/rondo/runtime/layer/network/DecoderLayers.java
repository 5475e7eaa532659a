package dev.rondo.runtime.layer.network;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.rondo.runtime.kernel.CellWeights;
import dev.rondo.runtime.kernel.DecoderRun;
import dev.rondo.runtime.kernel.DecoderSteps;
import dev.rondo.runtime.kernel.Foretold;
import dev.rondo.runtime.kernel.PlanPrecision;
import dev.rondo.runtime.layer.AttentionLayer;
import dev.rondo.runtime.layer.AttentionMemory;
import dev.rondo.runtime.layer.DenseLayer;
import dev.rondo.runtime.layer.EmbeddingLayer;
import dev.rondo.runtime.layer.Encoding;
import dev.rondo.runtime.layer.RecurrentStack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The layers of a decoder that one kernel can compute: an embedding, recurrent layers, attention if
 * it has any, and a dense layer that scores the next token. Dropout may stand between them.
 *
 * @param recurrent from the lowest, at least one
 */
public record DecoderLayers(
    EmbeddingLayer embedding,
    Optional<AttentionLayer> attention,
    DenseLayer dense,
    List<RecurrentStack> recurrent) {
  /** Copies the list. */
  public DecoderLayers {
    recurrent = List.copyOf(recurrent);
  }

  /**
   * Puts the layers together.
   *
   * @param recurrent from the lowest, at least one
   * @return empty if one of the recurrent layers has a cell that no kernel steps
   */
  public static Optional<DecoderLayers> of(
      EmbeddingLayer embedding,
      AttentionLayer attention,
      DenseLayer dense,
      RecurrentStack... recurrent) {
    return of(embedding, Optional.of(attention), dense, recurrent);
  }

  /**
   * Puts the layers of a decoder without attention together.
   *
   * @param recurrent from the lowest, at least one
   * @return empty if one of the recurrent layers has a cell that no kernel steps
   */
  public static Optional<DecoderLayers> of(
      EmbeddingLayer embedding, DenseLayer dense, RecurrentStack... recurrent) {
    return of(embedding, Optional.empty(), dense, recurrent);
  }

  private static Optional<DecoderLayers> of(
      EmbeddingLayer embedding,
      Optional<AttentionLayer> attention,
      DenseLayer dense,
      RecurrentStack... recurrent) {
    List<RecurrentStack> stacks = List.of(recurrent);
    return stacks.stream().allMatch(RecurrentStack::hasSteps)
        ? Optional.of(new DecoderLayers(embedding, attention, dense, stacks))
        : Optional.empty();
  }

  /**
   * Returns how many weights each token reads, those of the embedding and of attention left out.
   */
  public long products() {
    return CellWeights.products(cells(), dense.weight());
  }

  private List<CellWeights> cells() {
    return recurrent.stream().flatMap(layer -> layer.cells().stream()).toList();
  }

  /**
   * Prepares the kernel with the weights as they are now.
   *
   * @return to be closed by the caller
   */
  public DecoderSteps steps(NDManager manager, PlanPrecision precision) {
    return DecoderSteps.of(
        manager,
        precision,
        embedding.weight().getArray(),
        cells(),
        attention.map(AttentionLayer::equations),
        dense.weight(),
        dense.bias());
  }

  /**
   * Starts the kernel with a batch of sources.
   *
   * @param steps what {@link #steps} gave
   * @param encoding of the sources; may be closed afterwards
   * @return to be closed by the caller
   */
  public DecoderRun start(DecoderSteps steps, Encoding encoding, Foretold.Wanted wanted) {
    List<NDArray> state = new ArrayList<>();
    recurrent.forEach(layer -> state.addAll(encoding.start().of(layer.name())));
    return steps.start(state, encoding.memory().map(AttentionMemory::arrays), wanted);
  }
}
