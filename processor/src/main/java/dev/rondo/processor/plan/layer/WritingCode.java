package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Says which layers of a language model the kernel computes that writes many tokens in one call.
 */
public final class WritingCode {
  private WritingCode() {}

  /**
   * Returns the layers for the kernel, if they are an embedding, recurrent layers and the output
   * layer, with nothing between them but dropout.
   */
  public static Optional<KernelCode> of(List<Node> nodes, LayerFields fields) {
    List<Node> computing =
        nodes.stream().filter(node -> !(node.layer() instanceof Layer.Dropout)).toList();
    int last = computing.size() - 1;
    List<CodeBlock> arguments = new ArrayList<>();
    arguments.add(CodeBlock.of("$N", fields.name(computing.get(0))));
    arguments.add(CodeBlock.of("$N", fields.name(computing.get(last))));
    for (Node node : computing.subList(1, last)) {
      if (!(node.layer() instanceof Layer.Recurrent)) {
        return Optional.empty();
      }
      arguments.add(CodeBlock.of("$N", fields.name(node)));
    }
    return Optional.of(
        new KernelCode(
            RuntimeTypes.WRITING_LAYERS,
            "writingLayers",
            CodeBlock.of(
                "$T.of($L)",
                RuntimeTypes.WRITING_LAYERS,
                arguments.stream().collect(CodeBlock.joining(", ")))));
  }
}
