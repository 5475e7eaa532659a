package dev.rondo.processor.graph.build;

import dev.rondo.layer.Feedback;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Variant.FedBack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells Jordan networks which layers' output they feed back: the {@code @Dense} directly behind.
 */
final class FeedbackWiring {
  private final List<Node> nodes;
  private final Map<String, Use> uses;

  /**
   * Prepares the wiring.
   *
   * @param uses the annotation that each node, by its id, was read from
   */
  FeedbackWiring(List<Node> nodes, Map<String, Use> uses) {
    this.nodes = nodes;
    this.uses = uses;
  }

  List<Node> wired() {
    return nodes.stream().map(this::wired).toList();
  }

  private Node wired(Node node) {
    if (!(node.layer() instanceof Layer.Recurrent layer)
        || layer.variant().feedback() != Feedback.OUTPUT) {
      return node;
    }
    List<String> ids = new ArrayList<>();
    Optional<Layer.Units> units = Optional.empty();
    for (Node next : behind(node)) {
      if (next.layer() instanceof Layer.Dense dense) {
        ids.add(next.id());
        units = Optional.of(dense.units());
      }
    }
    return units.map(last -> node.with(layer.with(new FedBack(ids, last)))).orElse(node);
  }

  /** Returns the nodes of the annotation directly behind a node. */
  private List<Node> behind(Node node) {
    return nodes.stream()
        .filter(next -> next.predecessors().equals(List.of(node.id())))
        .findFirst()
        .map(first -> nodes.stream().filter(next -> sameUse(first, next)).toList())
        .orElse(List.of());
  }

  /** A node that stands for no annotation, as a plain output layer may, is alone. */
  private boolean sameUse(Node first, Node next) {
    Use use = uses.get(first.id());
    return use == null ? first.equals(next) : use.equals(uses.get(next.id()));
  }
}
