package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Grain;
import dev.rondo.processor.graph.Head;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Task;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.shape.NodeShape;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the runtime has each node of a network: how its layer is created, and how it is called. */
public final class NodeCodes {
  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields fields;
  private final Names names;

  /**
   * Prepares planning.
   *
   * @param names have those of the sizes
   */
  public NodeCodes(ShapedModel model, ModelParts parts, LayerFields fields, Names names) {
    this.model = model;
    this.parts = parts;
    this.fields = fields;
    this.names = names;
  }

  /** Returns how the runtime has one use of a layer. */
  public LayerCode code(Node node) {
    NodeShape shape = model.of(node);
    if (node.layer() instanceof Layer.PictureConvolution convolution) {
      return ConvolutionCode.of(convolution, picture(shape.inputs().get(0)));
    }
    return node.layer() instanceof Layer.Attention attention
        ? LayerCode.of(attention, size(shape.inputs().get(1)), size(shape.output()))
        : LayerCode.of(node.layer(), inputSize(node), size(shape.output()), fedBackSize(node));
  }

  /** Returns a new layer for a node, or its builder where there are {@link #options}. */
  public CodeBlock created(Node node) {
    LayerCode code = code(node);
    Optional<Node> tied = tiedTo(node);
    if (tied.isPresent()) {
      return CodeBlock.of("$T.tied($S, $N)", code.type(), node.id(), fields.name(tied.get()));
    }
    if (!code.options().isEmpty()) {
      return CodeBlock.of("$T.builder($S)", code.type(), node.id());
    }
    CodeBlock arguments = code.arguments().stream().collect(CodeBlock.joining(", "));
    return CodeBlock.of("new $T($S, $L)", code.type(), node.id(), arguments);
  }

  /** Returns the calls on a layer's builder; none where it needs no builder. */
  public List<CodeBlock> options(Node node) {
    if (tiedTo(node).isPresent()) {
      return List.of();
    }
    List<CodeBlock> options = new ArrayList<>(code(node).options());
    rareDropout(node).ifPresent(options::add);
    rowsOf(node).ifPresent(options::add);
    deviation(node).map(value -> CodeBlock.of("optDeviation($L)", value)).ifPresent(options::add);
    return options;
  }

  /**
   * Returns the call that computes a node.
   *
   * @param pass the variable of the pass
   * @param operand what flows into it
   * @param context further arguments, each with a comma before it, that stand last
   */
  public CodeBlock call(Node node, String pass, CodeBlock operand, CodeBlock context) {
    return CodeBlock.of(
        "$N.$L($N, $L$L$L)",
        fields.name(node),
        code(node).call(),
        pass,
        operand,
        context,
        behind(node));
  }

  /** Returns the layers behind a Jordan network that it is told of. */
  private CodeBlock behind(Node node) {
    return code(node).behind().stream()
        .map(id -> CodeBlock.of(", $N", fields.name(model.graph().node(id))))
        .collect(CodeBlock.joining(""));
  }

  /**
   * Returns what the columns of a layer's weights stand for; empty where no features of inputs are
   * among them, or not known.
   */
  public Optional<CodeBlock> reads(Node node) {
    boolean reads = node.layer() instanceof Layer.Recurrent || node.layer() instanceof Layer.Dense;
    if (!reads || node.shared().isPresent()) {
      return Optional.empty();
    }
    return read(node.predecessors().get(0))
        .filter(parts -> parts.stream().anyMatch(part -> part.input().isPresent()))
        .map(
            parts -> {
              CodeBlock.Builder code = CodeBlock.builder().add("$T", RuntimeTypes.READS);
              for (int i = 0; i < parts.size(); i++) {
                Part part = parts.get(i);
                String call = part.input().isPresent() ? "features" : "others";
                code.add(".$L(", i == 0 ? call : "and" + Code.capital(call))
                    .add(
                        part.input()
                            .map(input -> CodeBlock.of("$S", input))
                            .orElseGet(() -> Code.number(part.others())))
                    .add(")");
              }
              return code.build();
            });
  }

  /** Features of an input, or so many others. */
  private record Part(Optional<String> input, int others) {}

  private Optional<List<Part>> read(String id) {
    Optional<Node> node =
        model.graph().nodes().stream().filter(other -> other.id().equals(id)).findFirst();
    if (node.isEmpty()) {
      boolean numbers = model.ofInput(id) instanceof Shape.Features;
      return numbers ? Optional.of(List.of(new Part(Optional.of(id), 0))) : Optional.empty();
    }
    if (node.get().layer() instanceof Layer.Dropout) {
      return read(node.get().predecessors().get(0));
    }
    if (!(node.get().layer() instanceof Layer.Join)) {
      return model.of(node.get()).output() instanceof Shape.Features features
              && features.features() instanceof Dim.Fixed fixed
          ? Optional.of(List.of(new Part(Optional.empty(), fixed.size())))
          : Optional.empty();
    }
    // sequences are joined first, then vectors
    List<Part> sequences = new ArrayList<>();
    List<Part> vectors = new ArrayList<>();
    List<Shape> shapes = model.of(node.get()).inputs();
    for (int i = 0; i < shapes.size(); i++) {
      Optional<List<Part>> parts = read(node.get().predecessors().get(i));
      if (parts.isEmpty()) {
        return Optional.empty();
      }
      (shapes.get(i) instanceof Shape.Sequence ? sequences : vectors).addAll(parts.get());
    }
    sequences.addAll(vectors);
    return Optional.of(sequences);
  }

