package dev.rondo.processor.check.task;

import dev.rondo.layer.Feedback;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.Optional;

/** An encoder has a recurrent layer, and nothing behind it that the decoder does not see. */
public final class EncoderRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<Translation> translation = subject.shaping().graph().translation();
    if (translation.isEmpty() || subject.parameters().isEmpty()) {
      return;
    }
    Optional<Node> start = translation.get().start();
    if (start.isEmpty()) {
      withoutState(subject, translation.get(), diagnostics);
    } else if (start.get().layer() instanceof Layer.Recurrent layer
        && layer.variant().feedback() == Feedback.OUTPUT) {
      fedBack(subject, start.get(), diagnostics);
    } else if (!subject.shaping().graph().results().isEmpty()) {
      subject.unread().stream().findFirst().ifPresent(node -> unread(subject, node, diagnostics));
    }
  }

  private static void withoutState(
      Subject subject, Translation translation, Diagnostics diagnostics) {
    String input = subject.parameters().get(0).name();
    diagnostics.error(
        Code.ENCODER_WITHOUT_STATE,
        subject.model().origin(),
        translation.encoder().isEmpty()
            ? "\"%s\" has no encoder: the layers on its method are the decoder, and nothing reads \"%s\"."
                    .formatted(subject.name(), input)
                + " Write layers on \"%s\", such as @Embedding(size = 256) @GRU(units = 256)."
                    .formatted(subject.name())
            : "The encoder of \"%s\" has no recurrent layer, so that there is no state for the decoder"
                    .formatted(subject.name())
                + " to start from. Write @LSTM, @GRU or @Recurrent on \"%s\" or on \"%s\"."
                    .formatted(subject.name(), input));
  }

  private static void fedBack(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.TRANSLATION_FEEDBACK,
        node.origin().member("feedback"),
        "%s has feedback = OUTPUT, but it is the encoder's last recurrent layer, whose state starts"
                .formatted(subject.label(node))
            + " the decoder, and what it feeds back is of other layers. Remove feedback, or write"
            + " another recurrent layer behind it.");
  }

  private static void unread(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.ENCODER_LAYER_UNREAD,
        node.origin(),
        "%s stands behind the encoder's last recurrent layer, whose final state is all that a decoder"
                .formatted(subject.label(node))
            + " without @Attention gets. Write @Attention in the decoder, or remove it.");
  }
}
