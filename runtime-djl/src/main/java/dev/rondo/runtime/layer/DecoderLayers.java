package dev.rondo.runtime.layer;

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
}
