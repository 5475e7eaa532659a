package dev.rondo.runtime.reference;

import dev.rondo.layer.Direction;
import java.util.Map;

/**
 * Recurrent layers on top of each other.
 *
 * @param layer the name its weights begin with
 * @param layers how many
 */
public record ReferenceStack(
    ReferenceCell cell,
    String layer,
    int layers,
    Direction direction,
    Map<String, double[]> weights) {

  /** Returns the hidden states of the top layer at each step, directions joined. */
  public double[][] steps(double[][] inputs) {
    double[][] values = inputs;
    for (int k = 0; k < layers; k++) {
      values = layer(k, values);
    }
    return values;
  }

  /** Returns the top layer's state after the last step, backward after the first. */
  public double[] finalState(double[][] inputs) {
    double[][] steps = steps(inputs);
    int last = steps.length - 1;
    if (direction == Direction.FORWARD) {
      return steps[last];
    }
    if (direction == Direction.BACKWARD) {
      return steps[0];
    }
    double[] state = steps[last].clone();
    int units = state.length / 2;
    System.arraycopy(steps[0], units, state, units, units);
    return state;
  }

  private double[][] layer(int k, double[][] inputs) {
    if (direction == Direction.FORWARD) {
      return ahead(k, inputs);
    }
    double[][] back =
        Vectors.reversed(cell.run(Vectors.reversed(inputs), cellWeights("l" + k + "_reverse")));
    if (direction == Direction.BACKWARD) {
      return back;
    }
    double[][] joined = ahead(k, inputs);
    for (int t = 0; t < joined.length; t++) {
      joined[t] = Vectors.joined(joined[t], back[t]);
    }
    return joined;
  }

  private double[][] ahead(int k, double[][] inputs) {
    return cell.run(inputs, cellWeights("l" + k));
  }

  private CellWeights cellWeights(String suffix) {
    return new CellWeights(weights, layer, suffix, cell.gates());
  }
}
