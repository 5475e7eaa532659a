package dev.rondo.processor.graph;

import java.util.Optional;

/** How many steps of the inputs there are to one that the layers of an output leave. */
public final class Strides {
  private Strides() {}

  /** Returns that number; sequences that are joined on the way have the same. */
  public static int of(ModelGraph graph, String output) {
    String result = graph.results().get(output);
    return result == null ? 1 : before(graph, result);
  }

  private static int before(ModelGraph graph, String id) {
    Optional<Node> node =
        graph.nodes().stream().filter(candidate -> candidate.id().equals(id)).findFirst();
    if (node.isEmpty() || node.get().layer() instanceof Layer.EachStep) {
      return 1;
    }
    int own =
        node.get().layer() instanceof Layer.Convolution layer ? layer.stride() * layer.pool() : 1;
    int most = 1;
    for (String predecessor : node.get().predecessors()) {
      most = Math.max(most, before(graph, predecessor));
    }
    return own * most;
  }
}
