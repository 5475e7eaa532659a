package dev.rondo.processor.plan.layer;

import com.palantir.javapoet.CodeBlock;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.plan.code.RuntimeTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says which layers of a decoder the kernel computes that searches for translations. */
public final class DecoderCode {
  private DecoderCode() {}

  /**
   * Returns the layers for the kernel, if they are an embedding, recurrent layers, perhaps
   * attention, and the output layer, with nothing between them but dropout.
   */
  public static Optional<KernelCode> of(Translation translation, LayerFields fields) {
    List<Node> computing =
        translation.decoder().stream()
            .filter(node -> !(node.layer() instanceof Layer.Dropout))
            .toList();
    List<Node> known = new ArrayList<>(List.of(computing.get(0)));
    known.addAll(translation.started());
    translation.attention().ifPresent(known::add);
    known.add(computing.get(computing.size() - 1));
    if (!known.equals(computing) || feeds(translation)) {
      return Optional.empty();
    }
    List<Node> arguments = new ArrayList<>(List.of(computing.get(0)));
    translation.attention().ifPresent(arguments::add);
    arguments.add(computing.get(computing.size() - 1));
    arguments.addAll(translation.started());
    return Optional.of(
        new KernelCode(
            RuntimeTypes.DECODER_LAYERS,
            "decoderLayers",
            CodeBlock.of(
                "$T.of($L)",
                RuntimeTypes.DECODER_LAYERS,
                arguments.stream()
                    .map(node -> CodeBlock.of("$N", fields.name(node)))
                    .collect(CodeBlock.joining(", ")))));
  }

  private static boolean feeds(Translation translation) {
    return translation
        .attention()
        .filter(node -> node.layer() instanceof Layer.Attention layer && layer.inputFeeding())
        .isPresent();
  }
}
