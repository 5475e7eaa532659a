package dev.rondo.processor.graph;

import dev.rondo.processor.diag.Origin;
import java.util.List;
import java.util.Optional;

/**
 * One use of a layer.
 *
 * @param id unique in the model and a Java identifier, as in {@code lstm} or {@code lstm2}
 * @param layer what it computes
 * @param predecessors the ids of the nodes, or the names of the inputs, that flow into it
 * @param written how the user wrote it, as in {@code @LSTM(units = 128)}
 * @param shared nodes with the same key have the same weights; empty for weights of its own
 * @param origin the annotation, or the use of the composed annotation it comes from
 */
public record Node(
    String id,
    Layer layer,
    List<String> predecessors,
    String written,
    Optional<String> shared,
    Origin origin) {
  public Node {
    predecessors = List.copyOf(predecessors);
  }

  /** Returns the same use with another layer. */
  public Node with(Layer other) {
    return new Node(id, other, predecessors, written, shared, origin);
  }
}
