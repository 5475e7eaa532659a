package dev.rondo.runtime.reference;

import dev.rondo.layer.Direction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Recurrent layers on top of each other.
 *
 * @param layer the name its weights begin with
 * @param layers how many
 * @param residual whether a layer's input is added to its output where they are equally wide
 * @param masks by which hidden states are multiplied before they are fed back
 */
public record ReferenceStack(
    ReferenceCell cell,
    String layer,
    int layers,
    Direction direction,
    Map<String, double[]> weights,
    boolean residual,
    Masks masks) {
  /** The masks of recurrent dropout for one sequence. */
  @FunctionalInterface
  public interface Masks {
    /** No dropout. */
    Masks NONE = (suffix, units) -> Vectors.ones(units);

    /** Returns the mask of a layer and direction: {@code l0}, {@code l0_reverse}. */
    double[] of(String suffix, int units);
  }

  /** Creates plain layers. */
  public ReferenceStack(
      ReferenceCell cell,
      String layer,
      int layers,
      Direction direction,
      Map<String, double[]> weights) {
    this(cell, layer, layers, direction, weights, false, Masks.NONE);
  }

  /** Returns the outputs of the top layer at each step, directions joined. */
  public double[][] steps(double[][] inputs) {
    double[][] values = inputs;
    for (int k = 0; k < layers; k++) {
      double[][] output = layer(k, values);
      if (residual && output[0].length == values[0].length) {
        for (int t = 0; t < output.length; t++) {
          output[t] = Vectors.sum(output[t], values[t]);
        }
      }
      values = output;
    }
    return values;
  }

  /** Returns the top layer's output after the last step, backward after the first. */
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

  /**
   * Returns h of each layer after the last step, backward after the first, directions joined; or c
   * of an LSTM.
   *
   * @param ofCells whether c
   */
  public List<double[]> states(double[][] inputs, boolean ofCells) {
    List<double[]> states = new ArrayList<>();
    for (int k = 0; k < layers; k++) {
      ReferenceStack below =
          new ReferenceStack(cell, layer, k, direction, weights, residual, masks);
      double[][] values = below.steps(inputs);
      double[] ahead = state(values, "l" + k, ofCells);
      double[] back = state(Vectors.reversed(values), "l" + k + "_reverse", ofCells);
      states.add(
          switch (direction) {
            case FORWARD -> ahead;
            case BACKWARD -> back;
            case BIDIRECTIONAL -> Vectors.joined(ahead, back);
          });
    }
    return states;
  }

  /** Returns nothing for a direction that the layers do not read in. */
  private double[] state(double[][] steps, String suffix, boolean ofCells) {
    if (!weights.containsKey(layer + ".weight_hh_" + suffix)) {
      return new double[0];
    }
    CellWeights own = new CellWeights(weights, layer, suffix, cell.gates());
    double[] memory = own.initialCell();
    double[][] hidden = cell.run(steps, own, masks.of(suffix, own.units()), memory);
    return ofCells ? memory : hidden[steps.length - 1];
  }

  private double[][] layer(int k, double[][] inputs) {
    if (direction == Direction.FORWARD) {
      return ahead(k, inputs);
    }
    double[][] back = Vectors.reversed(run(Vectors.reversed(inputs), "l" + k + "_reverse"));
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
    return run(inputs, "l" + k);
  }

  private double[][] run(double[][] inputs, String suffix) {
    CellWeights own = new CellWeights(weights, layer, suffix, cell.gates());
    return cell.run(inputs, own, masks.of(suffix, own.units()));
  }
}
