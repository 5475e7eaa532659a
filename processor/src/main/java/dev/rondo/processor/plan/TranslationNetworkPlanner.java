package dev.rondo.processor.plan;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decides the network of a model that translates. */
final class TranslationNetworkPlanner {
  private static final String STATES = "states";
  private static final String STEPS = "steps";
  private static final String REAL = "real";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields layers;
  private final Translation translation;
  private final Node start;
  private final Node result;
  private final Names names;
  private final NetworkFramePlanner frame;

  private TranslationNetworkPlanner(ShapedModel model, ModelParts parts, LayerFields layers) {
    this.model = model;
    this.parts = parts;
    this.layers = layers;
    this.translation = model.graph().translation().orElseThrow();
    this.start = translation.start().orElseThrow();
    this.result = last(translation.decoder());
    List<String> fields = new ArrayList<>(List.of(translation.bridge()));
    layers.nodes().forEach(node -> fields.add(node.id()));
    this.names =
        Names.none()
            .withFields(fields)
            .withModel(parts.names())
            .withLocals(List.of(NetworkPlan.PASS, NetworkPlan.LIST, NetworkPlan.SHAPES))
            .withLocals(NetworkFramePlanner.sizeNames(parts))
            .withLocals(List.of(TranslationNetworkPlan.ENCODING, TranslationNetworkPlan.STATE))
            .withLocals(List.of(sourceSteps(), STATES, STEPS, REAL));
    this.frame = new NetworkFramePlanner(model, parts, layers, names);
  }

  static TranslationNetworkPlan plan(ShapedModel model, ModelParts parts, LayerFields layers) {
    return new TranslationNetworkPlanner(model, parts, layers).plan();
  }

  private TranslationNetworkPlan plan() {
    List<NetworkPlan.Step> encoding = new ArrayList<>();
    encode(encoding);
    List<NetworkPlan.Step> decoding = new ArrayList<>();
    CodeBlock scores = decode(decoding);
    return new TranslationNetworkPlan(
        frame.plan(),
        names.ofModel(parts.input().name()),
        names.ofModel(parts.output().name()),
        encoding,
        encoded(),
        decoding,
        scores,
        DecoderCode.of(translation, layers),
        layers.name(result),
        names);
  }

  private static Node last(List<Node> nodes) {
    return nodes.get(nodes.size() - 1);
  }

  private String sourceSteps() {
    return parts.input().name() + "Steps";
  }

  private String name(String wanted) {
    return names.get(wanted);
  }

  private void encode(List<NetworkPlan.Step> steps) {
    String variable = name(sourceSteps());
    String operand = names.ofModel(parts.input().name());
    for (Node node : translation.encoder()) {
      if (node.equals(start)) {
        steps.add(
            step(
                RuntimeTypes.ENCODER_STATES,
                name(STATES),
                CodeBlock.of(
                    "$N.encode($N, $N)", layers.name(node), name(NetworkPlan.PASS), operand)));
        if (translation.attention().isPresent()) {
          steps.add(step(variable, CodeBlock.of("$N.outputs()", name(STATES))));
        }
      } else {
        CodeBlock value = call(node, operand, CodeBlock.of(""));
        steps.add(
            operand.equals(variable)
                ? step(variable, value)
                : step(RuntimeTypes.SEQUENCES, variable, value));
      }
      operand = variable;
    }
  }

  private CodeBlock encoded() {
    CodeBlock started =
        CodeBlock.of(
            "$N.start($N, $N)", translation.bridge(), name(NetworkPlan.PASS), name(STATES));
    return translation
        .attention()
        .map(
            attention ->
                CodeBlock.of(
                    "new $T($Z$N.read($N, $N),$W$L)",
                    RuntimeTypes.ENCODING,
                    layers.name(attention),
                    name(NetworkPlan.PASS),
                    name(sourceSteps()),
                    started))
        .orElseGet(() -> CodeBlock.of("$T.of($L)", RuntimeTypes.ENCODING, started));
  }

  /** Adds the statements that compute all nodes but the result, which it returns. */
  private CodeBlock decode(List<NetworkPlan.Step> steps) {
    List<Node> decoder = translation.decoder();
    int lastOfSteps = decoder.indexOf(translation.attention().orElse(last(translation.started())));
    String target = names.ofModel(parts.output().name());
    steps.add(
        step(RuntimeTypes.SEQUENCES, name(STEPS), call(decoder.get(0), target, CodeBlock.of(""))));
    for (Node node : decoder.subList(1, lastOfSteps + 1)) {
      if (!isFed(node)) {
        steps.add(step(name(STEPS), call(node, name(STEPS), context(node))));
      }
    }
    List<Node> scoring = decoder.subList(lastOfSteps + 1, decoder.size() - 1);
    CodeBlock real = CodeBlock.of("$N.real()", name(STEPS));
    if (scoring.isEmpty()) {
      return call(result, real, CodeBlock.of(""));
    }
    steps.add(step(RuntimeTypes.ND_ARRAY, name(REAL), real));
    for (Node node : scoring) {
      steps.add(step(name(REAL), call(node, name(REAL), CodeBlock.of(""))));
    }
    return call(result, name(REAL), CodeBlock.of(""));
  }

  /** Returns whether the attention behind computes a recurrent layer together with itself. */
  private static boolean isFed(Node node) {
    return node.layer() instanceof Layer.Recurrent recurrent && recurrent.variant().fed();
  }

  /** Returns the further arguments of a layer of the decoder. */
  private CodeBlock context(Node node) {
    String encoding = name(TranslationNetworkPlan.ENCODING);
    String state = name(TranslationNetworkPlan.STATE);
    if (node.layer() instanceof Layer.Attention attention) {
      return attention.inputFeeding()
          ? CodeBlock.of(
              ", $N, $N, $N",
              layers.name(model.graph().node(node.predecessors().get(0))),
              encoding,
              state)
          : CodeBlock.of(", $N", encoding);
    }
    return node.layer() instanceof Layer.Recurrent ? CodeBlock.of(", $N", state) : CodeBlock.of("");
  }

  private CodeBlock call(Node node, String operand, CodeBlock context) {
    return call(node, CodeBlock.of("$N", operand), context);
  }

  private CodeBlock call(Node node, CodeBlock operand, CodeBlock context) {
    LayerCode code = frame.code(node);
    CodeBlock behind =
        code.behind().stream()
            .map(id -> CodeBlock.of(", $N", layers.name(model.graph().node(id))))
            .collect(CodeBlock.joining(""));
    return CodeBlock.of(
        "$N.$L($N, $L$L$L)",
        layers.name(node),
        code.call(),
        name(NetworkPlan.PASS),
        operand,
        behind,
        context);
  }

  private static NetworkPlan.Step step(ClassName type, String variable, CodeBlock value) {
    return new NetworkPlan.Step(Optional.of(type), variable, value);
  }

  private static NetworkPlan.Step step(String variable, CodeBlock value) {
    return new NetworkPlan.Step(Optional.empty(), variable, value);
  }
}
