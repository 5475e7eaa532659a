package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Causality;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.SlowPath;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.shape.NodeShape;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decides the network: fields, calls, and what Javadoc and model files say of them. */
final class NetworkPlanner {
  private static final String CLASSES = "classes";
  private static final String STATE = "state";
  private static final String STREAM = "stream";
  private static final String POOLED = "pooled";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields layers;
  private final Names names;

  private NetworkPlanner(ShapedModel model, ModelParts parts, LayerFields layers) {
    this.model = model;
    this.parts = parts;
    this.layers = layers;
    this.names =
        Names.none()
            .withFields(layers.nodes().stream().map(Node::id).toList())
            .withModel(List.of(parts.input().name()))
            .withLocals(List.of(NetworkPlan.PASS, NetworkPlan.LIST, NetworkPlan.SHAPES))
            .withLocals(List.of(vocabularyName(), stepsName(), CLASSES, STATE, POOLED, STREAM));
  }

  static NetworkPlan plan(ShapedModel model, ModelParts parts, LayerFields layers) {
    return new NetworkPlanner(model, parts, layers).plan();
  }

  private NetworkPlan plan() {
    List<NetworkPlan.Step> steps = new ArrayList<>();
    CodeBlock scores = forward(steps);
    return new NetworkPlan(
        sizes(),
        layers.nodes().stream().map(this::field).toList(),
        table(),
        caption(),
        model.graph().signature().type().nestedName(),
        signature(),
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

  private String vocabularyName() {
    return parts.input().vocabulary() + "Vocabulary";
  }

  private String stepsName() {
    return parts.input().name() + "Steps";
  }

  private Node result() {
    String id = model.graph().results().get(parts.output().name());
    return model.graph().node(String.valueOf(id));
  }

  private List<NetworkPlan.Size> sizes() {
    List<NetworkPlan.Size> sizes = new ArrayList<>();
    sizes.add(
        new NetworkPlan.Size(
            names.get(vocabularyName()),
            CodeBlock.of("the number of different tokens of $L", parts.input().vocabulary())));
    parts
        .outputCode()
        .size()
        .ifPresent(meaning -> sizes.add(new NetworkPlan.Size(names.get(CLASSES), meaning)));
    return sizes;
  }

  private LayerCode code(Node node) {
    NodeShape shape = model.of(node);
    return LayerCode.of(
        node.layer(), size(shape.inputs().get(0)), size(shape.output()), fedBackSize(node));
  }

  private Optional<CodeBlock> fedBackSize(Node node) {
    return node.layer() instanceof Layer.Recurrent recurrent
        ? recurrent
            .variant()
            .fedBack()
            .map(fedBack -> fedBack.nodes().get(fedBack.nodes().size() - 1))
            .map(last -> size(model.of(model.graph().node(last)).output()))
        : Optional.empty();
  }

  private CodeBlock size(Shape shape) {
    if (shape instanceof Shape.Tokens tokens) {
      return size(tokens.vocabulary());
    }
    return shape instanceof Shape.Sequence sequence
        ? size(sequence.features())
        : size(((Shape.Vector) shape).features());
  }

  private CodeBlock size(Dim dim) {
    if (dim instanceof Dim.Fixed fixed) {
      return Code.number(fixed.size());
    }
    return CodeBlock.of(
        "$N", names.get(dim instanceof Dim.Vocabulary ? vocabularyName() : CLASSES));
  }

  private NetworkPlan.LayerField field(Node node) {
    LayerCode code = code(node);
    return new NetworkPlan.LayerField(
        code.type(), layers.name(node), created(node, code), code.variants());
  }

  private CodeBlock created(Node node, LayerCode code) {
    Optional<Node> tied = tiedTo(node);
    if (tied.isPresent()) {
      return CodeBlock.of("$T.tied($S, $N)", code.type(), node.id(), layers.name(tied.get()));
    }
    CodeBlock arguments = code.arguments().stream().collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($S, $L$L)", code.type(), node.id(), arguments, deviation(node));
  }

  /** See docs/decisions/0010: what only a language model's recurrent layers read starts large. */
  private String deviation(Node node) {
    return languageModel() && node.layer() instanceof Layer.Embedding embedding && !embedding.tied()
        ? ", 1.0"
        : "";
  }

  private Optional<Node> tiedTo(Node node) {
    return node.layer() instanceof Layer.Dense dense
            && dense.units() instanceof Layer.Units.OfOutput units
        ? units.tied().map(tied -> model.graph().node(tied.embedding()))
        : Optional.empty();
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

  private List<NetworkPlan.TableRow> table() {
    List<NetworkPlan.TableRow> rows = new ArrayList<>();
    Input input = parts.input();
    rows.add(
        new NetworkPlan.TableRow(
            input.name(),
            parts.inputCode().kind(),
            model.ofInput(input.name()).text(),
            "",
            Optional.empty()));
    for (Node node : model.graph().nodes()) {
      NodeShape shape = model.of(node);
      boolean state = code(node).result() == LayerCode.Result.STATE;
      rows.add(
          new NetworkPlan.TableRow(
              layers.name(node),
              node.written() + (state ? ", final state" : "") + residual(node, shape),
              shape.output().text(),
              shape.parameters().text(),
              SlowPath.of(node.layer()).map(NetworkPlanner::note)));
    }
    return rows;
  }

  /** Says so where the lowest of several residual layers is left out. */
  private String residual(Node node, NodeShape shape) {
    boolean leftOut =
        node.layer() instanceof Layer.Recurrent layer
            && layer.variant().residual()
            && !size(shape.inputs().get(0))
                .equals(Code.number(layer.directions() * layer.units().get(0)));
    return leftOut ? ", residual from its second layer" : "";
  }

  private static String note(SlowPath path) {
    return "step by step in %s: %s".formatted(path.when(), path.reason());
  }

  private String caption() {
    return "Layers, shapes and parameters; V is the vocabulary of " + parts.input().vocabulary();
  }

  private List<CodeBlock> signature() {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(CodeBlock.of("input($S, $S)", parts.input().name(), parts.inputCode().signature()));
    for (Node node : layers.nodes()) {
      code(node)
          .stored()
          .ifPresent(stored -> calls.add(CodeBlock.of("layer($S,$W$S)", node.id(), stored)));
    }
    calls.add(
        CodeBlock.of("output($S, $S)", parts.output().name(), parts.outputCode().signature()));
    return calls;
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
      LayerCode code = code(node);
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
