package dev.rondo.runtime.reference;

import java.util.Map;

/**
 * The weights of one recurrent layer in one direction.
 *
 * @param inputWeights (gates · units, inputs), row by row
 * @param recurrentWeights (gates · units, units), row by row
 * @param inputBias (gates · units)
 * @param recurrentBias (gates · units)
 * @param peepholes (3 · units), zeros where the gates do not see the cell
 */
record CellWeights(
    int units,
    double[] inputWeights,
    double[] recurrentWeights,
    double[] inputBias,
    double[] recurrentBias,
    double[] peepholes) {

  static CellWeights of(Map<String, double[]> weights, String layer, String suffix, int gates) {
    double[] bias = ReferenceWeights.get(weights, layer + ".bias_ih_" + suffix);
    int units = bias.length / gates;
    String peepholes = layer + ".weight_ph_" + suffix;
    return new CellWeights(
        units,
        ReferenceWeights.get(weights, layer + ".weight_ih_" + suffix),
        ReferenceWeights.get(weights, layer + ".weight_hh_" + suffix),
        bias,
        ReferenceWeights.get(weights, layer + ".bias_hh_" + suffix),
        weights.getOrDefault(peepholes, new double[3 * units]));
  }
}
