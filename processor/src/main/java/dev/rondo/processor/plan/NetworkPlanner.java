package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
            .withLocals(List.of(stepsName(), STATE, POOLED));
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
        language(),
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

  private Optional<NetworkPlan.Language> language() {
    return model.graph().signature().languageModel()
        ? Optional.of(
            new NetworkPlan.Language(
                names.get(STATE), WritingCode.of(model.graph().nodes(), layers)))
        : Optional.empty();
  }

  /** Returns the further arguments of a call: the fields of the layers behind, or the state. */
  private CodeBlock behind(LayerCode code, boolean stateful) {
    return stateful ? CodeBlock.of(", $N", names.get(STATE)) : behind(code);
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
    for (Node node : model.graph().nodes()) {
      LayerCode code = frame.code(node);
      String operand = String.valueOf(variables.get(node.predecessors().get(0)));
      boolean stateful = language().isPresent() && node.layer() instanceof Layer.Recurrent;
      CodeBlock value =
          CodeBlock.of(
              "$N.$L($N, $N$L)",
              layers.name(node),
              code.call(),
              names.get(NetworkPlan.PASS),
              operand,
              behind(code, stateful));
      if (node.equals(result())) {
        return language().isPresent() ? CodeBlock.of("$L.values()", value) : value;
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
