package dev.rondo.processor.check.task;

import dev.rondo.layer.Attention;
import dev.rondo.processor.check.subject.Rule;
import dev.rondo.processor.check.subject.Subject;
import dev.rondo.processor.diag.Code;
import dev.rondo.processor.diag.Diagnostics;
import dev.rondo.processor.graph.Layer;
import dev.rondo.processor.graph.Node;
import dev.rondo.processor.graph.Translation;
import dev.rondo.processor.graph.build.Use;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Attention stands once in a decoder, behind its last recurrent layer. */
public final class AttentionRule implements Rule {
  @Override
  public void check(Subject subject, Diagnostics diagnostics) {
    Optional<Translation> translation = subject.shaping().graph().translation();
    if (translation.isEmpty()) {
      attentions(subject.uses().all()).forEach(use -> noEncoder(use, subject, diagnostics));
      return;
    }
    Stream<Use> encoder =
        Stream.concat(
            subject.uses().inputs().stream().flatMap(List::stream),
            subject.uses().trunk().stream());
    attentions(encoder).forEach(use -> inEncoder(use, subject, diagnostics));
    List<Use> decoder = attentions(subject.uses().output().stream()).toList();
    decoder.stream().skip(1).forEach(use -> another(use, diagnostics));
    if (decoder.size() == 1) {
      translation
          .get()
          .attention()
          .ifPresent(node -> checkOrder(subject, node, translation.get(), diagnostics));
    }
  }

  private static Stream<Use> attentions(Stream<Use> uses) {
    return uses.filter(use -> use.is(Attention.class));
  }

  private static void noEncoder(Use use, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.ATTENTION_MISPLACED,
        use.origin(),
        "%s looks at an encoder from a decoder, but \"%s\" has neither. Did you mean @Pool(ATTENTION),"
                .formatted(use.label(), subject.name())
            + " which makes one vector of a sequence? Else write @EncoderDecoder on the method, or"
            + " remove it.");
  }

  private static void inEncoder(Use use, Subject subject, Diagnostics diagnostics) {
    diagnostics.error(
        Code.ATTENTION_MISPLACED,
        use.origin(),
        "%s stands in the encoder, but it is the decoder that looks at the encoder. Move it to \"%s\","
                .formatted(use.label(), subject.methodName())
            + " behind the last recurrent layer.");
  }

  private static void another(Use use, Diagnostics diagnostics) {
    diagnostics.error(
        Code.ATTENTION_TWICE,
        use.origin(),
        "%s is one @Attention too many: a decoder looks at its encoder once at each step. Remove one of"
                .formatted(use.label())
            + " them.");
  }

  private static void checkOrder(
      Subject subject, Node attention, Translation translation, Diagnostics diagnostics) {
    List<Node> recurrent = translation.started();
    if (recurrent.isEmpty()) {
      return;
    }
    Node last = recurrent.get(recurrent.size() - 1);
    List<Node> decoder = translation.decoder();
    if (decoder.indexOf(attention) < decoder.indexOf(last)) {
      diagnostics.error(
          Code.ATTENTION_TOO_EARLY,
          attention.origin(),
          "%s stands before %s, but what to look at is decided by what the decoder's last recurrent layer"
                  .formatted(subject.label(attention), last.written())
              + " gives. Move it behind that.");
    } else if (attention.layer() instanceof Layer.Attention layer && layer.inputFeeding()) {
      checkFed(subject, attention, last, decoder, diagnostics);
    }
  }

  private static void checkFed(
      Subject subject, Node attention, Node last, List<Node> decoder, Diagnostics diagnostics) {
    Node before = decoder.get(decoder.indexOf(attention) - 1);
    if (!before.equals(last)) {
      diagnostics.error(
          Code.INPUT_FEEDING_INTERRUPTED,
          attention.origin().member("inputFeeding"),
          "%s has inputFeeding = true, so that it feeds the recurrent layer directly before it, but before"
                  .formatted(subject.label(attention))
              + " it comes %s. Move that behind it, or remove inputFeeding."
                  .formatted(before.written()));
    } else if (last.layer() instanceof Layer.Recurrent layer) {
      checkResidual(subject, attention, last, layer, diagnostics);
    }
  }

  private static void checkResidual(
      Subject subject, Node attention, Node last, Layer.Recurrent layer, Diagnostics diagnostics) {
    if (layer.variant().residual() && layer.units().size() == 1) {
      diagnostics.error(
          Code.INPUT_FEEDING_RESIDUAL,
          last.origin().member("residual"),
          "%s has residual = true, but %s feeds it, so that it always gets more features than it gives."
                  .formatted(subject.label(last), attention.written())
              + " Remove residual, or inputFeeding.");
    }
  }
}
