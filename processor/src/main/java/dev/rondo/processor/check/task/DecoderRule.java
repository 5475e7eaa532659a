package dev.rondo.processor.check.task;

import dev.rondo.layer.InitialState;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.Optional;

/** A decoder has recurrent layers, which start where the encoder ends. */
public final class DecoderRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<Translation> translation = subject.shaping().graph().translation();
    if (translation.isEmpty()) {
      return;
    }
    if (translation.get().decoder().isEmpty()) {
      noDecoder(subject, diagnostics);
      return;
    }
    if (translation.get().started().isEmpty()) {
      noRecurrentLayer(subject, diagnostics);
    }
    for (Node node : translation.get().decoder()) {
      if (node.layer() instanceof Layer.Recurrent layer
          && layer.variant().initialState() == InitialState.LEARNED) {
        ownStart(subject, node, diagnostics);
      }
    }
  }

  private static void noDecoder(Subject subject, Diagnostics diagnostics) {
    String method = subject.methodName();
    diagnostics.error(
        Code.NO_DECODER,
        subject.methodOrigin(),
        "\"%s\" has no decoder: the layers on \"%s\" and on the parameter are the encoder, those on the"
                .formatted(method, subject.name())
            + " method the decoder. Write layers on \"%s\", such as @Embedding(size = 256)"
                .formatted(method)
            + " @GRU(units = 256) @Attention @Dense.");
  }

  private static void noRecurrentLayer(Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.DECODER_WITHOUT_STATE,
        subject.methodOrigin(),
        "The decoder of \"%s\" has no recurrent layer, so that it does not know what it has written."
                .formatted(subject.methodName())
            + " Write @LSTM, @GRU or @Recurrent behind @Embedding.");
  }

  private static void ownStart(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.DECODER_INITIAL_STATE,
        node.origin().member("initialState"),
        "%s has initialState = LEARNED, but a decoder starts where its encoder ends. Remove"
                .formatted(subject.label(node))
            + " initialState.");
  }
}
