package dev.rondo.processor.graph.build;

import dev.rondo.processor.diag.Origin;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The nodes of a graph that is built, each after its predecessors. */
final class Wiring {
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Use> uses = new HashMap<>();
  private final Map<String, String> beside = new HashMap<>();
  private final NodeNames names;

  Wiring(NodeNames names) {
    this.names = names;
  }

  /** Says that another port is to be joined to what an embedding makes of a port. */
  void joinToEmbedding(String port, String other) {
    beside.put(port, other);
  }

  /**
   * Adds one layer after the other.
   *
   * @param all of which those that are layers count
   * @param output that the last layer computes
   * @param start what flows into the first
   * @param memory what attention looks at besides
   * @return what the last one is called
   */
  List<String> chain(
      List<Use> all, Optional<Target> output, List<String> start, List<String> memory) {
    List<Use> layers = all.stream().filter(Use::isLayer).toList();
    List<String> previous = start;
    for (int i = 0; i < layers.size(); i++) {
      Use use = layers.get(i);
      LayerReader reader = LayerReaders.of(use.values().annotation()).orElseThrow();
      Optional<String> last =
          i == layers.size() - 1 ? output.map(Target::output) : Optional.empty();
      int part = 0;
      for (LayerReader.Step step : reader.read(use.values(), last)) {
        String wanted = output.map(target -> target.named(step.name())).orElse(step.name());
        List<String> flowing = flowingInto(step.layer(), previous, memory);
        String id = add(wanted, step.layer(), flowing, use, part++);
        previous = embedded(previous, id, use.origin());
      }
    }
    return previous;
  }

  /**
   * Adds layers that read what is inside of each step of an input, one after the other.
   *
   * @param called what the nodes' names begin with
   * @param port of the inner sequences
   * @param input whose steps they are in
   * @param origin of what stands for all of them
   * @return the id of the node that gives their vector at each step
   */
  String inner(String called, List<Use> layers, String port, String input, Origin origin) {
    String previous = port;
    for (Use use : layers) {
      LayerReader reader = LayerReaders.of(use.values().annotation()).orElseThrow();
      int part = 0;
      for (LayerReader.Step step : reader.read(use.values(), Optional.empty())) {
        String wanted = new Target(called, false).named(step.name());
        previous = add(wanted, step.layer(), List.of(previous), use, part++);
      }
    }
    return add(
        called, new Layer.EachStep(input), List.of(previous), "each step of " + input, origin);
  }

  private String add(String wanted, Layer layer, List<String> flowing, Use use, int part) {
    String id = names.next(wanted);
    uses.put(id, use);
    nodes.add(
        new Node(
            id,
            layer,
            flowing,
            use.values().source(),
            use.shared().map(shared -> shared + "." + part),
            use.origin()));
    return id;
  }

  /**
   * The output that a chain ends in.
   *
   * @param alone whether there is no other one
   */
  record Target(String output, boolean alone) {
    /** Several heads have layers of the same kind: each is called after its output. */
    String named(String layer) {
      return alone
          ? layer
          : output + layer.substring(0, 1).toUpperCase(Locale.ROOT) + layer.substring(1);
    }
  }

  private static List<String> flowingInto(Layer layer, List<String> previous, List<String> memory) {
    return layer instanceof Layer.Attention
        ? Stream.concat(previous.stream(), memory.stream()).toList()
        : previous;
  }

  private List<String> embedded(List<String> ports, String id, Origin origin) {
    if (ports.size() != 1) {
      return List.of(id);
    }
    String other = beside.remove(ports.get(0));
    return other == null
        ? List.of(id)
        : List.of(
            join(
                ports.get(0) + "Joined", List.of(id, other), List.of(ports.get(0), other), origin));
  }

  /** Adds a layer that stands for no annotation of its own, and returns its id. */
  String add(String wanted, Layer layer, List<String> predecessors, String written, Origin origin) {
    String id = names.next(wanted);
    nodes.add(new Node(id, layer, predecessors, written, Optional.empty(), origin));
    return id;
  }

  /**
   * Adds a join and returns its id.
   *
   * @param called what errors call what flows in
   */
  String join(String wanted, List<String> predecessors, List<String> called, Origin origin) {
    return add(
        wanted,
        new Layer.Join(called, true),
        predecessors,
        "join of " + String.join(", ", called),
        origin);
  }

  /** Returns the nodes so far. */
  List<Node> nodes() {
    return List.copyOf(nodes);
  }

  /** Gives output layers the weights of embeddings among the nodes from an index on. */
  void tie(int from) {
    nodes.replaceAll(node -> TiedWeights.tie(node, nodes.subList(from, nodes.size())));
  }

  /** Returns the annotation that each node was read from, by its id. */
  Map<String, Use> uses() {
    return uses;
  }
}
