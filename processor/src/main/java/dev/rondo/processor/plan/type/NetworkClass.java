package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.plan.code.Access;
import dev.rondo.processor.plan.code.ClassPlan;
import dev.rondo.processor.plan.code.Code;
import dev.rondo.processor.plan.code.Field;
import dev.rondo.processor.plan.code.Member;
import dev.rondo.processor.plan.code.Member.Trait;
import dev.rondo.processor.plan.code.Names;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.code.Size;
import dev.rondo.processor.plan.layer.KernelCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.layer.LayerTable;
import dev.rondo.processor.plan.layer.NodeCodes;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What all networks have: a field for each layer, a constructor that creates them, and what model
 * files must agree with. The functions that compute are the task's.
 */
public final class NetworkClass {
  /** The wanted name of the pass. */
  public static final String PASS = "pass";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields fields;
  private final Names names;
  private final NodeCodes codes;

  /**
   * Prepares planning.
   *
   * @param more wanted names of what the functions need besides layers, inputs and sizes
   */
  public NetworkClass(
      ShapedModel model, ModelParts parts, LayerFields fields, Names given, List<String> more) {
    this.model = model;
    this.parts = parts;
    this.fields = fields;
    this.names =
        given
            .withLocals(List.of(PASS))
            .withLocals(parts.sizes().stream().map(Size::wanted).toList())
            .withLocals(more);
    this.codes = new NodeCodes(model, parts, fields, names);
  }

  /** Returns the names of fields, parameters and local variables. */
  public Names names() {
    return names;
  }

  /** Returns how each node is computed. */
  public NodeCodes codes() {
    return codes;
  }

  /** Returns the name of the pass. */
  public String pass() {
    return names.get(PASS);
  }

  /** Starts the class, with fields, constructor and signature. */
  public ClassPlan.Builder start(ClassName superclass) {
    List<Layers> declared = fields.nodes().stream().map(this::layers).toList();
    Optional<Translation> translation = model.graph().translation();
    return ClassPlan.internal(parts.classes().network())
        .extending(superclass)
        .doc("The network of {@link $T}.\n\n", parts.classes().model())
        .doc("$L", new LayerTable(model, parts, fields, codes).javadoc())
        .fields(
            translation
                .map(both -> withBridge(declared, both, both.encoder()))
                .orElse(declared)
                .stream()
                .map(Layers::field)
                .toList())
        .member(
            constructor(
                translation
                    .map(
                        both ->
                            withBridge(declared, both, model.graph().nodes().subList(0, end(both))))
                    .orElse(declared)))
        .member(signature())
        .member(modelDescription());
  }

  /** A field, and what creates its layer: an expression, or a builder with calls on it. */
  private record Layers(ClassName type, String name, CodeBlock created, List<CodeBlock> options) {
    Field field() {
      return new Field(type, name, Access.PACKAGE, false, true, Optional.empty());
    }
  }

  private Layers layers(Node node) {
    return new Layers(
        codes.code(node).type(), fields.name(node), codes.created(node), codes.options(node));
  }

  /** Returns how many nodes there are up to the last layer that the bridge starts. */
  private int end(Translation both) {
    List<Node> started = both.started();
    return model.graph().nodes().indexOf(started.get(started.size() - 1)) + 1;
  }

  /** Returns the fields with that of the bridge behind those of some nodes. */
  private List<Layers> withBridge(List<Layers> declared, Translation both, List<Node> before) {
    Set<String> known = before.stream().map(fields::name).collect(Collectors.toSet());
    List<Layers> all = new ArrayList<>(declared);
    int place = (int) declared.stream().filter(field -> known.contains(field.name())).count();
    CodeBlock started =
        both.started().stream()
            .map(node -> CodeBlock.of("$N", fields.name(node)))
            .collect(CodeBlock.joining(", "));
    CodeBlock created =
        CodeBlock.of(
            "new $T($S, $N, $L)",
            RuntimeTypes.BRIDGE,
            both.bridge(),
            fields.name(both.start().orElseThrow()),
            started);
    all.add(place, new Layers(RuntimeTypes.BRIDGE, both.bridge(), created, List.of()));
    return all;
  }

  private Member constructor(List<Layers> created) {
    Member.Builder constructor = Member.constructor(Access.PACKAGE).doc("Creates the layers.\n\n");
    for (Size size : parts.sizes()) {
      String name = names.get(size.wanted());
      constructor.parameter(TypeName.INT, name).doc("@param $N $L\n", name, size.meaning());
    }
    created.forEach(layer -> constructor.statement(created(layer)));
    for (Node node : fields.nodes()) {
      codes
          .reads(node)
          .ifPresent(read -> constructor.statement("reads($N,$W$L)", fields.name(node), read));
    }
    return constructor.build();
  }

  private static CodeBlock created(Layers layer) {
    if (layer.options().isEmpty()) {
      return CodeBlock.of("$N =$Wadd($L)", layer.name(), layer.created());
    }
    CodeBlock.Builder created =
        CodeBlock.builder().add("$N =\nadd(\n$>$>", layer.name()).add("$L$>$>", layer.created());
    layer.options().forEach(call -> created.add("\n.$L", call));
    return created.add("\n.build())$<$<$<$<").build();
  }

  private Member signature() {
    CodeBlock.Builder calls =
        CodeBlock.builder()
            .add("return $T.of($S)", RuntimeTypes.SIGNATURE, model.graph().signature().stored());
    parts
        .inputs()
        .forEach(
            in ->
                calls.add(
                    "\n.input($S, $L)", in.input().stored(), Code.text(in.code().signature())));
    for (Node node : fields.nodes()) {
      codes
          .code(node)
          .stored()
          .ifPresent(stored -> calls.add("\n.layer($S,$W$S)", node.id(), stored));
    }
    parts
        .outputs()
        .forEach(
            out ->
                calls.add("\n.output($S, $L)", out.name(), Code.text(parts.outputSignature(out))));
    return Member.method("signature", Access.PACKAGE)
        .trait(Trait.STATIC)
        .doc("Returns what a model file must agree with to be loaded into this network.\n")
        .returns(RuntimeTypes.SIGNATURE)
        .statement(calls.add("\n.build()").build())
        .build();
  }

  private static Member modelDescription() {
    return Member.overriding("modelDescription")
        .returns(ClassName.get(String.class))
        .statement("return signature().toString()")
        .build();
  }

  /** Returns the method that hands the layers to a kernel. */
  public static Member kernel(KernelCode kernel) {
    return Member.overriding(kernel.method())
        .returns(Code.generic(ClassName.get(Optional.class), kernel.type()))
        .statement("return $L", kernel.result())
        .build();
  }
}
