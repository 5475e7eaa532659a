package dev.rondo.processor.plan.type;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.plan.code.RuntimeTypes;
import dev.rondo.processor.plan.layer.LayerCode;
import dev.rondo.processor.plan.layer.LayerFields;
import dev.rondo.processor.plan.part.ModelParts;
import dev.rondo.processor.shape.ShapedModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Computes all nodes of a network, one statement each, up to the node that gives the scores. */
public final class Forward {
  private static final String STATE = "state";
  private static final String POOLED = "pooled";

  private final ShapedModel model;
  private final ModelParts parts;
  private final LayerFields fields;
  private final NetworkClass network;
  private final Optional<String> stream;

  /**
   * Prepares planning.
   *
   * @param stream the parameter that carries what the layers remember from step to step; absent for
   *     a network that cannot be fed step by step
   */
  public Forward(
      ShapedModel model,
      ModelParts parts,
      LayerFields fields,
      NetworkClass network,
      Optional<String> stream) {
    this.model = model;
    this.parts = parts;
    this.fields = fields;
    this.network = network;
    this.stream = stream;
  }

  /**
   * What is computed.
   *
   * @param statements all but the last
   * @param scores the expression of the scores
   */
  public record Computation(List<CodeBlock> statements, CodeBlock scores) {}

  /** Returns the wanted names of its local variables. */
  public static List<String> locals(ModelParts parts) {
    return List.of(stepsName(parts), STATE, POOLED);
  }

  private static String stepsName(ModelParts parts) {
    return parts.input().name() + "Steps";
  }

  /** Returns the node that gives the scores of the only output. */
  public static Node result(ShapedModel model, ModelParts parts) {
    String id = model.graph().results().get(parts.output().name());
    return model.graph().node(String.valueOf(id));
  }

  /** Returns the statements and the scores of the only output. */
  public Computation computation() {
    Node result = result(model, parts);
    Map<String, String> variables = new HashMap<>();
    variables.put(parts.input().name(), network.names().ofModel(parts.input().name()));
    Set<String> declared = new HashSet<>();
    Map<String, Integer> uses = new HashMap<>();
    List<CodeBlock> statements = new ArrayList<>();
    for (Node node : model.graph().nodes()) {
      String operand = String.valueOf(variables.get(node.predecessors().get(0)));
      CodeBlock value =
          network
              .codes()
              .call(node, network.pass(), CodeBlock.of("$N", operand), state(node, uses));
      if (node.equals(result)) {
        return new Computation(statements, value);
      }
      LayerCode.Result gives = network.codes().code(node).result();
      String variable =
          switch (gives) {
            case STEPS -> network.names().get(stepsName(parts));
            case STATE -> network.names().get(STATE);
            case POOLED -> network.names().get(POOLED);
            case AS_BEFORE -> operand;
          };
      ClassName type =
          gives == LayerCode.Result.STEPS ? RuntimeTypes.SEQUENCES : RuntimeTypes.ND_ARRAY;
      boolean isNew = !variable.equals(operand) && declared.add(variable);
      statements.add(isNew ? declared(type, variable, value) : assigned(variable, value));
      variables.put(node.id(), variable);
    }
    throw new IllegalStateException("no layer computes " + parts.output().name());
  }

  /** Returns the declaration of a variable. */
  public static CodeBlock declared(ClassName type, String variable, CodeBlock value) {
    return CodeBlock.of("$T $N =$W$L", type, variable, value);
  }

  /** Returns an assignment to a variable that was declared before. */
  public static CodeBlock assigned(String variable, CodeBlock value) {
    return CodeBlock.of("$N =$W$L", variable, value);
  }

  /**
   * Returns the state as an argument, where a layer has one.
   *
   * @param uses how often each layer was used before
   */
  private CodeBlock state(Node node, Map<String, Integer> uses) {
    boolean remembers =
        node.layer() instanceof Layer.Recurrent || node.layer() instanceof Layer.Pool;
    if (stream.isEmpty() || !remembers) {
      return CodeBlock.of("");
    }
    int use = uses.merge(fields.name(node), 1, Integer::sum);
    return use == 1
        ? CodeBlock.of(", $N", stream.get())
        : CodeBlock.of(", $N.use($L)", stream.get(), use);
  }
}
