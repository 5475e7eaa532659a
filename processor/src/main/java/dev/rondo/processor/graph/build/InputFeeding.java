package dev.rondo.processor.graph.build;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells recurrent layers that they are fed what the attention directly behind them gave. */
final class InputFeeding {
  private InputFeeding() {}

  static List<Node> wired(List<Node> nodes) {
    Set<String> fed = new HashSet<>();
    for (Node node : nodes) {
      if (node.layer() instanceof Layer.Attention attention && attention.inputFeeding()) {
        fed.add(node.predecessors().get(0));
      }
    }
    return nodes.stream()
        .map(
            node ->
                node.layer() instanceof Layer.Recurrent recurrent && fed.contains(node.id())
                    ? node.with(recurrent.fed())
                    : node)
        .toList();
  }
}
