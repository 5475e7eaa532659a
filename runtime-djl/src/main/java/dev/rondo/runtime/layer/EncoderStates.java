package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import java.util.List;

/**
 * Everything that a stack of recurrent layers gives, such as to a decoder that goes on from it.
 *
 * <p>The states are those after a sequence's last real step, of the backward direction after its
 * first; they are exact under padding.
 *
 * @param outputs of the highest layer at every step: (batch, time, units), both directions joined
 * @param hidden h of each layer, from the lowest: (batch, units), both directions joined
 * @param cells c of each layer, alike; empty if it is no LSTM
 */
public record EncoderStates(Sequences outputs, List<NDArray> hidden, List<NDArray> cells) {
  /** Keeps copies of the lists. */
  public EncoderStates {
    hidden = List.copyOf(hidden);
    cells = List.copyOf(cells);
  }
}
