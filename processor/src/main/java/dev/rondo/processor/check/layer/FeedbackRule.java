package dev.rondo.processor.check.layer;

import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.InnerNodes;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.List;
import java.util.Set;

/**
 * A Jordan network has one layer, one direction, no state of its own, and a {@code @Dense} directly
 * behind it.
 */
public final class FeedbackRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    ModelGraph graph = subject.shaping().graph();
    List<Node> decoder = graph.translation().map(Translation::decoder).orElse(List.of());
    Set<String> inner = InnerNodes.of(graph.nodes()).keySet();
    check(
        subject,
        graph.nodes().stream()
            .filter(node -> !decoder.contains(node) && !inner.contains(node.id()))
            .toList(),
        diagnostics);
  }

  private static void check(Subject subject, List<Node> nodes, Diagnostics diagnostics) {
    for (Node node : nodes) {
      if (node.layer() instanceof Layer.Recurrent layer
          && layer.variant().feedback() == Feedback.OUTPUT) {
        check(node, layer, subject, nodes, diagnostics);
      }
    }
  }

  private static void check(
      Node node,
      Layer.Recurrent layer,
      Subject subject,
      List<Node> nodes,
      Diagnostics diagnostics) {
    String label = subject.label(node);
    if (layer.variant().fedBack().isEmpty()) {
      diagnostics.error(
          Code.NOTHING_TO_FEED_BACK,
          node.origin().member("feedback"),
          "%s has feedback = OUTPUT, so that it feeds back the output of the @Dense directly behind"
                  .formatted(label)
              + " it, but %s. Write a @Dense there, or remove feedback."
                  .formatted(behind(node, nodes)));
    } else if (outputsBehind(node, nodes) > 1) {
      diagnostics.error(
          Code.NOTHING_TO_FEED_BACK,
          node.origin().member("feedback"),
          "%s has feedback = OUTPUT, so that it feeds back the output of the @Dense directly behind"
                  .formatted(label)
              + " it, but %s outputs are directly behind it. Write a @Dense(units = 64) before these, or"
                  .formatted(outputsBehind(node, nodes))
              + " remove feedback.");
    }
    if (layer.units().size() > 1) {
      diagnostics.error(
          Code.FEEDBACK_UNSUPPORTED,
          node.origin().member("units"),
          "%s has feedback = OUTPUT and %s layers, but an output can be fed back to one layer only."
                  .formatted(label, layer.units().size())
              + " Write units = %s, or put further layers before it."
                  .formatted(layer.units().get(layer.units().size() - 1)));
    }
    if (layer.directions() > 1) {
      diagnostics.error(
          Code.FEEDBACK_UNSUPPORTED,
          node.origin().member("direction"),
          "%s has feedback = OUTPUT and direction = BIDIRECTIONAL, but the output at a step is not"
                  .formatted(label)
              + " known before both directions have been there. Write FORWARD or BACKWARD.");
    }
    if (layer.variant().initialState() == InitialState.LEARNED) {
      diagnostics.error(
          Code.FEEDBACK_UNSUPPORTED,
          node.origin().member("initialState"),
          "%s has feedback = OUTPUT and initialState = LEARNED, but it has no state of its own: what is"
                  .formatted(label)
              + " fed back at the first step is 0. Remove initialState.");
    }
  }

  private static long outputsBehind(Node node, List<Node> nodes) {
    return nodes.stream()
        .filter(next -> !(next.layer() instanceof Layer.FinalState))
        .filter(next -> next.predecessors().contains(node.id()))
        .count();
  }

  private static String behind(Node node, List<Node> nodes) {
    return nodes.stream()
        .filter(next -> next.predecessors().contains(node.id()))
        .findFirst()
        .map(next -> "behind it comes " + next.written())
        .orElse("nothing comes behind it");
  }
}
