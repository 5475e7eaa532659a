package dev.rondo.processor.plan.task;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.InnerNodes;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.head.Answers;
import dev.rondo.processor.plan.layer.FeatureStepCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.plan.type.NetworkClass;
import dev.rondo.processor.shape.Shape;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans the network of a model of records and numbers, or of several inputs or outputs: one
 * statement for each layer, one array for each head.
 */
final class HeadsNetwork {
  private static final String STATE = "state";
  private static final String INNER = "inner";
  private static final String STEPS = "steps";

  private final ShapedModel model;
  private final ModelParts parts;
  private final Heads heads;
  private final LayerFields fields;
  private final NetworkClass network;
  private final boolean causal;
  private final Set<String> inner;
  private final Map<String, Integer> uses = new HashMap<>();

  private HeadsNetwork(
      ShapedModel model, ModelParts parts, Heads heads, LayerFields fields, boolean causal) {
    this.model = model;
    this.parts = parts;
    this.heads = heads;
    this.fields = fields;
    this.causal = causal;
    this.inner = InnerNodes.of(model.graph().nodes()).keySet();
    List<String> locals = new ArrayList<>(List.of(STATE, STEPS));
    if (!inner.isEmpty()) {
      locals.add(INNER);
    }
    outer().forEach(node -> locals.add(wanted(node)));
    heads.answers().forEach(answer -> locals.add(scores(answer)));
    this.network =
        new NetworkClass(
            model,
            parts,
            fields,
            Names.none()
                .withFields(fields.nodes().stream().map(Node::id).toList())
                .withModel(parts.inputs().stream().map(ModelParts.In::name).toList()),
            locals);
  }

  static ClassPlan plan(
      ShapedModel model, ModelParts parts, Heads heads, LayerFields fields, boolean causal) {
    return new HeadsNetwork(model, parts, heads, fields, causal).plan();
  }

  private ClassPlan plan() {
    ClassPlan.Builder type =
        network.start(causal ? RuntimeTypes.STEP_NETWORK : RuntimeTypes.FEATURE_NETWORK);
    if (causal) {
      type.member(fromTheStart()).member(forward()).member(steps());
      if (heads.listening().isEmpty()) {
        FeatureStepCode.of(model.graph(), parts, fields)
            .ifPresent(kernel -> type.member(NetworkClass.kernel(kernel)));
      }
    } else {
      type.member(forward());
    }
    return type.build();
  }

  /** Layers that read what is inside of steps are called where that is put at the steps. */
  private List<Node> outer() {
    return model.graph().nodes().stream().filter(node -> !inner.contains(node.id())).toList();
  }

  private static String scores(Answers answer) {
    return answer.name() + "Scores";
  }

  private Member.Builder start(Member.Builder forward) {
    forward.doc("Returns, for each output, its scores.\n\n").returns(RuntimeTypes.ND_LIST);
    forward.parameter(RuntimeTypes.PASS, network.pass());
    for (ModelParts.In in : parts.inputs()) {
      String name = network.names().ofModel(in.name());
      forward
          .doc("@param $N $L\n", name, in.code().isSequence() ? "its steps" : "one vector a row")
          .parameter(RuntimeTypes.STEP_BATCH, name);
    }
    return forward;
  }

  private CodeBlock returned() {
    return heads.answers().stream()
        .map(
            answer ->
                CodeBlock.of(
                    "  <li>$L: $L $L\n",
                    answer.name(),
                    answer.hasSteps() ? "at each real step, row after row," : "of each row",
                    answer.code().scores()))
        .collect(CodeBlock.joining("", "@return <ul>\n", "</ul>\n"));
  }

  private Member fromTheStart() {
    String inputs =
        String.join(
            ", ", parts.inputs().stream().map(in -> network.names().ofModel(in.name())).toList());
    return start(Member.method("forward", Access.PACKAGE))
        .doc("$L", returned())
        .statement(
            "return forward($N, $L, new $T($N))",
            network.pass(),
            inputs,
            RuntimeTypes.STREAM_STATE,
            network.pass())
        .build();
  }

  private Member forward() {
    Member.Builder forward = start(Member.method("forward", Access.PACKAGE));
    String state = network.names().get(STATE);
    if (causal) {
      forward
          .doc("@param $N what the layers remember; becomes that after the last step\n", state)
          .parameter(RuntimeTypes.STREAM_STATE, state);
    }
    forward.doc("$L", returned());
    for (Node node : outer()) {
      Optional<Answers> head = headOf(node);
      if (head.isEmpty()) {
        forward.statement(
            "$T $N =$W$L", type(node), network.names().get(wanted(node)), value(node));
      } else {
        forward.statement(
            "$T $N =$W$L",
            RuntimeTypes.ND_ARRAY,
            network.names().get(scores(head.get())),
            head.get().hasSteps() ? CodeBlock.of("$L.real()", value(node)) : value(node));
      }
    }
    return forward
        .statement(
            "return new $T($L)",
            RuntimeTypes.ND_LIST,
            heads.answers().stream()
                .map(answer -> CodeBlock.of("$N", network.names().get(scores(answer))))
                .collect(CodeBlock.joining(", ")))
        .build();
  }

  private Optional<Answers> headOf(Node node) {
    return heads.answers().stream()
        .filter(answer -> node.id().equals(model.graph().results().get(answer.name())))
        .findFirst();
  }

