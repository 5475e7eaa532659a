package dev.rondo.processor.check.layer;

import dev.rondo.layer.Embedding;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.check.subject.Written;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Layer.Units;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.build.Use;
import dev.rondo.processor.shape.Dim;
import dev.rondo.processor.shape.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A tied embedding has an output layer to be tied to, and what flows into that is as wide. */
public final class TiedWeightsRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (subject.isTranslation()) {
      List<Use> decoder = subject.uses().output();
      tied(subject)
          .filter(use -> !decoder.contains(use) && !isShared(use, decoder))
          .forEach(use -> tiedInEncoder(use, diagnostics));
    } else if (!subject.isLanguageModel()) {
      subject
          .written()
          .filter(written -> isTied(written.use()))
          .forEach(written -> tiedToNothing(written, diagnostics));
      return;
    }
    for (Node node : subject.shaping().graph().nodes()) {
      if (node.layer() instanceof Layer.Dense dense
          && dense.units() instanceof Units.OfOutput units
          && units.tied().isPresent()) {
        checkWidth(subject, node, units.tied().get(), diagnostics);
      }
    }
  }

  private static Stream<Use> tied(Subject subject) {
    return subject.uses().all().filter(TiedWeightsRule::isTied);
  }

  private static boolean isTied(Use use) {
    return use.is(Embedding.class) && use.values().flag("tied");
  }

  private static boolean isShared(Use use, List<Use> decoder) {
    return use.shared().isPresent()
        && decoder.stream().anyMatch(other -> other.shared().equals(use.shared()));
  }

  private static void tiedInEncoder(Use use, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TIED_TO_NOTHING,
        use.origin().member("tied"),
        "%s has tied = true, but it is in the encoder, and the output layer scores the tokens that the"
                .formatted(use.label())
            + " decoder embeds. Move tied to the decoder's @Embedding.");
  }

  private static void tiedToNothing(Written written, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TIED_TO_NOTHING,
        written.use().origin().member("tied"),
        "%s has tied = true, but only the output layers of @LanguageModel and @EncoderDecoder score the"
                .formatted(written.label())
            + " tokens that are embedded. Remove tied.");
  }

  private static void checkWidth(
      Subject subject, Node output, Units.Tied tied, Diagnostics diagnostics) {
    Optional<Integer> width =
        subject.shaping().of(output).flatMap(shape -> width(shape.inputs().get(0)));
    if (width.isPresent() && width.get() != tied.size()) {
      Node embedding = subject.shaping().graph().node(tied.embedding());
      diagnostics.error(
          Code.TIED_WIDTHS_DIFFER,
          embedding.origin().member("size"),
          "%s is tied and has size = %s, but %s features flow into the output layer, which has the"
                  .formatted(subject.label(embedding), tied.size(), width.get())
              + " same weights. Write size = %s, give the last layer before the output %s units, or"
                  .formatted(width.get(), tied.size())
              + " remove tied.");
    }
  }

  private static Optional<Integer> width(Shape shape) {
    return shape instanceof Shape.Sequence sequence
            && sequence.features() instanceof Dim.Fixed features
        ? Optional.of(features.size())
        : Optional.empty();
  }
}