  CodeBlock inputSize(Node node) {
    Shape in = model.of(node).inputs().get(0);
    if (node.layer() instanceof Layer.BatchNorm
        && in instanceof Shape.Sequence sequence
        && sequence.picture().isPresent()) {
      return Code.number(sequence.picture().get().channels());
    }
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

  private static Shape.Picture picture(Shape shape) {
    return ((Shape.Sequence) shape).picture().orElseThrow();
  }

  private CodeBlock size(Shape shape) {
    return size(dim(shape));
  }

  private static Dim dim(Shape shape) {
    if (shape instanceof Shape.Tokens tokens) {
      return tokens.vocabulary();
    }
    if (shape instanceof Shape.Symbol symbol) {
      return symbol.vocabulary();
    }
    return shape instanceof Shape.Sequence sequence
        ? sequence.features()
        : ((Shape.Vector) shape).features();
  }

  private CodeBlock size(Dim dim) {
    if (dim instanceof Dim.Fixed fixed) {
      return Code.number(fixed.size());
    }
    if (dim instanceof Dim.Sum sum) {
      CodeBlock symbols = sum.symbols().stream().map(this::size).collect(CodeBlock.joining(" + "));
      return sum.fixed() == 0
          ? symbols
          : CodeBlock.of("$L + $L", symbols, Code.number(sum.fixed()));
    }
    return CodeBlock.of("$N", parts.name(dim, names));
  }

  private Optional<CodeBlock> rareDropout(Node node) {
    return node.layer() instanceof Layer.Embedding embedding && embedding.rareDropout() > 0
        ? Optional.of(
            CodeBlock.of(
                "optRareDropout($L, $N)",
                Code.number(embedding.rareDropout()),
                parts.name(new Dim.FirstRare(node.predecessors().get(0)), names)))
        : Optional.empty();
  }

  /**
   * Returns the call that says whose tokens or classes the rows of a layer's weights stand for. A
   * forecast is added to what it starts from, at first nothing.
   */
  private Optional<CodeBlock> rowsOf(Node node) {
    if (node.layer() instanceof Layer.Embedding) {
      return codec(dim(model.of(node).inputs().get(0)))
          .map(codec -> CodeBlock.of("optTokensOf($S)", codec));
    }
    if (isForecast(node)
        || (node.layer() instanceof Layer.Dense
            && dim(model.of(node).output()) instanceof Dim.Outlook)) {
      return Optional.of(CodeBlock.of("optStartAtZero()"));
    }
    return node.layer() instanceof Layer.Dense
        ? codec(dim(model.of(node).output())).map(codec -> CodeBlock.of("optUnitsOf($S)", codec))
        : Optional.empty();
  }

  private boolean isForecast(Node node) {
    return model.graph().signature().task() == Task.SERIES
        && model.graph().results().containsValue(node.id());
  }

  private Optional<String> codec(Dim dim) {
    return parts.sizes().stream()
        .filter(size -> size.dim().equals(dim) && !(dim instanceof Dim.Width))
        .findFirst()
        .map(
            size ->
                // of the symbols of records each has a codec of its own
                dim instanceof Dim.Vocabulary vocabulary && !size.call().equals("size()")
                    ? vocabulary.name()
                    : size.owner());
  }

  /** See docs/decisions/0010, 0012 and 0043: classifiers' embeddings start small, others larger. */
  private Optional<String> deviation(Node node) {
    if (!(node.layer() instanceof Layer.Embedding embedding)) {
      return Optional.empty();
    }
    if (model.graph().translation().isPresent()) {
      return Optional.of("0.3");
    }
    boolean tags =
        model.graph().signature().outputs().stream()
            .anyMatch(
                output ->
                    output.grain() == Grain.EACH_STEP
                        && (output.head() instanceof Head.EnumClass
                            || output.head() instanceof Head.SeenClass));
    return (model.graph().signature().task() == Task.PLAIN_TEXT || tags) && !embedding.tied()
        ? Optional.of("1.0")
        : Optional.empty();
  }

  private Optional<Node> tiedTo(Node node) {
    return node.layer() instanceof Layer.Dense dense
            && dense.units() instanceof Layer.Units.OfOutput units
        ? units.tied().map(tied -> model.graph().node(tied.embedding()))
        : Optional.empty();
  }
}
