package dev.rondo.processor.shape;

import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Output;
import dev.rondo.processor.shape.ShapeRule.Inferred;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of the shapes in a graph that has not been checked. Behind a layer that does not
 * fit, or whose values are wrong, nothing is known, so that one mistake does not cause others.
 *
 * @param inputs the shape of each port of an input of a supported type, and of what a decoder reads
 * @param nodes the shapes of the layers that fit
 * @param misfits the layers that do not fit what flows into them, in the order of the graph
 */
public record Shaping(
    ModelGraph graph,
    Map<String, Shape> inputs,
    Map<String, NodeShape> nodes,
    List<Misfit> misfits) {
  public Shaping {
    inputs = Map.copyOf(inputs);
    nodes = Map.copyOf(nodes);
    misfits = List.copyOf(misfits);
  }

  /**
   * A layer that needs something else than it gets.
   *
   * @param flowing what flows in, one for each predecessor
   */
  public record Misfit(Node node, List<Shape> flowing, String needed) {
    public Misfit {
      flowing = List.copyOf(flowing);
    }

    /** Returns what flows in from the layer before. */
    public Shape found() {
      return flowing.get(0);
    }
  }

  /** Infers the shapes of a graph from its inputs on. */
  public static Shaping of(ModelGraph graph) {
    Map<String, Shape> inputs = new LinkedHashMap<>();
    for (Input input : graph.signature().inputs()) {
      inputs.putAll(ports(input));
    }
    for (Output output : graph.signature().outputs()) {
      if (output.head() instanceof Head.Translated text) {
        inputs.put(output.name(), new Shape.Tokens(new Dim.Vocabulary(text.vocabulary())));
      }
    }
    Map<String, NodeShape> nodes = new LinkedHashMap<>();
    List<Misfit> misfits = new ArrayList<>();
    for (Node node : graph.nodes()) {
      List<Shape> flowing =
          node.predecessors().stream()
              .flatMap(predecessor -> after(predecessor, inputs, nodes).stream())
              .toList();
      if (flowing.isEmpty() || flowing.size() < node.predecessors().size()) {
        continue;
      }
      Inferred inferred = ShapeRules.infer(node.layer(), flowing, graph.signature());
      if (inferred instanceof Inferred.Known known) {
        nodes.put(node.id(), new NodeShape(flowing, known.output(), known.parameters()));
      } else if (inferred instanceof Inferred.Misfit misfit) {
        misfits.add(new Misfit(node, flowing, misfit.needed()));
      }
    }
    return new Shaping(graph, inputs, nodes, misfits);
  }

  /** Returns the shape of each port of an input. */
  private static Map<String, Shape> ports(Input input) {
    if (input.codec() instanceof Codec.OfTokens) {
      return Map.of(input.name(), new Shape.Tokens(new Dim.Vocabulary(input.vocabulary())));
    }
    if (input.inner().isPresent()) {
      String inner = input.inner().get();
      return Map.of(
          input.name(),
          new Shape.Tokens(new Dim.Vocabulary(input.name())),
          inner,
          new Shape.Tokens(new Dim.Vocabulary(inner)));
    }
    if (input.codec() instanceof Codec.Pictures pictures) {
      Shape.Picture picture =
          new Shape.Picture(pictures.channels(), pictures.height(), pictures.width());
      return Sizes.isPicture(picture)
          ? Map.of(input.name(), new Shape.Sequence(picture))
          : Map.of();
    }
    boolean steps = input.codec().isSequence();
    Map<String, Shape> ports = new LinkedHashMap<>();
    input
        .features()
        .ifPresent(
            port -> {
              Dim width = new Dim.Width(input.name());
              ports.put(port, steps ? new Shape.Sequence(width) : new Shape.Vector(width));
            });
    for (Input.SymbolPort port : input.symbols()) {
      Dim.Vocabulary symbols = new Dim.Vocabulary(port.name());
      ports.put(port.name(), steps ? new Shape.Tokens(symbols) : new Shape.Symbol(symbols));
    }
    return ports;
  }

  private static Optional<Shape> after(
      String predecessor, Map<String, Shape> inputs, Map<String, NodeShape> nodes) {
    NodeShape shape = nodes.get(predecessor);
    return Optional.ofNullable(shape == null ? inputs.get(predecessor) : shape.output());
  }

  /** Returns the shapes of a node, if they are known. */
  public Optional<NodeShape> of(Node node) {
    return Optional.ofNullable(nodes.get(node.id()));
  }

  /**
   * Returns the model with all its shapes.
   *
   * @throws IllegalStateException if a shape is not known
   */
  public ShapedModel complete() {
    if (nodes.size() != graph.nodes().size()) {
      throw new IllegalStateException("shapes are missing: " + this);
    }
    return new ShapedModel(graph, inputs, nodes);
  }
}
