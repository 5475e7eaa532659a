package dev.rondo.runtime.reference;

import java.util.Map;

/**
 * The weights of one recurrent layer in one direction.
 *
 * @param inputWeights (gates · units, inputs), row by row
 * @param recurrentWeights (gates · units, units), row by row
 * @param inputBias (gates · units)
 * @param recurrentBias (gates · units)
 */
record CellWeights(
    int units,
    double[] inputWeights,
    double[] recurrentWeights,
    double[] inputBias,
    double[] recurrentBias) {

  static CellWeights of(Map<String, double[]> weights, String layer, String suffix, int gates) {
    double[] bias = ReferenceWeights.get(weights, layer + ".bias_ih_" + suffix);
    return new CellWeights(
        bias.length / gates,
        ReferenceWeights.get(weights, layer + ".weight_ih_" + suffix),
        ReferenceWeights.get(weights, layer + ".weight_hh_" + suffix),
        bias,
        ReferenceWeights.get(weights, layer + ".bias_hh_" + suffix));
  }
}
