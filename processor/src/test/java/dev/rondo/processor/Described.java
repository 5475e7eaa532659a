package dev.rondo.processor;

import com.google.testing.compile.JavaFileObjects;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.Shaping;
import java.util.List;

/** Graphs in words, and models that are one method. */
final class Described {
  private Described() {}

  /** Returns the model in a file of {@code language}. */
  static Shaping typed(String name) {
    return Probe.read(
        Sources.in("language").stream()
            .filter(source -> source.endsWith(name + ".java"))
            .findFirst()
            .orElseThrow());
  }

  /**
   * Returns a model.
   *
   * @param layers on the interface
   * @param method what is in the interface
   * @param types declared besides
   */
  static Shaping model(String layers, String method, String... types) {
    return Probe.read(
        JavaFileObjects.forSourceString(
            "demo.Model",
            """
            package demo;

            import dev.rondo.*;
            import dev.rondo.data.*;
            import dev.rondo.data.Calendar;
            import dev.rondo.data.Vector;
            import dev.rondo.layer.*;
            import dev.rondo.task.*;
            import java.math.BigDecimal;
            import java.time.*;
            import java.util.List;
            import java.util.Optional;
            import java.util.OptionalDouble;
            import java.util.OptionalInt;
            import java.util.Set;

            enum Color { RED, GREEN }

            record Point(float x, float y) {}

            %s

            @SequenceModel
            %s
            interface Model {
              %s;
            }
            """
                .formatted(String.join("\n", types), layers, method)));
  }

  /** Returns each node with what flows into it. */
  static List<String> nodes(ModelGraph graph) {
    return graph.nodes().stream().map(Described::node).toList();
  }

  private static String node(Node node) {
    return node.id() + "(" + String.join(", ", node.predecessors()) + ") " + node.written();
  }

  /** Returns what comes out of each node, and its weights. */
  static List<String> shapes(Shaping shaping) {
    return shaping.graph().nodes().stream()
        .map(
            node ->
                shaping
                    .of(node)
                    .map(
                        shape ->
                            "%s %s %s"
                                .formatted(
                                    node.id(), shape.output().text(), shape.parameters().text()))
                    .orElse(node.id()))
        .toList();
  }

  /** Returns what a layer needs that does not fit. */
  static List<String> misfits(Shaping shaping) {
    return shaping.misfits().stream()
        .map(misfit -> misfit.node().id() + " needs " + misfit.needed())
        .toList();
  }
}
