package dev.rondo.runtime.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.nn.Parameter;
import dev.rondo.runtime.plan.Operator;
import dev.rondo.runtime.plan.Plan;

/**
 * A weighted mean over the real steps, weights {@code softmax(v · tanh(W x + b))} (Yang et al.
 * 2016, "Hierarchical attention networks for document classification").
 *
 * <p>Weights: {@code projection.weight} (features, features), {@code projection.bias} (features),
 * {@code query} (1, features). Padding has weight zero.
 */
public final class AttentionPoolLayer extends Layer {
  private final Parameter projection;
  private final Parameter bias;
  private final Parameter query;

  /**
   * Creates the layer.
   *
   * @param inputs features of a step
   * @throws IllegalArgumentException if there is none
   */
  public AttentionPoolLayer(String name, int inputs) {
    super(name);
    atLeastOne(inputs, "inputs");
    projection = addWeight("projection.weight", Initializer.xavier(1), inputs, inputs);
    bias = addWeight("projection.bias", Initializer.constant(0), inputs);
    query = addWeight("query", Initializer.xavier(1), 1, inputs);
  }

  /** (batch, time, features) to (batch, features). */
  public NDArray forward(Pass pass, Sequences sequences) {
    NDArray values = sequences.values();
    if (pass.plans()) {
      return PlannedArray.of(values)
          .then(
              new Operator.AttentionPool(projection.getName(), bias.getName(), query.getName()),
              Plan.Kind.VECTORS);
    }
    NDArray keys =
        values
            .getNDArrayInternal()
            .linear(values, pass.weight(projection), pass.weight(bias))
            .singletonOrThrow()
            .tanh();
    NDArray scores = keys.mul(pass.weight(query)).sum(new int[] {2}, true);
    if (sequences.lengths().padded()) {
      scores = scores.add(sequences.lengths().farBelow());
    }
    return values.mul(scores.softmax(1)).sum(new int[] {1});
  }
}
