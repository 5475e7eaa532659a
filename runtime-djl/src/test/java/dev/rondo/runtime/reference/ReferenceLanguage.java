package dev.rondo.runtime.reference;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Direction;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A language model: an embedding, LSTM layers called {@code lstm}, and an output layer that has the
 * embedding's weight and a bias {@code dense.bias}.
 *
 * @param size features of a token's vector
 * @param layers of the LSTM
 */
public record ReferenceLanguage(int size, int layers, Map<String, double[]> weights) {
  /** Returns the scores of the next token at each step, from the initial state. */
  public double[][] scores(int[] inputs) {
    double[][] steps = ReferenceLayers.embedding(weights, "embedding", size, inputs);
    double[][] states =
        new ReferenceStack(ReferenceCell.LSTM, "lstm", layers, Direction.FORWARD, weights)
            .steps(steps);
    Map<String, double[]> tied = new LinkedHashMap<>(weights);
    tied.put("dense.weight", ReferenceWeights.get(weights, "embedding.weight"));
    double[][] scores = new double[inputs.length][];
    for (int t = 0; t < inputs.length; t++) {
      scores[t] = ReferenceLayers.dense(tied, "dense", Activation.NONE, states[t]);
    }
    return scores;
  }

  /** Returns the sum of the losses of all steps in nats, from the initial state. */
  public double loss(int[] inputs, int[] targets) {
    double[][] scores = scores(inputs);
    double sum = 0;
    for (int t = 0; t < inputs.length; t++) {
      sum += ReferenceLayers.crossEntropy(scores[t], targets[t], 0);
    }
    return sum;
  }
}
