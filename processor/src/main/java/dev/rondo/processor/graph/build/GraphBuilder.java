package dev.rondo.processor.graph.build;

import dev.rondo.layer.Activation;
import dev.rondo.layer.Crf;
import dev.rondo.layer.Dense;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.declared.DeclaredComponent;
import dev.rondo.processor.declared.DeclaredModel;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.ModelGraph;
import dev.rondo.processor.graph.ModelSignature;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Task;
import dev.rondo.processor.graph.Translation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Wires the layers of a model: those of each input, then the trunk that all inputs flow into, then
 * those of each output; of a translation model those of the output are a decoder.
 */
public final class GraphBuilder {
  private static final String ONLY_OUTPUT = SignatureBuilder.ONLY_OUTPUT;

  private final DeclaredModel model;
  private final Expansion uses;
  private final ModelSignature signature;
  private final NodeNames names;
  private final Wiring wiring;

  private GraphBuilder(DeclaredModel model) {
    this.model = model;
    this.uses = Expansion.of(model);
    this.signature = new SignatureBuilder(model, uses).build();
    Set<String> taken = new HashSet<>(Set.of(ONLY_OUTPUT));
    model.inputs().forEach(input -> taken.add(input.name()));
    model.heads().forEach(head -> taken.add(head.name()));
    this.names = new NodeNames(taken);
    this.wiring = new Wiring(names);
  }

  /** Returns the graph of a model; without inputs and outputs where its method is not clear. */
  public static ModelGraph build(DeclaredModel model) {
    return new GraphBuilder(model).build();
  }

  private ModelGraph build() {
    if (uses.future().isPresent() && model.inputs().size() > 1) {
      return knownAhead(uses.future().get());
    }
    List<String> joined = joined(IntStream.range(0, model.inputs().size()).boxed().toList());
    if (uses.translates()) {
      return encoderAndDecoder(joined);
    }
    return model.heads().isEmpty() ? oneOutput(joined) : severalOutputs(joined);
  }

  /**
   * What is known in advance bypasses the trunk: what that made of the history, and of what is
   * constant, is repeated at each step that is forecast, and the layers on the method read both;
   * without any, the trunk's last one.
   */
  private ModelGraph knownAhead(int future) {
    List<Use> trunk = uses.trunk().stream().filter(Use::isLayer).toList();
    List<Use> behind = uses.output().stream().filter(Use::isLayer).toList();
    if (behind.isEmpty() && !trunk.isEmpty()) {
      behind = trunk.subList(trunk.size() - 1, trunk.size());
      trunk = trunk.subList(0, trunk.size() - 1);
    }
    List<Integer> ofSeries =
        IntStream.range(0, model.inputs().size()).filter(i -> i != future).boxed().toList();
    List<String> read = wiring.chain(trunk, Optional.empty(), joined(ofSeries), List.of());
    String last = last(read);
    List<String> ahead = chain(future);
    String joined =
        wiring.join(
            "joined",
            List.of(last, ahead.get(0)),
            List.of(name(ofSeries.get(0)), name(future)),
            model.method().orElseThrow().origin());
    wiring.chain(
        behind, Optional.of(new Wiring.Target(ONLY_OUTPUT, true)), List.of(joined), List.of());
    return graph(placed(), Optional.empty());
  }

  /** Returns the last step of what was made of a series; that itself if it is one vector. */
  private String last(List<String> read) {
    return Grains.isVector(read.get(0), wiring.nodes(), Grains.vectors(signature.inputs()))
        ? read.get(0)
        : wiring.add(
            "last",
            new Layer.Pool(Pooling.LAST),
            read,
            "final state",
            model.method().orElseThrow().origin());
  }

  /** Returns the ends of the layers of inputs, joined if there are several. */
  private List<String> joined(List<Integer> inputs) {
    List<String> ends = new ArrayList<>();
    inputs.forEach(input -> ends.addAll(chain(input)));
    return ends.size() > 1
        ? List.of(
            wiring.join(
                "joined",
                ends,
                inputs.stream().map(this::name).toList(),
                model.method().orElseThrow().origin()))
        : ends;
  }

  private List<String> chain(int input) {
    return wiring.chain(
        uses.inputs().get(input), Optional.empty(), List.of(start(input)), List.of());
  }

  private String name(int input) {
    return model.inputs().get(input).name();
  }

  private String start(int index) {
    String input = name(index);
    return signature.inputs().stream()
        .filter(known -> known.name().equals(input))
        .findFirst()
        .map(known -> new InputWiring(wiring).start(known, uses.reading(index)))
        .orElse(input);
  }

