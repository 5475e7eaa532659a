package dev.rondo.processor.check.task;

import dev.rondo.layer.Direction;
import dev.rondo.layer.Feedback;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What writes a text, a language model or a decoder, knows the tokens before each one and nothing
 * else: no layer reads backward, makes one vector of the text, feeds its output back by itself, or
 * shares its state with another.
 */
public final class WrittenTokensRule implements Rule {
  /** What the two say about the same mistakes. */
  private enum Writer {
    LANGUAGE_MODEL(
        Code.LANGUAGE_MODEL_POOLED,
        "%s makes one vector of the text, but a language model foretells the token after each step."
            + " Remove it.",
        Code.LANGUAGE_MODEL_BACKWARD,
        "%s has direction = %s, but a language model cannot read the tokens that it is to foretell."
            + " Remove direction.",
        Code.LANGUAGE_MODEL_FEEDBACK,
        "%s has feedback = OUTPUT, but a language model is given the token it chose as its next"
            + " input already. Remove feedback.",
        Code.LANGUAGE_MODEL_SHARED_STATE,
        "a language model"),
    DECODER(
        Code.DECODER_POOLED,
        "%s makes one vector of the steps, but a decoder writes a token at each of them. Remove"
            + " it.",
        Code.DECODER_BACKWARD,
        "%s has direction = %s, but a decoder cannot read the tokens that it is to write. Remove"
            + " direction.",
        Code.TRANSLATION_FEEDBACK,
        "%s has feedback = OUTPUT, but a decoder is given the token that it wrote as its next input"
            + " already. Remove feedback.",
        Code.DECODER_SHARED_STATE,
        "a decoder");

    private final Code pooled;
    private final String pooledText;
    private final Code backward;
    private final String backwardText;
    private final Code feedback;
    private final String feedbackText;
    private final Code shared;
    private final String name;

    Writer(
        Code pooled,
        String pooledText,
        Code backward,
        String backwardText,
        Code feedback,
        String feedbackText,
        Code shared,
        String name) {
      this.pooled = pooled;
      this.pooledText = pooledText;
      this.backward = backward;
      this.backwardText = backwardText;
      this.feedback = feedback;
      this.feedbackText = feedbackText;
      this.shared = shared;
      this.name = name;
    }
  }

  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    if (subject.isLanguageModel()) {
      check(Writer.LANGUAGE_MODEL, subject.shaping().graph().nodes(), subject, diagnostics);
    }
    subject
        .shaping()
        .graph()
        .translation()
        .map(Translation::decoder)
        .ifPresent(decoder -> check(Writer.DECODER, decoder, subject, diagnostics));
  }

  private static void check(
      Writer writer, List<Node> nodes, Subject subject, Diagnostics diagnostics) {
    Set<String> states = new HashSet<>();
    for (Node node : nodes) {
      String label = subject.label(node);
      if (node.layer() instanceof Layer.Pool) {
        diagnostics.error(writer.pooled, node.origin(), writer.pooledText.formatted(label));
      } else if (node.layer() instanceof Layer.Recurrent layer) {
        if (layer.direction() != Direction.FORWARD) {
          diagnostics.error(
              writer.backward,
              node.origin().member("direction"),
              writer.backwardText.formatted(label, layer.direction()));
        }
        if (layer.variant().feedback() == Feedback.OUTPUT) {
          diagnostics.error(
              writer.feedback,
              node.origin().member("feedback"),
              writer.feedbackText.formatted(label));
        }
        if (node.shared().isPresent() && !states.add(node.shared().get())) {
          diagnostics.error(
              writer.shared,
              node.origin(),
              "%s is @Shared with a layer before it, but each recurrent layer of %s carries a state of"
                      .formatted(label, writer.name)
                  + " its own. Remove @Shared, or one of the two.");
        }
      }
    }
  }
}