  private boolean isSequence(Node node) {
    return model.of(node).output() instanceof Shape.Sequence;
  }

  private String wanted(Node node) {
    return node.id() + (isSequence(node) ? "Steps" : "Vector");
  }

  private ClassName type(Node node) {
    return isSequence(node) ? RuntimeTypes.SEQUENCES : RuntimeTypes.ND_ARRAY;
  }

  /** Returns what computes a node. */
  private CodeBlock value(Node node) {
    if (node.layer() instanceof Layer.Join join) {
      return joined(node, join);
    }
    CodeBlock operand = operand(node.predecessors().get(0));
    if (node.layer() instanceof Layer.Crf) {
      return operand; // the loss and the answers know the transitions
    }
    if (node.layer() instanceof Layer.FinalState last) {
      return CodeBlock.of("$L.finalState($L)", operand, Code.constant(last.direction()));
    }
    if (node.layer() instanceof Layer.EachStep each) {
      return CodeBlock.of(
          "$N.eachStep(\n$N -> $L)",
          network.names().ofModel(each.input()),
          network.names().get(INNER),
          operand);
    }
    return network.codes().call(node, network.pass(), operand, state(node));
  }

  /** Sequences are joined first, then each vector is repeated at their steps. */
  private CodeBlock joined(Node node, Layer.Join join) {
    List<CodeBlock> sequences = new ArrayList<>();
    List<String> names = new ArrayList<>();
    List<CodeBlock> vectors = new ArrayList<>();
    List<Shape> shapes = model.of(node).inputs();
    for (int i = 0; i < shapes.size(); i++) {
      CodeBlock operand = operand(node.predecessors().get(i));
      if (shapes.get(i) instanceof Shape.Sequence) {
        sequences.add(operand);
        names.add(join.names().get(i));
      } else {
        vectors.add(operand);
      }
    }
    if (sequences.isEmpty()) {
      return CodeBlock.of(
          "$T.joinVectors($L)",
          RuntimeTypes.SEQUENCES,
          vectors.stream().collect(CodeBlock.joining(", ")));
    }
    CodeBlock.Builder code = CodeBlock.builder();
    if (sequences.size() == 1) {
      code.add(sequences.get(0));
    } else {
      code.add(
          "$T.join($T.of($L), $L)",
          RuntimeTypes.SEQUENCES,
          List.class,
          names.stream().map(name -> CodeBlock.of("$S", name)).collect(CodeBlock.joining(", ")),
          sequences.stream().collect(CodeBlock.joining(", ")));
    }
    vectors.forEach(vector -> code.add(".join($L)", vector));
    return code.build();
  }

  /** Returns what flows in from a node, or from an input. */
  private CodeBlock operand(String predecessor) {
    Optional<Node> node =
        model.graph().nodes().stream().filter(n -> n.id().equals(predecessor)).findFirst();
    if (node.isPresent() && inner.contains(predecessor)) {
      return value(node.get());
    }
    if (node.isPresent()) {
      return CodeBlock.of("$N", network.names().get(wanted(node.get())));
    }
    String input = predecessor.replaceFirst("\\..*", "");
    ModelParts.In in =
        parts.inputs().stream().filter(each -> each.name().equals(input)).findFirst().orElseThrow();
    String variable = network.names().ofModel(input);
    Shape shape = model.ofInput(predecessor);
    if (shape instanceof Shape.Sequence) {
      return CodeBlock.of("$N.features()", variable);
    }
    if (shape instanceof Shape.Vector) {
      return CodeBlock.of("$N.vector()", variable);
    }
    if (in.input().inner().filter(predecessor::equals).isPresent()) {
      return CodeBlock.of("$N", network.names().get(INNER));
    }
    int column = FeatureStepCode.column(in.input(), predecessor);
    return shape instanceof Shape.Tokens
        ? CodeBlock.of("$N.symbols($L)", variable, column)
        : CodeBlock.of("$N.symbol($L)", variable, column);
  }

  private CodeBlock state(Node node) {
    boolean remembers =
        node.layer() instanceof Layer.Recurrent
            || node.layer() instanceof Layer.Pool
            || node.layer() instanceof Layer.Convolution;
    if (!causal || !remembers || inner.contains(node.id())) {
      return CodeBlock.of("");
    }
    String state = network.names().get(STATE);
    int use = uses.merge(fields.name(node), 1, Integer::sum);
    return use == 1 ? CodeBlock.of(", $N", state) : CodeBlock.of(", $N.use($L)", state, use);
  }

  /** The entry of sessions. */
  private Member steps() {
    String steps = network.names().get(STEPS);
    String state = network.names().get(STATE);
    TypeName list = Code.listOf(RuntimeTypes.STEPS);
    List<CodeBlock> batches = new ArrayList<>();
    for (int i = 0; i < parts.inputs().size(); i++) {
      batches.add(
          CodeBlock.of(
              "$T.of($N, $T.of($N.get($L)))",
              RuntimeTypes.STEP_BATCH,
              network.pass(),
              List.class,
              steps,
              i));
    }
    return Member.overriding("forward")
        .returns(RuntimeTypes.ND_LIST)
        .parameter(RuntimeTypes.PASS, network.pass())
        .parameter(list, steps)
        .parameter(RuntimeTypes.STREAM_STATE, state)
        .statement(
            "return forward($N, $L, $N)",
            network.pass(),
            batches.stream().collect(CodeBlock.joining(", ")),
            state)
        .build();
  }
}
