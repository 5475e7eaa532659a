package dev.rondo.runtime.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The recurrent layers of a decoder with attention, computed step by step from given states.
 *
 * @param layer the name its weights begin with
 * @param layers how many
 * @param residual whether a layer's input is added to its output where they are equally wide
 * @param attention on top; none for a decoder without
 * @param feeding whether the lowest layer gets what attention gave at the step before
 * @param masks by which hidden states are multiplied before they are fed back
 */
public record ReferenceDecoder(
    ReferenceCell cell,
    String layer,
    int layers,
    boolean residual,
    Optional<ReferenceAttention> attention,
    boolean feeding,
    ReferenceStack.Masks masks,
    Map<String, double[]> weights) {

  /**
   * Returns what the top gives at each step.
   *
   * @param hidden h of each layer before the first step
   * @param cells c of each layer of an LSTM before the first step
   * @param memory the steps that attention reads
   */
  public double[][] steps(
      double[][] inputs, List<double[]> hidden, List<double[]> cells, double[][] memory) {
    List<double[]> states = new ArrayList<>(hidden);
    List<double[]> memories = cells.stream().map(double[]::clone).toList();
    double[] fed = new double[hidden.get(layers - 1).length];
    double[][] outputs = new double[inputs.length][];
    for (int t = 0; t < inputs.length; t++) {
      double[] values = feeding ? Vectors.joined(inputs[t], fed) : inputs[t];
      for (int k = 0; k < layers; k++) {
        CellWeights own = new CellWeights(weights, layer, "l" + k, cell.gates());
        double[] none = new double[own.units()];
        double[] memoryOfCell = memories.isEmpty() ? none : memories.get(k);
        double[] next =
            cell.step(values, own, masks.of("l" + k, own.units()), states.get(k), memoryOfCell);
        states.set(k, next);
        values = residual && next.length == values.length ? Vectors.sum(next, values) : next;
      }
      if (attention.isPresent()) {
        values = attention.get().output(values, memory);
      }
      fed = values;
      outputs[t] = values;
    }
    return outputs;
  }
}
