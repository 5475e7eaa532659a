package dev.rondo.processor.graph;

import dev.rondo.processor.graph.Layer.Returns;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where sequences become one vector before they are joined to other sequences. */
final class Reductions {
  private final Map<String, Flow> flows = new HashMap<>();

  private Reductions(List<Input> inputs) {
    for (Input input : inputs) {
      boolean steps = input.codec().isSequence();
      Flow flow = new Flow(steps ? Set.of(input.name()) : Set.of(), steps);
      flows.put(input.name(), flow);
      input.features().ifPresent(port -> flows.put(port, flow));
      input.symbols().forEach(port -> flows.put(port.name(), flow));
    }
  }

  /**
   * What comes out of a node or a port.
   *
   * @param sequences the inputs it comes from that are sequences
   */
  private record Flow(Set<String> sequences, boolean steps) {}

  /**
   * Returns which sequences are reduced before a join with others, as a sentence without its end:
   * what is fed step by step has not ended yet when the others want it.
   */
  static Optional<String> obstacle(ModelGraph graph) {
    Reductions reductions = new Reductions(graph.signature().inputs());
    for (Node node : graph.nodes()) {
      Optional<String> obstacle = reductions.obstacle(node);
      if (obstacle.isPresent()) {
        return obstacle;
      }
    }
    return Optional.empty();
  }

  private Optional<String> obstacle(Node node) {
    Set<String> all = new LinkedHashSet<>();
    Set<String> reduced = new LinkedHashSet<>();
    boolean steps = false;
    for (String predecessor : node.predecessors()) {
      Flow flow = flows.getOrDefault(predecessor, new Flow(Set.of(), false));
      all.addAll(flow.sequences());
      if (!flow.steps()) {
        reduced.addAll(flow.sequences());
      }
      steps |= flow.steps();
    }
    flows.put(node.id(), new Flow(all, steps && !reduces(node.layer())));
    if (reduced.isEmpty() || all.size() < 2 || !(node.layer() instanceof Layer.Join)) {
      return Optional.empty();
    }
    List<String> names = new ArrayList<>();
    reduced.forEach(name -> names.add("\"" + name + "\""));
    return Optional.of(
        names.size() == 1
            ? names.get(0) + " is made one vector before it is joined to the steps of others"
            : String.join(" and ", names) + " are made one vector each before they are joined");
  }

  private static boolean reduces(Layer layer) {
    return layer instanceof Layer.Pool
        || layer instanceof Layer.FinalState
        || (layer instanceof Layer.Recurrent recurrent
            && recurrent.returns() == Returns.FINAL_STATE);
  }
}
