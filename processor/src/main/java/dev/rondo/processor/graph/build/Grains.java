package dev.rondo.processor.graph.build;

import dev.rondo.layer.Direction;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Returns;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Decides for each edge whether steps or one vector flow along it. Who needs steps gets them;
 * everybody else gets the final state of the last recurrent layer before, taken before any join.
 */
final class Grains {
  private enum Wanted {
    STEPS,
    VECTOR
  }

  /** How the steps at a node came about, on the way from each input. */
  private enum Read {
    FORWARD,
    BACKWARD,
    BOTH_WAYS,
    /** By no recurrent layer, so that they have no final state. */
    NOT
  }

  private final NodeNames names;
  private final Map<String, Set<Read>> reads = new HashMap<>();
  private final Map<String, Set<Wanted>> wanted = new HashMap<>();
  // where a node has a twin that gives one vector, the id of that
  private final Map<String, String> vectors = new HashMap<>();
  private final List<Node> placed = new ArrayList<>();

  private Grains(NodeNames names) {
    this.names = names;
  }

  /**
   * Places final states.
   *
   * @param vectors the names of inputs that are no sequence, with those of all their ports
   * @param steps ids of the nodes whose steps an output needs
   * @param once ids of the nodes of which an output needs one vector
   */
  static List<Node> place(
      List<Node> nodes, Set<String> vectors, Set<String> steps, Set<String> once, NodeNames names) {
    Grains grains = new Grains(names);
    nodes.forEach(node -> grains.reads.put(node.id(), grains.read(node, vectors)));
    steps.forEach(id -> grains.want(id, Wanted.STEPS));
    once.forEach(id -> grains.want(id, Wanted.VECTOR));
    for (int i = nodes.size() - 1; i >= 0; i--) {
      grains.wantOfPredecessors(nodes.get(i));
    }
    nodes.forEach(grains::place);
    return grains.placed;
  }

  /**
   * Returns whether what a node gives is one vector, whatever is wanted of it.
   *
   * @param nodes itself and all before it
   * @param vectors as of {@link #place}
   */
  static boolean isVector(String id, List<Node> nodes, Set<String> vectors) {
    Grains grains = new Grains(new NodeNames(Set.of()));
    nodes.forEach(node -> grains.reads.put(node.id(), grains.read(node, vectors)));
    return grains.reads.getOrDefault(id, Set.of(Read.NOT)).isEmpty();
  }

  /** Returns the ports of inputs that are no sequence. */
  static Set<String> vectors(List<Input> inputs) {
    Set<String> ports = new HashSet<>();
    for (Input input : inputs) {
      if (!input.codec().isSequence()) {
        ports.add(input.name());
        input.features().ifPresent(ports::add);
        input.symbols().forEach(port -> ports.add(port.name()));
      }
    }
    return ports;
  }

  private Set<Read> read(Node node, Set<String> vectorPorts) {
    if (node.layer() instanceof Layer.Pool) {
      return Set.of();
    }
    if (node.layer() instanceof Layer.Convolution) {
      return Set.of(Read.NOT); // its last step has not seen what a final state has
    }
    if (node.layer() instanceof Layer.EachStep) {
      return Set.of(Read.NOT); // what reads inside of steps has not read the steps
    }
    Set<Read> before = EnumSet.noneOf(Read.class);
    for (String predecessor : node.predecessors()) {
      before.addAll(
          reads.getOrDefault(
              predecessor, vectorPorts.contains(predecessor) ? Set.of() : Set.of(Read.NOT)));
    }
    return node.layer() instanceof Layer.Recurrent recurrent
        ? Set.of(read(recurrent.direction()))
        : before;
  }

  private static Read read(Direction direction) {
    return switch (direction) {
      case FORWARD -> Read.FORWARD;
      case BACKWARD -> Read.BACKWARD;
      case BIDIRECTIONAL -> Read.BOTH_WAYS;
    };
  }

  private void want(String id, Wanted grain) {
    wanted.computeIfAbsent(id, any -> EnumSet.noneOf(Wanted.class)).add(grain);
  }

  /** What nobody reads could as well be one vector. */
  private Set<Wanted> wantedOf(Node node) {
    return wanted.getOrDefault(node.id(), Set.of(Wanted.VECTOR));
  }

  /** Where no recurrent layer was before, there is nothing but steps, or nothing but one vector. */
  private boolean isWantedTwice(Node node) {
    return wantedOf(node).size() == 2
        && reads.getOrDefault(node.id(), Set.of()).stream().anyMatch(read -> read != Read.NOT);
  }

  private void wantOfPredecessors(Node node) {
    if (node.layer() instanceof Layer.EachStep) {
      node.predecessors().forEach(predecessor -> want(predecessor, Wanted.VECTOR));
      return;
    }
    Set<Wanted> passedOn =
        needsSteps(node.layer()) || (isWantedTwice(node) && last(node).isPresent())
            ? Set.of(Wanted.STEPS)
            : wantedOf(node);
    for (String predecessor : node.predecessors()) {
      passedOn.forEach(grain -> want(predecessor, grain));
    }
  }

  private static boolean needsSteps(Layer layer) {
    return layer instanceof Layer.Recurrent
        || layer instanceof Layer.Convolution
        || layer instanceof Layer.Pool
        || layer instanceof Layer.Attention;
  }

  /**
   * Returns where the final state is in the steps of a node; nothing where there is none, or where
   * it is made of several steps, of which what was computed from each alone cannot be told.
   */
  private Optional<Direction> last(Node node) {
    if (node.layer() instanceof Layer.Recurrent recurrent) {
      return Optional.of(recurrent.direction());
    }
    Set<Read> before = reads.getOrDefault(node.id(), Set.of());
    if (before.equals(Set.of(Read.FORWARD))) {
      return Optional.of(Direction.FORWARD);
    }
    return before.equals(Set.of(Read.BACKWARD))
        ? Optional.of(Direction.BACKWARD)
        : Optional.empty();
  }

  private void place(Node node) {
    if (!isWantedTwice(node)) {
      place(node, node.id(), wantedOf(node).contains(Wanted.STEPS), node.shared());
      return;
    }
    Optional<Direction> last = last(node);
    Optional<String> shared =
        last.isPresent()
            ? node.shared()
            : node.shared().or(() -> Optional.of(node.id() + ".twice"));
    place(node, node.id(), true, shared);
    String twin = names.next(last.isPresent() ? "finalState" : node.id());
    vectors.put(node.id(), twin);
    if (last.isPresent()) {
      placed.add(
          new Node(
              twin,
              new Layer.FinalState(last.get()),
              List.of(node.id()),
              "final state of " + node.written(),
              Optional.empty(),
              node.origin()));
    } else {
      place(node, twin, false, shared);
    }
  }

  private void place(Node node, String id, boolean steps, Optional<String> shared) {
    boolean reads = steps || needsSteps(node.layer());
    placed.add(
        new Node(
            id,
            steps ? node.layer() : reduced(node.layer()),
            reads
                ? node.predecessors()
                : node.predecessors().stream()
                    .map(predecessor -> vectors.getOrDefault(predecessor, predecessor))
                    .toList(),
            node.written(),
            shared,
            node.origin()));
  }

  private static Layer reduced(Layer layer) {
    if (layer instanceof Layer.Recurrent recurrent) {
      return recurrent.with(Returns.FINAL_STATE);
    }
    return layer instanceof Layer.Join join ? new Layer.Join(join.names(), false) : layer;
  }
}
