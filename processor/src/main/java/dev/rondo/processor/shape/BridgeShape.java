package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Cell;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.ArrayList;
import java.util.List;

/**
 * The weights between the final states of an encoder and the first ones of its decoder: none where
 * the sizes are equal.
 */
public final class BridgeShape {
  private BridgeShape() {}

  /** Returns how many weights there are, given that both parts have recurrent layers. */
  public static ParameterCount parameters(Translation translation) {
    Layer.Recurrent encoder = recurrent(translation.start().orElseThrow());
    List<Integer> from = encoder.units();
    List<Integer> to = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Node node : translation.started()) {
      to.addAll(recurrent(node).units());
      recurrent(node).units().forEach(units -> cells.add(recurrent(node).cell()));
    }
    long weights = 0;
    for (int k = 0; k < to.size(); k++) {
      int below = from.size() - to.size() + k;
      long in = (long) encoder.directions() * from.get(Math.max(below, 0));
      long out = to.get(k);
      int states = cells.get(k) == Cell.LSTM ? 2 : 1;
      weights += in == out ? 0 : states * (in + 1) * out;
    }
    return ParameterCount.of(weights);
  }

  private static Layer.Recurrent recurrent(Node node) {
    if (node.layer() instanceof Layer.Recurrent recurrent) {
      return recurrent;
    }
    throw new IllegalArgumentException(node + " is no recurrent layer");
  }
}
