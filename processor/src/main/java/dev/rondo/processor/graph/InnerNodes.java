package dev.rondo.processor.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The nodes that read what is inside of steps: each inner sequence is one of their batch. */
public final class InnerNodes {
  private InnerNodes() {}

  /**
   * Returns their ids: all that flows into {@link Layer.EachStep}.
   *
   * @param nodes of the model, each after its predecessors
   */
  public static Set<String> of(List<Node> nodes) {
    Set<String> inner = new HashSet<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.layer() instanceof Layer.EachStep || inner.contains(node.id())) {
        inner.addAll(node.predecessors());
      }
    }
    inner.retainAll(nodes.stream().map(Node::id).toList());
    return inner;
  }
}
