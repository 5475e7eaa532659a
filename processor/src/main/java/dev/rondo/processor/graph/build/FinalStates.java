package dev.rondo.processor.graph.build;

import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Returns;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Makes one vector of a sequence: a recurrent layer hands on its final state where nothing behind
 * it, on any path, needs the steps.
 */
final class FinalStates {
  private FinalStates() {}

  /**
   * Places them.
   *
   * @param outputs ids of the nodes whose steps an output needs
   */
  static List<Node> place(List<Node> nodes, Set<String> outputs) {
    List<Node> placed = new ArrayList<>();
    Set<String> stepsNeeded = new HashSet<>(outputs);
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      boolean needed = stepsNeeded.contains(node.id());
      placed.add(0, needed ? node : reduced(node));
      if (needed || needsSteps(node.layer())) {
        stepsNeeded.addAll(node.predecessors());
      }
    }
    return placed;
  }

  private static boolean needsSteps(Layer layer) {
    return layer instanceof Layer.Recurrent
        || layer instanceof Layer.Pool
        || layer instanceof Layer.Attention;
  }

  private static Node reduced(Node node) {
    return node.layer() instanceof Layer.Recurrent layer
        ? node.with(layer.with(Returns.FINAL_STATE))
        : node;
  }
}
