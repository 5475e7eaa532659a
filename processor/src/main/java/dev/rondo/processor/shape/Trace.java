package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the way of the data to a layer that does not fit, with the shapes on it. */
public final class Trace {
  private Trace() {}

  private record Row(String mark, String written, String shape) {}

  /**
   * Returns one line for each layer as written: those before the misfit with what comes out of
   * them, the misfit itself marked, and those behind it. Each line starts with a line break.
   */
  public static String to(Shaping.Misfit misfit, Shaping shaping) {
    List<Row> rows = new ArrayList<>();
    Set<String> shown = new HashSet<>();
    Optional<Node> previous = Optional.empty();
    for (Node node : shaping.graph().nodes()) {
      for (String predecessor : node.predecessors()) {
        Shape input = shaping.inputs().get(predecessor);
        if (input != null && shown.add(predecessor)) {
          rows.add(new Row(" ", predecessor, input.text()));
        }
      }
      if (previous.filter(before -> sameAnnotation(before, node)).isEmpty()) {
        rows.add(row(node, misfit, shaping));
      } else if (shaping.of(node).isPresent() || node.id().equals(misfit.node().id())) {
        rows.set(rows.size() - 1, row(node, misfit, shaping));
      }
      previous = Optional.of(node);
    }
    int width = rows.stream().mapToInt(row -> row.written().length()).max().orElse(0);
    StringBuilder lines = new StringBuilder();
    for (Row row : rows) {
      String padding = " ".repeat(width - row.written().length());
      String line = "  " + row.mark() + " " + row.written() + padding + "  " + row.shape();
      lines.append('\n').append(line.stripTrailing());
    }
    return lines.toString();
  }

  private static Row row(Node node, Shaping.Misfit misfit, Shaping shaping) {
    return node.id().equals(misfit.node().id())
        ? new Row(">", node.written(), "needs " + misfit.needed())
        : new Row(
            " ", node.written(), shaping.of(node).map(shape -> shape.output().text()).orElse(""));
  }

  /** Hidden layers are written together with the one behind them. */
  private static boolean sameAnnotation(Node before, Node node) {
    return before.origin().equals(node.origin()) && before.written().equals(node.written());
  }
}
