package dev.rondo.processor.check;

import dev.rondo.layer.Direction;
import dev.rondo.layer.Feedback;
import dev.rondo.layer.InitialState;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A decoder has recurrent layers, and writes each token given those before it only. */
final class DecoderRule implements Rule {
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
    Set<String> states = new HashSet<>();
    for (Node node : translation.get().decoder()) {
      if (node.layer() instanceof Layer.Pool) {
        pooled(subject, node, diagnostics);
      } else if (node.layer() instanceof Layer.Recurrent layer) {
        checkDirection(subject, node, layer.direction(), diagnostics);
        checkFeedback(subject, node, layer, diagnostics);
        checkInitialState(subject, node, layer, diagnostics);
        if (node.shared().isPresent() && !states.add(node.shared().get())) {
          sharedTwice(subject, node, diagnostics);
        }
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

  private static void pooled(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.DECODER_POOLED,
        node.origin(),
        "%s makes one vector of the steps, but a decoder writes a token at each of them. Remove it."
            .formatted(subject.label(node)));
  }

  private static void checkDirection(
      Subject subject, Node node, Direction direction, Diagnostics diagnostics) {
    if (direction != Direction.FORWARD) {
      diagnostics.error(
          Code.DECODER_BACKWARD,
          node.origin().member("direction"),
          "%s has direction = %s, but a decoder cannot read the tokens that it is to write. Remove"
                  .formatted(subject.label(node), direction)
              + " direction.");
    }
  }

  private static void checkFeedback(
      Subject subject, Node node, Layer.Recurrent layer, Diagnostics diagnostics) {
    if (layer.variant().feedback() == Feedback.OUTPUT) {
      diagnostics.error(
          Code.TRANSLATION_FEEDBACK,
          node.origin().member("feedback"),
          "%s has feedback = OUTPUT, but a decoder is given the token that it wrote as its next input"
                  .formatted(subject.label(node))
              + " already. Remove feedback.");
    }
  }

  private static void checkInitialState(
      Subject subject, Node node, Layer.Recurrent layer, Diagnostics diagnostics) {
    if (layer.variant().initialState() == InitialState.LEARNED) {
      diagnostics.error(
          Code.DECODER_INITIAL_STATE,
          node.origin().member("initialState"),
          "%s has initialState = LEARNED, but a decoder starts where its encoder ends. Remove"
                  .formatted(subject.label(node))
              + " initialState.");
    }
  }

  private static void sharedTwice(Subject subject, Node node, Diagnostics diagnostics) {
    diagnostics.error(
        Code.DECODER_SHARED_STATE,
        node.origin(),
        "%s is @Shared with a layer before it, but each recurrent layer of a decoder carries a state of"
                .formatted(subject.label(node))
            + " its own. Remove @Shared, or one of the two.");
  }
}
