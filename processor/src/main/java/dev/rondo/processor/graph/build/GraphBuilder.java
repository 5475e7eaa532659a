package dev.rondo.processor.graph.build;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Wires the layers of a model: those of each parameter, then the trunk that all inputs flow into,
 * then those of the output.
 */
public final class GraphBuilder {
  private final DeclaredModel model;
  private final List<DeclaredParameter> parameters;
  private final Expansion uses;
  private final NodeNames names;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Use> usesOfNodes = new HashMap<>();

  private GraphBuilder(DeclaredModel model) {
    this.model = model;
    this.parameters = model.method().map(DeclaredMethod::parameters).orElse(List.of());
    this.uses = Expansion.of(model);
    Set<String> taken = new HashSet<>(Set.of(SignatureBuilder.ONLY_OUTPUT));
    parameters.forEach(parameter -> taken.add(parameter.name()));
    this.names = new NodeNames(taken);
  }

  /** Returns the graph of a model; without inputs and outputs where its method is not clear. */
  public static ModelGraph build(DeclaredModel model) {
    return new GraphBuilder(model).build();
  }

  private ModelGraph build() {
    List<String> ends = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      DeclaredParameter parameter = parameters.get(i);
      ends.addAll(chain(uses.inputs().get(i), Optional.empty(), List.of(parameter.name())));
    }
    List<Use> behindJoin = Stream.concat(uses.trunk().stream(), uses.output().stream()).toList();
    chain(behindJoin, Optional.of(SignatureBuilder.ONLY_OUTPUT), ends);
    ModelSignature signature = new SignatureBuilder(model, uses).build();
    boolean everyStep = signature.languageModel();
    if (everyStep) {
      nodes.replaceAll(node -> TiedWeights.tie(node, nodes));
    }
    return new ModelGraph(
        signature,
        FinalStates.place(
            new FeedbackWiring(nodes, usesOfNodes).wired(),
            everyStep ? Set.copyOf(results().values()) : Set.of()),
        results(),
        TrainingReader.read(model, uses),
        model.origin());
  }

  /** Adds one layer after the other and returns what the last one is called. */
  private List<String> chain(List<Use> all, Optional<String> output, List<String> start) {
    List<Use> layers = all.stream().filter(Use::isLayer).toList();
    List<String> previous = start;
    for (int i = 0; i < layers.size(); i++) {
      Use use = layers.get(i);
      LayerReader reader = LayerReaders.of(use.values().annotation()).orElseThrow();
      Optional<String> last = i == layers.size() - 1 ? output : Optional.empty();
      int part = 0;
      for (LayerReader.Step step : reader.read(use.values(), last)) {
        String key = "." + part++;
        String id = names.next(step.name());
        usesOfNodes.put(id, use);
        nodes.add(
            new Node(
                id,
                step.layer(),
                previous,
                use.values().source(),
                use.shared().map(shared -> shared + key),
                use.origin()));
        previous = List.of(id);
      }
    }
    return previous;
  }

  private Map<String, String> results() {
    Map<String, String> results = new HashMap<>();
    for (Node node : nodes) {
      if (node.layer() instanceof Layer.Dense dense
          && dense.units() instanceof Layer.Units.OfOutput units) {
        results.put(units.output(), node.id());
      }
    }
    return results;
  }
}
