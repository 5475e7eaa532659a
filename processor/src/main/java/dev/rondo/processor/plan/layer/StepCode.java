package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.Pooling;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which layers of a classifier the kernel computes that takes single steps. */
public final class StepCode {
  private StepCode() {}

  /**
   * Returns the layers for the kernel, if they are an embedding, plain recurrent layers and dense
   * layers, with nothing between them but dropout and the choice of the last step.
   */
  public static Optional<KernelCode> of(List<Node> nodes, LayerFields fields) {
    List<CodeBlock> recurrent = new ArrayList<>();
    List<CodeBlock> dense = new ArrayList<>();
    List<Node> computing = nodes.stream().filter(node -> !passesOn(node.layer())).toList();
    for (Node node : computing.subList(1, computing.size())) {
      CodeBlock field = CodeBlock.of("$N", fields.name(node));
      if (node.layer() instanceof Layer.Recurrent layer && isPlain(layer) && dense.isEmpty()) {
        recurrent.add(field);
      } else if (node.layer() instanceof Layer.Dense && !recurrent.isEmpty()) {
        dense.add(field);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(
        new KernelCode(
            RuntimeTypes.STEP_LAYERS,
            "stepLayers",
            CodeBlock.of(
                "$T.of($N, $T.of($L), $L)",
                RuntimeTypes.STEP_LAYERS,
                fields.name(computing.get(0)),
                List.class,
                recurrent.stream().collect(CodeBlock.joining(", ")),
                dense.stream().collect(CodeBlock.joining(", ")))));
  }

  private static boolean passesOn(Layer layer) {
    return layer instanceof Layer.Dropout
        || (layer instanceof Layer.Pool pool && pool.kind() == Pooling.LAST);
  }

  static boolean isPlain(Layer.Recurrent layer) {
    return !layer.variant().peephole()
        && !layer.variant().residual()
        && layer.variant().feedback() == Feedback.HIDDEN;
  }
}