  private ModelGraph oneOutput(List<String> start) {
    Wiring.Target target = new Wiring.Target(ONLY_OUTPUT, true);
    List<String> end = wiring.chain(trunkAndMethod(), Optional.of(target), start, List.of());
    addTransitions(target, uses.output(), end);
    if (signature.task() == Task.PLAIN_TEXT) {
      wiring.tie(0);
    }
    return graph(placed(), Optional.empty());
  }

  private ModelGraph severalOutputs(List<String> start) {
    List<String> end = wiring.chain(trunkAndMethod(), Optional.empty(), start, List.of());
    for (int i = 0; i < model.heads().size(); i++) {
      head(model.heads().get(i), uses.heads().get(i), end);
    }
    return graph(placed(), Optional.empty());
  }

  private List<Use> trunkAndMethod() {
    return Stream.concat(uses.trunk().stream(), uses.output().stream()).toList();
  }

  /** Of several outputs, one whose last layer is no {@code @Dense} has a plain one. */
  private void head(DeclaredComponent component, List<Use> all, List<String> start) {
    List<Use> layers = all.stream().filter(Use::isLayer).toList();
    boolean ends = !layers.isEmpty() && layers.get(layers.size() - 1).is(Dense.class);
    Wiring.Target target = new Wiring.Target(component.name(), false);
    List<String> end = wiring.chain(layers, Optional.of(target), start, List.of());
    if (!ends) {
      end =
          List.of(
              wiring.add(
                  target.named("dense"),
                  new Layer.Dense(Layer.Units.OfOutput.of(component.name()), Activation.NONE),
                  end,
                  "@Dense",
                  component.origin()));
    }
    addTransitions(target, all, end);
  }

  /** Behind the scores of tags that are decided together stand the transitions between them. */
  private void addTransitions(Wiring.Target target, List<Use> written, List<String> end) {
    boolean together =
        signature.outputs().stream()
            .anyMatch(out -> out.name().equals(target.output()) && out.tagging().together());
    written.stream()
        .filter(use -> together && use.is(Crf.class))
        .findFirst()
        .ifPresent(
            use ->
                wiring.add(
                    target.named("crf"),
                    new Layer.Crf(target.output()),
                    end,
                    use.values().source(),
                    use.origin()));
  }

  private ModelGraph encoderAndDecoder(List<String> start) {
    List<String> memory = wiring.chain(uses.trunk(), Optional.empty(), start, List.of());
    int encoder = wiring.nodes().size();
    String bridge = names.next("bridge");
    wiring.chain(
        uses.output(),
        Optional.of(new Wiring.Target(ONLY_OUTPUT, true)),
        List.of(ONLY_OUTPUT),
        memory);
    wiring.tie(encoder);
    List<Node> wired = placed();
    return graph(
        wired,
        Optional.of(
            new Translation(
                bridge, wired.subList(0, encoder), wired.subList(encoder, wired.size()))));
  }

  private ModelGraph graph(List<Node> placed, Optional<Translation> translation) {
    return new ModelGraph(
        signature,
        placed,
        results(),
        translation,
        TrainingReader.read(model, uses),
        model.origin());
  }

  private List<Node> placed() {
    Set<String> steps = new HashSet<>();
    Set<String> once = new HashSet<>();
    results().forEach((output, node) -> (isOnce(output) ? once : steps).add(node));
    return Grains.place(
        PictureLayers.read(
                InputFeeding.wired(new FeedbackWiring(wiring.nodes(), wiring.uses()).wired()),
                signature.inputs())
            .stream()
            .map(node -> InputWiring.dropRare(node, signature.inputs()))
            .toList(),
        Grains.vectors(signature.inputs()),
        steps,
        once,
        names);
  }

  private boolean isOnce(String output) {
    return !uses.translates()
        && signature.outputs().stream()
            .filter(known -> known.name().equals(output))
            .allMatch(known -> known.grain() == Grain.ONCE);
  }

  private Map<String, String> results() {
    Map<String, String> results = new HashMap<>();
    for (Node node : wiring.nodes()) {
      if (node.layer() instanceof Layer.Dense dense
          && dense.units() instanceof Layer.Units.OfOutput units) {
        results.put(units.output(), node.id());
      } else if (node.layer() instanceof Layer.Crf crf) {
        results.put(crf.output(), node.id());
      }
    }
    return results;
  }
}
