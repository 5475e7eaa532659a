package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides the network of models that are not in two parts. */
final class NetworkPlanner {
  private static final String STATE = "state";
  private static final String STREAM = "stream";
  private static final String POOLED = "pooled";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields layers;
  private final Names names;
  private final NetworkFramePlanner frame;

  private NetworkPlanner(ShapedModel model, ModelParts parts, LayerFields layers) {
    this.model = model;
    this.parts = parts;
    this.layers = layers;
    this.names =
        Names.none()
            .withFields(layers.nodes().stream().map(Node::id).toList())
            .withModel(List.of(parts.input().name()))
            .withLocals(List.of(NetworkPlan.PASS, NetworkPlan.LIST, NetworkPlan.SHAPES))
            .withLocals(NetworkFramePlanner.sizeNames(parts))
            .withLocals(List.of(stepsName(), STATE, POOLED, STREAM));
    this.frame = new NetworkFramePlanner(model, parts, layers, names);
  }

  static NetworkPlan plan(ShapedModel model, ModelParts parts, LayerFields layers) {
    return new NetworkPlanner(model, parts, layers).plan();
  }

  private NetworkPlan plan() {
    List<NetworkPlan.Step> steps = new ArrayList<>();
    CodeBlock scores = forward(steps);
    return new NetworkPlan(
        frame.plan(),
        List.of(
            new NetworkPlan.Input(
                RuntimeTypes.TOKEN_BATCH,
                names.ofModel(parts.input().name()),
                "tokens (batch, time)")),
        steps,
        scores,
        parts.outputCode().scores(),
        model.of(result()).output().text() + ", before the " + parts.outputCode().link(),
        stepping(),
        languageModel(),
        layers.name(result()),
        names);
  }

  private String stepsName() {
    return parts.input().name() + "Steps";
  }

  private Node result() {
    String id = model.graph().results().get(parts.output().name());
    return model.graph().node(String.valueOf(id));
  }

  private boolean languageModel() {
    return model.graph().signature().languageModel();
  }

  private Optional<NetworkPlan.Stepping> stepping() {
    List<Node> nodes = model.graph().nodes();
    if (languageModel()) {
      return Optional.of(new NetworkPlan.Stepping(names.get(STATE), WritingCode.of(nodes, layers)));
    }
    return Causality.obstacle(nodes).isEmpty()
        ? Optional.of(new NetworkPlan.Stepping(names.get(STREAM), StepCode.of(nodes, layers)))
        : Optional.empty();
  }

  /**
   * Returns the state as an argument, where a layer has one.
   *
   * @param uses how often each layer was used before
   */
  private CodeBlock state(Node node, Map<String, Integer> uses) {
    boolean remembers =
        node.layer() instanceof Layer.Recurrent || node.layer() instanceof Layer.Pool;
    Optional<NetworkPlan.Stepping> stepping = stepping().filter(any -> remembers);
    if (stepping.isEmpty()) {
      return CodeBlock.of("");
    }
    int use = uses.merge(layers.name(node), 1, Integer::sum);
    return use == 1
        ? CodeBlock.of(", $N", stepping.get().state())
        : CodeBlock.of(", $N.use($L)", stepping.get().state(), use);
  }

  private CodeBlock behind(LayerCode code) {
    return code.behind().stream()
        .map(id -> CodeBlock.of(", $N", layers.name(model.graph().node(id))))
        .collect(CodeBlock.joining(""));
  }

  /** Adds the statements that compute all nodes but the result, which it returns. */
  private CodeBlock forward(List<NetworkPlan.Step> steps) {
    Map<String, String> variables = new HashMap<>();
    variables.put(parts.input().name(), names.ofModel(parts.input().name()));
    Set<String> declared = new HashSet<>();
    Map<String, Integer> uses = new HashMap<>();
    for (Node node : model.graph().nodes()) {
      LayerCode code = frame.code(node);
      String operand = String.valueOf(variables.get(node.predecessors().get(0)));
      CodeBlock value =
          CodeBlock.of(
              "$N.$L($N, $N$L$L)",
              layers.name(node),
              code.call(),
              names.get(NetworkPlan.PASS),
              operand,
              state(node, uses),
              behind(code));
      if (node.equals(result())) {
        return languageModel() ? CodeBlock.of("$L.values()", value) : value;
      }
      String variable =
          switch (code.result()) {
            case STEPS -> names.get(stepsName());
            case STATE -> names.get(STATE);
            case POOLED -> names.get(POOLED);
            case AS_BEFORE -> operand;
          };
      ClassName type =
          code.result() == LayerCode.Result.STEPS ? RuntimeTypes.SEQUENCES : RuntimeTypes.ND_ARRAY;
      boolean isNew = !variable.equals(operand) && declared.add(variable);
      steps.add(
          new NetworkPlan.Step(isNew ? Optional.of(type) : Optional.empty(), variable, value));
      variables.put(node.id(), variable);
    }
    throw new IllegalStateException("no layer computes " + parts.output().name());
  }
}
