package dev.rondo.processor.plan;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.SlowPath;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.shape.BridgeShape;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.shape.NodeShape;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Decides the layers of a network, and what Javadoc and model files say of them. */
final class NetworkFramePlanner {
  private static final String CLASSES = "classes";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields layers;
  private final Names names;
  private final Optional<Translation> translation;

  /**
   * Prepares planning.
   *
   * @param names have those of {@link #sizeNames}
   */
  NetworkFramePlanner(ShapedModel model, ModelParts parts, LayerFields layers, Names names) {
    this.model = model;
    this.parts = parts;
    this.layers = layers;
    this.names = names;
    this.translation = model.graph().translation();
  }

  /** Returns the wanted names of the sizes that are known at run time only. */
  static List<String> sizeNames(ModelParts parts) {
    return Stream.concat(
            parts.vocabularies().stream().map(NetworkFramePlanner::vocabularyName),
            Stream.of(CLASSES))
        .toList();
  }

  private static String vocabularyName(String vocabulary) {
    return vocabulary + "Vocabulary";
  }

  NetworkFrame plan() {
    List<NetworkPlan.LayerField> declared = layers.nodes().stream().map(this::field).toList();
    return new NetworkFrame(
        sizes(),
        translation.map(both -> withBridge(declared, both, both.encoder())).orElse(declared),
        translation
            .map(both -> withBridge(declared, both, model.graph().nodes().subList(0, end(both))))
            .orElse(declared),
        table(),
        caption(),
        model.graph().signature().type().nestedName(),
        signature());
  }

  private List<NetworkPlan.Size> sizes() {
    List<NetworkPlan.Size> sizes = new ArrayList<>();
    for (String vocabulary : parts.vocabularies()) {
      sizes.add(
          new NetworkPlan.Size(
              names.get(vocabularyName(vocabulary)),
              CodeBlock.of("the number of different tokens of $L", vocabulary)));
    }
    parts
        .outputCode()
        .size()
        .ifPresent(meaning -> sizes.add(new NetworkPlan.Size(names.get(CLASSES), meaning)));
    return sizes;
  }

  /** Returns how many nodes there are up to the last layer that the bridge starts. */
  private int end(Translation both) {
    List<Node> started = both.started();
    return model.graph().nodes().indexOf(started.get(started.size() - 1)) + 1;
  }

  /** Returns the fields with that of the bridge behind those of some nodes. */
  private List<NetworkPlan.LayerField> withBridge(
      List<NetworkPlan.LayerField> declared, Translation both, List<Node> before) {
    Set<String> fields = before.stream().map(layers::name).collect(Collectors.toSet());
    List<NetworkPlan.LayerField> all = new ArrayList<>(declared);
    int place = (int) declared.stream().filter(field -> fields.contains(field.name())).count();
    CodeBlock started =
        both.started().stream()
            .map(node -> CodeBlock.of("$N", layers.name(node)))
            .collect(CodeBlock.joining(", "));
    CodeBlock created =
        CodeBlock.of(
            "new $T($S, $N, $L)",
            RuntimeTypes.BRIDGE,
            both.bridge(),
            layers.name(both.start().orElseThrow()),
            started);
    all.add(
        place, new NetworkPlan.LayerField(RuntimeTypes.BRIDGE, both.bridge(), created, List.of()));
    return all;
  }

  /** Returns how the runtime has one use of a layer. */
  LayerCode code(Node node) {
    NodeShape shape = model.of(node);
    return node.layer() instanceof Layer.Attention attention
        ? LayerCode.of(attention, size(shape.inputs().get(1)), size(shape.output()))
        : LayerCode.of(node.layer(), inputSize(node), size(shape.output()), fedBackSize(node));
  }

  private CodeBlock inputSize(Node node) {
    Shape in = model.of(node).inputs().get(0);
    return node.layer() instanceof Layer.Recurrent recurrent
            && in instanceof Shape.Sequence sequence
            && sequence.features() instanceof Dim.Fixed features
        ? Code.number(features.size() + recurrent.fedFeatures())
        : size(in);
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
        "$N",
        names.get(
            dim instanceof Dim.Vocabulary vocabulary
                ? vocabularyName(vocabulary.name())
                : CLASSES));
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

