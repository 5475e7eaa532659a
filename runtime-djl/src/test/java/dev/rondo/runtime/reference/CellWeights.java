package dev.rondo.runtime.reference;

import java.util.Map;

/** The weights of one recurrent layer in one direction; matrices row by row. */
final class CellWeights {
  private final int units;
  private final double[] inputWeights;
  private final double[] recurrentWeights;
  private final double[] inputBias;
  private final double[] recurrentBias;
  private final double[] peepholes;
  private final double[] initialHidden;
  private final double[] initialCell;

  CellWeights(Map<String, double[]> weights, String layer, String suffix, int gates) {
    inputWeights = ReferenceWeights.get(weights, layer + ".weight_ih_" + suffix);
    recurrentWeights = ReferenceWeights.get(weights, layer + ".weight_hh_" + suffix);
    inputBias = ReferenceWeights.get(weights, layer + ".bias_ih_" + suffix);
    recurrentBias = ReferenceWeights.get(weights, layer + ".bias_hh_" + suffix);
    units = inputBias.length / gates;
    String ofCell = layer + ".weight_ph_" + suffix;
    peepholes = weights.getOrDefault(ofCell, new double[3 * units]);
    initialHidden = weights.getOrDefault(layer + ".initial_h_" + suffix, new double[units]);
    initialCell = weights.getOrDefault(layer + ".initial_c_" + suffix, new double[units]);
  }

  int units() {
    return units;
  }

  /** Returns the peepholes of the gates i, f and o, zeros where they do not see the cell. */
  double[] peepholes() {
    return peepholes.clone();
  }

  /** Returns h before the first step, zeros where it is not learned. */
  double[] initialHidden() {
    return initialHidden.clone();
  }

  /** Returns c before the first step, zeros where it is not learned. */
  double[] initialCell() {
    return initialCell.clone();
  }

  /** Returns W_ih x + b_ih of all gates: (gates · units). */
  double[] ofInput(double[] x) {
    return Vectors.affine(inputWeights, x, inputBias);
  }

  /** Returns W_hh h + b_hh of all gates: (gates · units). */
  double[] ofHidden(double[] h) {
    return Vectors.affine(recurrentWeights, h, recurrentBias);
  }
}
