package dev.rondo.processor.plan.layer;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The fields of a network: one for each node, but one for all nodes that share their weights. */
public final class LayerFields {
  private final Map<String, Node> firstNodes = new LinkedHashMap<>();

  /** Finds the fields of a network. */
  public LayerFields(ModelGraph graph) {
    graph.nodes().stream()
        .filter(LayerFields::hasWeightsOrSettings)
        .forEach(node -> firstNodes.putIfAbsent(key(node), node));
  }

  /** What joins, and what picks some of what there is, is no layer of the runtime. */
  static boolean hasWeightsOrSettings(Node node) {
    return !(node.layer() instanceof Layer.Join)
        && !(node.layer() instanceof Layer.FinalState)
        && !(node.layer() instanceof Layer.EachStep);
  }

  /** Returns the (first) node of each field, in order. */
  public List<Node> nodes() {
    return List.copyOf(firstNodes.values());
  }

  /** Returns the name of a node's field. */
  public String name(Node node) {
    return Objects.requireNonNull(firstNodes.get(key(node)), node.id()).id();
  }

  // a node's id is an identifier, a shared key in brackets is none
  private static String key(Node node) {
    return node.shared().map(shared -> "[" + shared + "]").orElse(node.id());
  }
}
