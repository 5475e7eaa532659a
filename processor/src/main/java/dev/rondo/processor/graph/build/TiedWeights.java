package dev.rondo.processor.graph.build;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Units;
import dev.rondo.processor.graph.Node;
import java.util.List;
import java.util.Optional;

/** Gives an output layer the weights of the embedding that is tied to it. */
final class TiedWeights {
  private TiedWeights() {}

  /**
   * Returns a node, tied if it computes the output and one of the nodes is an embedding for it.
   *
   * @param nodes those that read the tokens that the output scores
   */
  static Node tie(Node node, List<Node> nodes) {
    if (node.layer() instanceof Layer.Dense dense
        && dense.units() instanceof Units.OfOutput units) {
      Optional<Units.Tied> tied = nodes.stream().flatMap(other -> tied(other).stream()).findFirst();
      return new Node(
          node.id(),
          new Layer.Dense(new Units.OfOutput(units.output(), tied), dense.activation()),
          node.predecessors(),
          node.written(),
          node.shared(),
          node.origin());
    }
    return node;
  }

  private static Optional<Units.Tied> tied(Node node) {
    return node.layer() instanceof Layer.Embedding embedding && embedding.tied()
        ? Optional.of(new Units.Tied(node.id(), embedding.size()))
        : Optional.empty();
  }
}