  /** See docs/decisions/0010 and 0012: classifiers' embeddings start small, others larger. */
  private String deviation(Node node) {
    if (!(node.layer() instanceof Layer.Embedding embedding)) {
      return "";
    }
    if (translation.isPresent()) {
      return ", 0.3";
    }
    return model.graph().signature().languageModel() && !embedding.tied() ? ", 1.0" : "";
  }

  private Optional<Node> tiedTo(Node node) {
    return node.layer() instanceof Layer.Dense dense
            && dense.units() instanceof Layer.Units.OfOutput units
        ? units.tied().map(tied -> model.graph().node(tied.embedding()))
        : Optional.empty();
  }

  private List<NetworkPlan.TableRow> table() {
    List<NetworkPlan.TableRow> rows = new ArrayList<>();
    rows.add(row(parts.input().name(), parts.inputCode().kind()));
    if (translation.isEmpty()) {
      model.graph().nodes().forEach(node -> rows.add(row(node)));
    } else {
      translation.get().encoder().forEach(node -> rows.add(row(node)));
      rows.add(bridge(translation.get()));
      rows.add(row(parts.output().name(), parts.inputCode().kind()));
      translation.get().decoder().forEach(node -> rows.add(row(node)));
    }
    return rows;
  }

  private NetworkPlan.TableRow row(String name, String kind) {
    return new NetworkPlan.TableRow(name, kind, model.ofInput(name).text(), "", Optional.empty());
  }

  private NetworkPlan.TableRow row(Node node) {
    NodeShape shape = model.of(node);
    boolean state = code(node).result() == LayerCode.Result.STATE;
    return new NetworkPlan.TableRow(
        layers.name(node),
        node.written() + (state ? ", final state" : "") + residual(node),
        shape.output().text(),
        shape.parameters().text(),
        SlowPath.of(node.layer()).map(NetworkFramePlanner::note));
  }

  private NetworkPlan.TableRow bridge(Translation both) {
    String from = layers.name(both.start().orElseThrow());
    String to = both.started().stream().map(layers::name).collect(Collectors.joining(", "));
    String states =
        both.started().stream()
            .flatMap(node -> units(node).stream())
            .map(units -> "(batch, " + units + ")")
            .collect(Collectors.joining(", "));
    return new NetworkPlan.TableRow(
        both.bridge(),
        "from the final state of %s to the first of %s".formatted(from, to),
        states,
        BridgeShape.parameters(both).text(),
        Optional.empty());
  }

  private static List<Integer> units(Node node) {
    return node.layer() instanceof Layer.Recurrent recurrent ? recurrent.units() : List.of();
  }

  /** Says so where the lowest of several residual layers is left out. */
  private String residual(Node node) {
    boolean leftOut =
        node.layer() instanceof Layer.Recurrent layer
            && layer.variant().residual()
            && !inputSize(node).equals(Code.number(layer.directions() * layer.units().get(0)));
    return leftOut ? ", residual from its second layer" : "";
  }

  private static String note(SlowPath path) {
    return "step by step in %s: %s".formatted(path.when(), path.reason());
  }

  private String caption() {
    List<String> vocabularies = parts.vocabularies();
    return "Layers, shapes and parameters; V is the vocabulary of "
        + (vocabularies.size() == 1 ? vocabularies.get(0) : "the text above");
  }

  private List<CodeBlock> signature() {
    List<CodeBlock> calls = new ArrayList<>();
    calls.add(CodeBlock.of("input($S, $S)", parts.input().name(), parts.inputCode().signature()));
    for (Node node : layers.nodes()) {
      code(node)
          .stored()
          .ifPresent(stored -> calls.add(CodeBlock.of("layer($S,$W$S)", node.id(), stored)));
    }
    calls.add(CodeBlock.of("output($S, $S)", parts.output().name(), parts.outputSignature()));
    return calls;
  }
}
