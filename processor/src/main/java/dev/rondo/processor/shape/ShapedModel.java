package dev.rondo.processor.shape;

import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import java.util.Map;
import java.util.Objects;

/**
 * A graph whose shapes are all known. Only a checked model becomes one.
 *
 * @param inputs the shape of each port of an input, and of what a decoder reads, by its name
 * @param nodes the shapes of each node, by its id
 */
public record ShapedModel(
    ModelGraph graph, Map<String, Shape> inputs, Map<String, NodeShape> nodes) {
  public ShapedModel {
    inputs = Map.copyOf(inputs);
    nodes = Map.copyOf(nodes);
  }

  /** Returns the shapes of a node. */
  public NodeShape of(Node node) {
    return Objects.requireNonNull(nodes.get(node.id()), node.id());
  }

  /** Returns the shape of a port of an input. */
  public Shape ofInput(String name) {
    return Objects.requireNonNull(inputs.get(name), name);
  }
}
