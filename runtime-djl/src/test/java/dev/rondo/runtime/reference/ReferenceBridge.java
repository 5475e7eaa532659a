package dev.rondo.runtime.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a decoder starts from an encoder's final states.
 *
 * @param name the name its weights begin with
 * @param units of the decoder's layers, from the lowest
 */
public record ReferenceBridge(String name, List<Integer> units, Map<String, double[]> weights) {

  /** Returns h of each layer: its counterpart's, counted from the top, or tanh(W s + b) of it. */
  public List<double[]> hidden(List<double[]> encoder) {
    return started(encoder, "h");
  }

  /** Returns c of each layer: its counterpart's, counted from the top, or W s + b of it. */
  public List<double[]> cells(List<double[]> encoder) {
    return started(encoder, "c");
  }

  private List<double[]> started(List<double[]> encoder, String part) {
    List<double[]> states = new ArrayList<>();
    for (int fromTop = 0; fromTop < units.size(); fromTop++) {
      int layer = units.size() - 1 - fromTop;
      int source = encoder.size() - 1 - fromTop;
      double[] state = source < 0 ? encoder.get(0) : encoder.get(source);
      if (state.length != units.get(layer)) {
        String suffix = "_" + part + "_l" + layer;
        state =
            Vectors.affine(
                ReferenceWeights.get(weights, name + ".weight" + suffix),
                state,
                ReferenceWeights.get(weights, name + ".bias" + suffix));
        for (int i = 0; i < state.length && part.equals("h"); i++) {
          state[i] = Math.tanh(state[i]);
        }
      }
      states.add(0, state);
    }
    return states;
  }
}
