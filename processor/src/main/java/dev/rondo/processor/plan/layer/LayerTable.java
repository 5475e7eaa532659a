package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.InnerNodes;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.SlowPath;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.BridgeShape;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.shape.NodeShape;
import dev.rondo.processor.shape.ParameterCount;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The Javadoc table of a network's layers, shapes and parameters. */
public final class LayerTable {
  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields fields;
  private final NodeCodes codes;
  private final Map<String, String> inner;

  /** Prepares planning. */
  public LayerTable(ShapedModel model, ModelParts parts, LayerFields fields, NodeCodes codes) {
    this.model = model;
    this.parts = parts;
    this.fields = fields;
    this.codes = codes;
    this.inner = InnerNodes.of(model.graph().nodes());
  }

  /** A row; what the note says stands in a row of its own below. */
  private record Row(
      String layer, String written, String output, String parameters, Optional<String> note) {}

  /** Returns the table. */
  public CodeBlock javadoc() {
    CodeBlock.Builder javadoc =
        CodeBlock.builder()
            .add("<table>\n")
            .add("  <caption>$L</caption>\n", caption())
            .add("  <tr><th>layer</th><th>written as</th>")
            .add("<th>output</th><th>parameters</th></tr>\n");
    for (Row row : rows()) {
      javadoc.add(
          "  <tr><td>$L</td><td>$L</td><td>$L</td><td>$L</td></tr>\n",
          row.layer(),
          row.written(),
          row.output(),
          row.parameters());
      row.note()
          .ifPresent(note -> javadoc.add("  <tr><td></td><td colspan=\"3\">$L</td></tr>\n", note));
    }
    return javadoc.add("</table>\n").build();
  }

  private String caption() {
    List<String> vocabularies = vocabularies();
    return switch (vocabularies.size()) {
      case 0 -> "Layers, shapes and parameters";
      case 1 -> "Layers, shapes and parameters; V is the size of the vocabulary";
      default -> "Layers, shapes and parameters; V is the size of a vocabulary";
    };
  }

  /** Returns the vocabularies that the numbers of weights depend on. */
  private List<String> vocabularies() {
    return model.graph().nodes().stream()
        .flatMap(node -> vocabularies(model.of(node).parameters()))
        .distinct()
        .toList();
  }

  private static Stream<String> vocabularies(ParameterCount count) {
    return count.terms().keySet().stream()
        .flatMap(List::stream)
        .filter(Dim.Vocabulary.class::isInstance)
        .map(size -> ((Dim.Vocabulary) size).name())
        .distinct();
  }

  private String parameters(ParameterCount count) {
    return vocabularies().size() > 1
        ? vocabularies(count)
            .findFirst()
            .map(name -> count.text().replace(" V", " V of " + name))
            .orElse(count.text())
        : count.text();
  }

  private List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (ModelParts.In in : parts.inputs()) {
      ports(in).forEach(port -> rows.add(row(port, in.code().kind())));
      in.input().inner().ifPresent(port -> rows.add(inner(port, in.name())));
    }
    Optional<Translation> translation = model.graph().translation();
    if (translation.isEmpty()) {
      model.graph().nodes().forEach(node -> rows.add(row(node)));
    } else {
      translation.get().encoder().forEach(node -> rows.add(row(node)));
      rows.add(bridge(translation.get()));
      rows.add(row(parts.output().name(), parts.input().code().kind()));
      translation.get().decoder().forEach(node -> rows.add(row(node)));
    }
    return rows;
  }

  /** Returns what flows into the network of an input: its features, and each of its symbols. */
  private static List<String> ports(ModelParts.In in) {
    if (in.input().codec() instanceof Codec.OfTokens) {
      return List.of(in.name());
    }
    if (in.input().inner().isPresent()) {
      return List.of(in.name());
    }
    List<String> ports = new ArrayList<>(in.input().features().stream().toList());
    in.input().symbols().forEach(symbol -> ports.add(symbol.name()));
    return ports;
  }

  private Row row(String name, String kind) {
    return new Row(name, kind, model.ofInput(name).text(), "", Optional.empty());
  }

  private Row inner(String port, String input) {
    String shape = inside(model.ofInput(port).text(), input);
    return new Row(port, "inside of each step", shape, "", Optional.empty());
  }

  /** The batch of what is inside of steps are the different ones: {@code (words, characters)}. */
  private static String inside(String shape, String input) {
    return shape.replaceFirst("^\\(batch", "(" + input).replaceFirst(", time", ", characters");
  }

  private Row row(Node node) {
    NodeShape shape = model.of(node);
    boolean layer = LayerFields.hasWeightsOrSettings(node);
    boolean state = layer && codes.code(node).result() == LayerCode.Result.STATE;
    return new Row(
        layer ? fields.name(node) : node.id(),
        node.written() + (state ? ", final state" : "") + residual(node),
        Optional.ofNullable(inner.get(node.id()))
            .map(input -> inside(shape.output().text(), input))
            .orElse(shape.output().text()),
        parameters(shape.parameters()),
        SlowPath.of(node.layer()).map(LayerTable::note));
  }

  private Row bridge(Translation both) {
    String from = fields.name(both.start().orElseThrow());
    String to = both.started().stream().map(fields::name).collect(Collectors.joining(", "));
    String states =
        both.started().stream()
            .flatMap(node -> units(node).stream())
            .map(units -> "(batch, " + units + ")")
            .collect(Collectors.joining(", "));
    return new Row(
        both.bridge(),
        "from the final state of %s to the first of %s".formatted(from, to),
        states,
        BridgeShape.parameters(both).text(),
        Optional.empty());
  }

  private static List<Integer> units(Node node) {
    return node.layer() instanceof Layer.Recurrent recurrent ? recurrent.units() : List.of();
  }

  /** Says so where the lowest of several residual layers is left out. */
  private String residual(Node node) {
    boolean leftOut =
        node.layer() instanceof Layer.Recurrent layer
            && layer.variant().residual()
            && !codes
                .inputSize(node)
                .equals(Code.number(layer.directions() * layer.units().get(0)));
    return leftOut ? ", residual from its second layer" : "";
  }

  private static String note(SlowPath path) {
    return "step by step in %s: %s".formatted(path.when(), path.reason());
  }
}
