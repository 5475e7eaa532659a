package dev.rondo.processor.graph;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The nodes that read what is inside of steps: each inner sequence is one of their batch. */
public final class InnerNodes {
  private InnerNodes() {}

  /**
   * Returns the input in whose steps they read, by their ids: of all that flows into {@link
   * Layer.EachStep}.
   *
   * @param nodes of the model, each after its predecessors
   */
  public static Map<String, String> of(List<Node> nodes) {
    Map<String, String> inputs = new HashMap<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      String input =
          node.layer() instanceof Layer.EachStep each ? each.input() : inputs.get(node.id());
      if (input != null) {
        node.predecessors().forEach(before -> inputs.put(before, input));
      }
    }
    inputs.keySet().retainAll(nodes.stream().map(Node::id).toList());
    return inputs;
  }
}
