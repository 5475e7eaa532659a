package dev.rondo.processor.graph.build;

import dev.rondo.processor.declared.DeclaredMethod;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.declared.DeclaredParameter;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
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
 * then those of the output, which of a translation model are a decoder.
 */
public final class GraphBuilder {
  private static final Optional<String> OUTPUT = Optional.of(SignatureBuilder.ONLY_OUTPUT);

  private final DeclaredModel model;
  private final List<DeclaredParameter> parameters;
  private final Expansion uses;
  private final NodeNames names;
  private final List<Node> nodes = new ArrayList<>();
  private final Map<String, Use> usesOfNodes = new HashMap<>();
  // the end of the encoder, which attention looks at
  private List<String> memory = List.of();

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
    ModelSignature signature = new SignatureBuilder(model, uses).build();
    return uses.translates() ? encoderAndDecoder(signature, ends) : oneNetwork(signature, ends);
  }

  private ModelGraph oneNetwork(ModelSignature signature, List<String> ends) {
    chain(Stream.concat(uses.trunk().stream(), uses.output().stream()).toList(), OUTPUT, ends);
    boolean everyStep = signature.languageModel();
    if (everyStep) {
      nodes.replaceAll(node -> TiedWeights.tie(node, nodes));
    }
    return graph(signature, wired(everyStep), Optional.empty());
  }

  private ModelGraph encoderAndDecoder(ModelSignature signature, List<String> ends) {
    memory = chain(uses.trunk(), Optional.empty(), ends);
    int encoder = nodes.size();
    String bridge = names.next("bridge");
    chain(uses.output(), OUTPUT, List.of(SignatureBuilder.ONLY_OUTPUT));
    nodes.replaceAll(node -> TiedWeights.tie(node, nodes.subList(encoder, nodes.size())));
    List<Node> wired = wired(true);
    return graph(
        signature,
        wired,
        Optional.of(
            new Translation(
                bridge, wired.subList(0, encoder), wired.subList(encoder, wired.size()))));
  }

  private ModelGraph graph(
      ModelSignature signature, List<Node> wired, Optional<Translation> translation) {
    return new ModelGraph(
        signature, wired, results(), translation, TrainingReader.read(model, uses), model.origin());
  }

  private List<Node> wired(boolean everyStep) {
    return FinalStates.place(
        InputFeeding.wired(new FeedbackWiring(nodes, usesOfNodes).wired()),
        everyStep ? Set.copyOf(results().values()) : Set.of());
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
                flowingInto(step.layer(), previous),
                use.values().source(),
                use.shared().map(shared -> shared + key),
                use.origin()));
        previous = List.of(id);
      }
    }
    return previous;
  }

  private List<String> flowingInto(Layer layer, List<String> previous) {
    return layer instanceof Layer.Attention
        ? Stream.concat(previous.stream(), memory.stream()).toList()
        : previous;
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
