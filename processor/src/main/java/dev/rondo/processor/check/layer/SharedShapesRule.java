package dev.rondo.processor.check.layer;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.NodeShape;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.Shaping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Layers that share weights get the same features. */
public final class SharedShapesRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    check(subject, subject.shaping(), diagnostics);
  }

  private static void check(Subject subject, Shaping shaping, Diagnostics diagnostics) {
    Map<String, NodeShape> first = new HashMap<>();
    for (Node node : shaping.graph().nodes()) {
      Optional<NodeShape> shape = shaping.of(node);
      if (node.shared().isEmpty() || shape.isEmpty()) {
        continue;
      }
      NodeShape other = first.putIfAbsent(node.shared().get(), shape.get());
      if (other != null && !other.parameters().equals(shape.get().parameters())) {
        boolean symbols = shape.get().inputs().get(0) instanceof Shape.Symbols;
        diagnostics.error(
            Code.SHARED_SHAPES_DIFFER,
            node.origin(),
            symbols
                ? "%s and its first use look up symbols of different inputs, each of which has a"
                        .formatted(subject.label(node))
                    + " vocabulary of its own. Remove @Shared."
                : "%s gets %s, but its first use gets %s, and both are to have the same weights. Remove"
                        .formatted(subject.label(node), in(shape.get()), in(other))
                    + " @Shared, or give both the same features.");
      }
    }
  }

  private static String in(NodeShape shape) {
    Shape in = shape.inputs().get(0);
    return in.text();
  }
}
