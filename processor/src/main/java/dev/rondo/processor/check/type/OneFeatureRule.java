package dev.rondo.processor.check.type;

import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Codec;
import dev.rondo.processor.graph.Feature;
import dev.rondo.processor.graph.Input;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;

/** An input of one number leaves nothing to normalise. Behind layers it is shapes that tell. */
public final class OneFeatureRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    for (Node node : subject.shaping().graph().nodes()) {
      if (node.layer() instanceof Layer.LayerNorm) {
        subject.shaping().graph().signature().inputs().stream()
            .filter(input -> node.predecessors().contains(input.name()))
            .filter(OneFeatureRule::isOneNumber)
            .forEach(input -> nothingToNormalize(subject, node, input, diagnostics));
      }
    }
  }

  private static boolean isOneNumber(Input input) {
    Codec codec = input.codec();
    if (codec instanceof Codec.Series series) {
      return series.missing().isEmpty();
    }
    if (codec instanceof Codec.Matrix matrix) {
      return matrix.missing().isEmpty() && matrix.width().filter(width -> width == 1).isPresent();
    }
    return codec instanceof Codec.Single single && isOneNumber(single.value());
  }

  private static boolean isOneNumber(Feature value) {
    if (value instanceof Feature.Number number) {
      return number.missing().isEmpty();
    }
    if (value instanceof Feature.Vector vector) {
      return vector.missing().isEmpty() && vector.size() == 1;
    }
    return value instanceof Feature.Flag flag && flag.missing().isEmpty();
  }

  private static void nothingToNormalize(
      Subject subject, Node node, Input input, Diagnostics diagnostics) {
    diagnostics.error(
        Code.NOTHING_TO_NORMALIZE,
        node.origin(),
        "%s gets \"%s\", one feature: brought to mean 0, it is always 0. Remove it: numbers are scaled"
                .formatted(subject.label(node), input.name())
            + " when they are read.");
  }
}
